package org.localmax.experiments;

import java.util.Optional;
import org.localmax.dynamics.Dynamics;
import org.localmax.flow.FlowStepper;
import org.localmax.solver.Algorithm;
import org.localmax.solver.SolverOptions;
import org.localmax.solver.Stepper;
import org.localmax.solver.Steppers;

/**
 * How a run is carried out. Nothing of it changes the result, but for rules that decide nothing the algorithm changes its last
 * bits.
 *
 * @param threads number of threads, at least 1
 * @param force whether a capsule that is there may be replaced
 * @param algorithm the algorithm of the steps, or empty for the one that is expected to be the fastest
 * @param checkpoints how often the run is stored
 * @param resume whether to go on from a checkpoint that is there
 */
public record RunOptions(
        int threads, boolean force, Optional<Algorithm> algorithm, Checkpoints checkpoints, boolean resume) {

    /** All processors, nothing replaced, nothing stored before the end. */
    public static final RunOptions DEFAULT = new RunOptions(Steppers.availableThreads(), false);

    /** The fastest algorithm, nothing stored before the end. */
    public RunOptions(int threads, boolean force) {
        this(threads, force, Optional.empty(), Checkpoints.NONE, false);
    }

    /** The same with another algorithm. */
    public RunOptions with(Optional<Algorithm> other) {
        return new RunOptions(threads, force, other, checkpoints, resume);
    }

    /** The same with checkpoints. */
    public RunOptions with(Checkpoints others) {
        return new RunOptions(threads, force, algorithm, others, resume);
    }

    /** The same, going on from a checkpoint or not. */
    public RunOptions resuming(boolean goesOn) {
        return new RunOptions(threads, force, algorithm, checkpoints, goesOn);
    }

    /**
     * What steps a plan.
     *
     * @throws IllegalArgumentException if the algorithm cannot
     */
    public Stepper stepper(RunPlan plan) {
        algorithm.ifPresent(plan::requireAlgorithm);
        SolverOptions fastest = SolverOptions.of(threads);
        return plan.exact()
                .map(input -> Steppers.createExact(plan.dynamics(), input, threads))
                .orElseGet(() ->
                        stepper(plan.dynamics(), algorithm.map(fastest::with).orElse(fastest)));
    }

    /** What steps a dynamics in doubles, by the fastest algorithm. */
    public Stepper stepper(Dynamics dynamics) {
        return stepper(dynamics, SolverOptions.of(threads));
    }

    private static Stepper stepper(Dynamics dynamics, SolverOptions options) {
        return dynamics.isContinuous() ? new FlowStepper(dynamics, options) : Steppers.create(dynamics, options);
    }
}
