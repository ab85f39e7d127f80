package org.localmax.analysis.monitors;

import java.util.Optional;
import java.util.function.Supplier;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.exact.ExactTokens;

/** Watches one statement along a trajectory. */
public interface Monitor {

    /** What is watched. */
    Statement statement();

    /** Looks at the next step; steps come in their order, from the first on. */
    void see(Step step);

    /**
     * The same.
     *
     * @param after the tokens after the step as fractions, where the run keeps to them
     */
    default void see(Step step, Supplier<Optional<ExactTokens>> after) {
        see(step);
    }

    /** What is to be said after the steps seen. */
    Finding finding();
}
