package org.localmax.solver.internal;

/** One way to compute all rows of a step. Keeps nothing from one step to the next that changes a result. */
public interface RowSolver {

    /**
     * Computes the row of every point and hands it to the step.
     *
     * @throws java.util.concurrent.CancellationException if the work is cancelled
     */
    void solve(StepRows step, Work work);
}
