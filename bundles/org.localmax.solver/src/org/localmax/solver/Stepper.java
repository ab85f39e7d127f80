package org.localmax.solver;

import java.util.Optional;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.State;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.exact.ExactTokens;

/**
 * Computes the steps of one dynamics. A step is a pure function of the state and the dynamics, bit for bit: what a stepper
 * remembers of earlier steps may change its time, never its result. Neighbour sets, margins and decisions are those of
 * {@link Dynamics#step}.
 *
 * <p>One step at a time; closing frees the threads.
 */
public interface Stepper extends AutoCloseable {

    /** The dynamics that is stepped. */
    Dynamics dynamics();

    /** The algorithm that computes the step from a state. */
    Algorithm algorithm(State state);

    /**
     * The step from a state.
     *
     * @throws java.util.concurrent.CancellationException if the listener cancels
     * @throws IllegalArgumentException as {@link Dynamics#attention}
     */
    Step step(State state, StepListener listener);

    /**
     * The tokens of a state of the run as fractions, where the stepper keeps to them.
     *
     * @throws java.util.concurrent.CancellationException if the listener cancels
     */
    default Optional<ExactTokens> fractions(State state, StepListener listener) {
        return Optional.empty();
    }

    /** Frees what the stepper holds; no step may follow. */
    @Override
    void close();
}
