package org.localmax.experiments.sweeps;

import java.nio.file.Path;

/** What a sweep tells while it goes on, and asks. Called from its threads; all methods must be quick. */
public interface SweepListener {

    /** Hears nothing, stops nothing. */
    SweepListener NONE = new SweepListener() {};

    /** So many runs were there already. */
    default void found(long runs) {}

    /** A part is being run by another process, whose end is waited for. */
    default void waits(Path part) {}

    /** A run is done. */
    default void ran(boolean failed) {}

    /** Whether no further run should begin; those under way are finished. */
    default boolean isStopping() {
        return false;
    }

    /** Whether runs under way are no longer wanted either. */
    default boolean isCancelled() {
        return false;
    }
}
