package org.localmax.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.localmax.dynamics.Dynamics;
import org.localmax.solver.Algorithm;
import org.localmax.solver.SolverOptions;
import org.localmax.solver.StepListener;
import org.localmax.solver.Stepper;
import org.localmax.solver.Steppers;

/** Which of our algorithms can be timed on a problem, and which is the fastest. */
final class OwnAlgorithms {

    /** More multiplications of all pairs than this take minutes. */
    private static final double AFFORDABLE = 6e10;

    /** An algorithm this many times slower in one step will not turn out to be the fastest. */
    private static final double CLOSE = 3;

    private final Progress progress;

    OwnAlgorithms(Progress progress) {
        this.progress = progress;
    }

    /** Whether an algorithm takes the exact step of this case within a minute or so. */
    static boolean suits(Algorithm algorithm, StepCase step) {
        Dynamics dynamics = step.dynamics(1, 0);
        return algorithm.canStep(dynamics)
                && switch (algorithm) {
                    case DEFINITION, DENSE, FILTERED -> step.products() <= AFFORDABLE;
                    case TREE, SWEEP -> true;
                    case CERTIFIED, EXACT -> false;
                };
    }

    /** Our step by an algorithm, warm; empty, and said, if it cannot. */
    Optional<OwnStep> prepare(Problem problem, SolverOptions options) {
        try {
            return Optional.of(new OwnStep(problem, options));
        } catch (RuntimeException e) {
            progress.say(problem.step() + ": skipped "
                    + options.algorithm().map(Algorithm::text).orElse("automatic") + " (" + e.getMessage() + ")");
            return Optional.empty();
        }
    }

    /** Whether an algorithm is there, by a step of few tokens; says so if not. */
    boolean isThere(StepCase step, Algorithm algorithm) {
        Problem few = Problem.of(new StepCase(step.rule(), step.parameter(), 64, step.d()));
        try (Stepper stepper = Steppers.create(few.dynamics(), OwnStep.usual().with(algorithm))) {
            stepper.step(few.start(), StepListener.NONE);
            return true;
        } catch (RuntimeException e) {
            progress.say(step + ": skipped " + algorithm.text() + " (" + e.getMessage() + ")");
            return false;
        }
    }

    /** The same with as many threads as processors. */
    Optional<OwnStep> prepare(Problem problem, Algorithm algorithm) {
        return prepare(problem, OwnStep.usual().with(algorithm));
    }

    /**
     * The fastest exact algorithm, found by trying them; the definition only where there is no other. Empty, and said, if
     * none can.
     */
    Optional<OwnStep> fastest(Problem problem) {
        List<OwnStep> prepared = new ArrayList<>();
        for (Algorithm algorithm : Algorithm.values()) {
            if (algorithm != Algorithm.DEFINITION && suits(algorithm, problem.step())) {
                prepare(problem, algorithm).ifPresent(prepared::add);
            }
        }
        if (prepared.isEmpty() && suits(Algorithm.DEFINITION, problem.step())) {
            prepare(problem, Algorithm.DEFINITION).ifPresent(prepared::add);
        }
        if (prepared.isEmpty()) {
            progress.say(problem.step() + ": no algorithm is there");
            return Optional.empty();
        }
        OwnStep fastest = prepared.size() == 1 ? prepared.getFirst() : fastest(prepared);
        prepared.stream().filter(step -> step != fastest).forEach(OwnStep::close);
        return Optional.of(fastest);
    }

    /** Rounds decide between those that are close. */
    private static OwnStep fastest(List<OwnStep> steps) {
        double least =
                steps.stream().mapToDouble(OwnStep::warmMilliseconds).min().orElseThrow();
        List<OwnStep> close = steps.stream()
                .filter(step -> step.warmMilliseconds() <= CLOSE * least)
                .toList();
        List<Sample> samples = Rounds.QUICK.measure(close);
        int best = 0;
        for (int k = 1; k < samples.size(); k++) {
            best = samples.get(k).median() < samples.get(best).median() ? k : best;
        }
        return close.get(best);
    }
}
