package org.localmax.flow;

import org.localmax.dynamics.State;
import org.localmax.dynamics.Tokens;
import org.localmax.solver.StepListener;

/** Follows tokens in continuous time. */
interface Flow {

    /**
     * Where the flow takes the tokens of a state.
     *
     * @param time greater than 0
     * @throws java.util.concurrent.CancellationException if the listener cancels
     * @throws IllegalArgumentException with a message for the user, if the flow cannot be followed for so long
     */
    Tokens after(State start, double time, StepListener listener);
}
