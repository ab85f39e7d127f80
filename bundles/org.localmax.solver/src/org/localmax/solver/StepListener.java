package org.localmax.solver;

/**
 * What a stepper tells while it works, and asks. Called from the solver's threads, in no particular order; both methods
 * must be quick.
 */
public interface StepListener {

    /** Hears nothing, cancels nothing. */
    StepListener NONE = new StepListener() {};

    /** So many of the rows of the present step are done; the numbers come in any order. */
    default void rowsDone(long done, long rows) {}

    /** Whether the step is no longer wanted; asked between blocks of rows. */
    default boolean isCancelled() {
        return false;
    }

    /** The same for what is no row of the present step: asks, and tells nothing. */
    default StepListener withoutRows() {
        StepListener asked = this;
        return new StepListener() {
            @Override
            public boolean isCancelled() {
                return asked.isCancelled();
            }
        };
    }
}
