package org.localmax.analysis.monitors;

import org.localmax.dynamics.Step;

/** Watches one statement along a trajectory. */
public interface Monitor {

    /** What is watched. */
    Statement statement();

    /** Looks at the next step; steps come in their order, from the first on. */
    void see(Step step);

    /** What is to be said after the steps seen. */
    Finding finding();
}
