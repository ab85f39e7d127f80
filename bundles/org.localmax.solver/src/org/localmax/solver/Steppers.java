package org.localmax.solver;

import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.exact.ExactInput;
import org.localmax.solver.internal.ExactStepper;
import org.localmax.solver.internal.ParallelStepper;

/** Makes steppers. */
public final class Steppers {

    private Steppers() {}

    /** A stepper on its own threads. */
    public static Stepper create(Dynamics dynamics, SolverOptions options) {
        return new ParallelStepper(dynamics, options);
    }

    /**
     * A stepper over fractions on its own threads.
     *
     * @param dynamics the dynamics; its A is that of the input, rounded
     * @param input what the run starts from
     */
    public static Stepper createExact(Dynamics dynamics, ExactInput input, int threads) {
        return new ExactStepper(dynamics, input, threads);
    }

    /** A stepper on its own threads that chooses the fastest exact algorithm. */
    public static Stepper create(Dynamics dynamics, int threads) {
        return create(dynamics, SolverOptions.of(threads));
    }

    /** As many threads as the machine has processors. */
    public static int availableThreads() {
        return Runtime.getRuntime().availableProcessors();
    }
}
