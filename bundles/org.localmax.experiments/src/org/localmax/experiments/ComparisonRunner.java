package org.localmax.experiments;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.localmax.comparison.Comparison;
import org.localmax.comparison.Contender;
import org.localmax.comparison.Lockstep;
import org.localmax.data.CapsuleFolder;
import org.localmax.data.DataException;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.State;
import org.localmax.dynamics.Step;
import org.localmax.experiments.internal.CapsuleDocument;
import org.localmax.solver.Algorithm;
import org.localmax.solver.Stepper;

/**
 * Runs the rules of an experiment in lockstep: a capsule each, the very one that it has when it is run alone, and what comes of comparing
 * them step by step.
 */
public final class ComparisonRunner {

    private ComparisonRunner() {}

    /**
     * What a comparison came to.
     *
     * @param summaries of the runs, one a rule
     * @param comparison the rules beside each other, at the recorded steps
     */
    public record Summary(List<RunSummary> summaries, Comparison comparison) {

        /** The steps that were looked at. */
        public double[] steps() {
            return comparison.pairs().getFirst().steps().stream()
                    .mapToDouble(step -> step.t())
                    .toArray();
        }
    }

    /**
     * Runs plans beside each other.
     *
     * @param plans at least two of one experiment: from the same tokens, over as many steps, none in exact arithmetic
     * @param folder where the capsules go, each into a folder named after its rule
     * @throws InvalidInputException if they cannot be compared, or a step cannot be made
     * @throws java.util.concurrent.CancellationException if the listener cancels
     */
    public static Summary run(List<RunPlan> plans, Path folder, RunOptions options, RunListener listener)
            throws DataException, InvalidInputException {
        requireComparable(plans);
        for (RunPlan plan : plans) {
            RunMemory.require(plan, options);
        }
        CancellationCheck wanted = CancellationCheck.of(listener::isCancelled);
        List<Ongoing> runs = new ArrayList<>();
        try (Lockstep lockstep = lockstep(plans, options)) {
            for (RunPlan plan : plans) {
                runs.add(Ongoing.begin(plan, folder.resolve(plan.rule()), options, wanted));
            }
            RunPlan first = plans.getFirst();
            Comparison comparison = Comparison.of(
                    lockstep,
                    first.tokens(),
                    first.steps(),
                    first.recordedSteps()::contains,
                    steps -> add(steps, runs, listener),
                    listener);
            List<RunSummary> summaries = new ArrayList<>();
            for (Ongoing run : runs) {
                summaries.add(run.finish(options, wanted));
            }
            return new Summary(summaries, comparison);
        } catch (Unwritten e) {
            throw e.failure;
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new InvalidInputException(
                    plans.getFirst().experiment() + ": a step cannot be made: " + e.getMessage());
        } finally {
            for (Ongoing run : runs) {
                run.close();
            }
        }
    }

    /**
     * Refuses plans that cannot be compared.
     *
     * @throws InvalidInputException saying why not
     */
    public static void requireComparable(List<RunPlan> plans) throws InvalidInputException {
        String name = plans.getFirst().experiment();
        if (plans.size() < 2) {
            throw new InvalidInputException(name + ": has one rule; expected at least two to be compared");
        }
        if (plans.stream().anyMatch(plan -> plan.exact().isPresent())) {
            throw new InvalidInputException(name + ": is in exact arithmetic; expected exact=\"false\", since rules are"
                    + " compared in doubles");
        }
    }

    private static Lockstep lockstep(List<RunPlan> plans, RunOptions options) {
        List<Contender> contenders = plans.stream()
                .map(plan -> new Contender(plan.rule(), plan.dynamics()))
                .toList();
        return new Lockstep(plans.getFirst().tokens(), contenders, options::stepper);
    }

    private static void add(List<Step> steps, List<Ongoing> runs, RunListener listener) {
        try {
            for (int k = 0; k < runs.size(); k++) {
                runs.get(k).run().add(steps.get(k));
            }
            if (steps.getFirst().before().t()
                    < runs.getFirst().steps()) { // the step from the last state is only looked at
                listener.stepped(steps.getFirst());
            }
        } catch (DataException e) {
            throw new Unwritten(e);
        }
    }

    /** A run under way and the place of its capsule. */
    private record Ongoing(OngoingRun run, CapsuleFolder folder, int steps) {

        static Ongoing begin(RunPlan plan, Path output, RunOptions options, CancellationCheck wanted)
                throws DataException {
            CapsuleFolder folder = CapsuleFolder.stage(output, false);
            try (Stepper stepper = options.stepper(plan)) {
                Algorithm algorithm = stepper.algorithm(State.initial(plan.tokens()));
                return new Ongoing(OngoingRun.open(plan, algorithm, folder, wanted), folder, plan.steps());
            } catch (DataException | RuntimeException e) {
                folder.close();
                throw e;
            }
        }

        RunSummary finish(RunOptions options, CancellationCheck wanted) throws DataException {
            RunSummary summary = run.finish(Optional.empty());
            CapsuleDocument.write(folder, summary, options.threads(), run.seconds(), wanted);
            run.close();
            folder.publish();
            return summary;
        }

        void close() throws DataException {
            try (folder) {
                run.close();
            }
        }
    }

    /** A failure to write, from where none can be thrown. */
    private static final class Unwritten extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient DataException failure;

        private Unwritten(DataException failure) {
            super(failure);
            this.failure = failure;
        }
    }
}
