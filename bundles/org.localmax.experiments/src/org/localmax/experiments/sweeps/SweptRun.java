package org.localmax.experiments.sweeps;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.localmax.analysis.Clusters;
import org.localmax.analysis.DecisionTally;
import org.localmax.analysis.Observable;
import org.localmax.analysis.Observation;
import org.localmax.analysis.Observer;
import org.localmax.analysis.Settling;
import org.localmax.data.Checksums;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.State;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.Tokens;
import org.localmax.experiments.InvalidInputException;
import org.localmax.experiments.RunMemory;
import org.localmax.experiments.RunOptions;
import org.localmax.experiments.RunPlan;
import org.localmax.solver.QuietRun;
import org.localmax.solver.StepListener;
import org.localmax.solver.Stepper;

/** Makes one run of a sweep: its steps, and of its last state all that was asked for. */
final class SweptRun {

    private static final int HASH_BYTES = 8;

    private final RunOptions options;
    private final double secondsAllowed;
    private final BooleanSupplier cancelled;

    /**
     * @param options how it is carried out
     * @param secondsAllowed after how many seconds it is stopped; 0 for no limit
     * @param cancelled whether it is no longer wanted
     */
    SweptRun(RunOptions options, double secondsAllowed, BooleanSupplier cancelled) {
        this.options = options;
        this.secondsAllowed = secondsAllowed;
        this.cancelled = cancelled;
    }

    /**
     * What a run came to. Whatever fails in it is told, not thrown.
     *
     * @param states told of each recorded state
     * @throws CancellationException if it is no longer wanted
     */
    Outcome of(RunPlan plan, Recorder states) {
        Deadline deadline = new Deadline(secondsAllowed);
        BooleanSupplier isOver = () -> cancelled.getAsBoolean() || deadline.isPast();
        try {
            if (isQuiet(plan)) {
                return new Course(plan, isOver, states).of(QuietRun.of(plan.dynamics(), State.initial(plan.tokens())));
            }
            RunMemory.require(plan, options);
            try (Stepper stepper = options.stepper(plan)) {
                return new Course(plan, isOver, states).of(stepper);
            }
        } catch (CancellationException e) {
            if (cancelled.getAsBoolean()) {
                throw e;
            }
            return new Outcome.Stopped("took longer than " + secondsAllowed + " s");
        } catch (InvalidInputException | IllegalArgumentException | ArithmeticException e) {
            return new Outcome.Failed(oneLine(e.getMessage()));
        } catch (OutOfMemoryError _) {
            return new Outcome.Failed("there was not enough memory");
        }
    }

    private static String oneLine(String message) {
        return String.valueOf(message).strip().replaceAll("\\s+", " ");
    }

    /** Whether its steps are made without telling of each. */
    private boolean isQuiet(RunPlan plan) {
        return plan.exact().isEmpty()
                && options.algorithm().isEmpty()
                && QuietRun.isPossible(plan.dynamics(), plan.tokens());
    }

    /** A run on its way. */
    private static final class Course {

        private final RunPlan plan;
        private final BooleanSupplier isOver;
        private final CancellationCheck wanted;
        private final Recorder states;
        private final Observer observer;
        private final Settling settling;
        private final DecisionTally tally = new DecisionTally();

        Course(RunPlan plan, BooleanSupplier isOver, Recorder states) {
            this.plan = plan;
            this.isOver = isOver;
            this.states = states;
            wanted = CancellationCheck.of(isOver);
            observer = new Observer(
                    plan.tokens(),
                    plan.observables(),
                    List.copyOf(plan.formulas()),
                    Optional.of(plan.watched()),
                    wanted);
            settling = new Settling(observer.diameter(), plan.settleTolerance());
        }

        /** Every step is told. */
        Outcome of(Stepper stepper) {
            StepListener listener = new StepListener() {
                @Override
                public boolean isCancelled() {
                    return isOver.getAsBoolean();
                }
            };
            State state = State.initial(plan.tokens());
            while (true) {
                Step step = stepper.step(state, listener);
                settling.add(step, wanted);
                tally.add(step);
                states.record(step::before);
                if (state.t() == plan.steps()) {
                    return done(step);
                }
                observer.see(step);
                state = step.after();
            }
        }

        /** The last step is told, and the one before where the observation depends on it. */
        Outcome of(QuietRun quiet) {
            int told = Observer.remembers(plan.observables()) ? plan.steps() - 1 : plan.steps();
            for (long t = 0; ; t++) {
                wanted.check();
                states.record(quiet::state);
                Optional<Step> step = Optional.empty();
                if (t < told) {
                    quiet.advance();
                } else {
                    step = Optional.of(quiet.step());
                }
                settling.add(t, quiet.residual(), quiet.sets(), true);
                tally.add(t, quiet.ambiguousDecisions(), quiet.consequentialDecisions());
                if (t == plan.steps()) {
                    return done(step.orElseThrow());
                }
                step.ifPresent(observer::see);
            }
        }

        private Outcome done(Step last) {
            Observation observation = observer.observe(last, wanted);
            Tokens tokens = last.before().tokens();
            int clusters = observation.observed().contains(Observable.CLUSTERS)
                    ? (int) observation.value(Observable.CLUSTERS)
                    : Clusters.of(tokens, observer.linkage(), wanted).count();
            return new Outcome.Done(
                    plan.steps(),
                    settling.settled(clusters),
                    clusters,
                    tally,
                    observer.columns(),
                    observation,
                    hash(tokens));
        }
    }

    /** The first digits of the SHA-256 of all coordinates, as 64-bit floats in little-endian order. */
    static String hash(Tokens tokens) {
        ByteBuffer bytes =
                ByteBuffer.allocate(Double.BYTES * tokens.rows().length).order(ByteOrder.LITTLE_ENDIAN);
        for (double value : tokens.rows()) {
            bytes.putDouble(value);
        }
        return HexFormat.of().formatHex(Checksums.sha256(bytes.array()), 0, HASH_BYTES);
    }

    /** Is told of the states of a run, one after the other. */
    @FunctionalInterface
    interface Recorder {

        /** Keeps nothing. */
        Recorder NONE = _ -> {};

        void record(Supplier<State> state);
    }

    /** A moment after which a run is not wanted. */
    private static final class Deadline {

        private final long nanos;
        private final boolean exists;

        Deadline(double seconds) {
            exists = seconds > 0;
            nanos = System.nanoTime() + (long) Math.min(seconds * 1e9, Long.MAX_VALUE / 4.0);
        }

        boolean isPast() {
            return exists && System.nanoTime() - nanos > 0;
        }
    }
}
