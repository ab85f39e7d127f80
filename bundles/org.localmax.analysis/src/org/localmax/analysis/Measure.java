package org.localmax.analysis;

import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Tokens;

/** A number of one's own to be observed of each state. */
public interface Measure {

    /** The name of its column. */
    String name();

    /**
     * Its value; NaN where it has none. The same for the same tokens, whatever the number of threads.
     *
     * @param t the step of the state
     */
    double of(Tokens tokens, long t, CancellationCheck wanted);
}
