package org.localmax.experiments;

import org.localmax.dynamics.Step;
import org.localmax.solver.StepListener;

/** What a run tells while it goes on, and asks; see {@link StepListener} for the threads. */
public interface RunListener extends StepListener {

    /** Hears nothing, cancels nothing. */
    RunListener NONE = new RunListener() {};

    /** A step is done; told in order from one thread. The last one is the look at the last state: it is decided, not taken. */
    default void stepped(Step step) {}
}
