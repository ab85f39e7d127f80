package org.localmax.solver;

import org.localmax.dynamics.Dynamics;
import org.localmax.solver.internal.BlockStepper;

/** Makes steppers: chooses the algorithm for a dynamics. */
public final class Steppers {

    private Steppers() {}

    /**
     * A stepper on its own threads.
     *
     * @param threads at least 1; the result does not depend on it
     */
    public static Stepper create(Dynamics dynamics, int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("the number of threads is " + threads + "; expected at least 1");
        }
        return new BlockStepper(dynamics, threads);
    }

    /** As many threads as the machine has processors. */
    public static int availableThreads() {
        return Runtime.getRuntime().availableProcessors();
    }
}
