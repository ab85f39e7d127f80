package org.localmax.experiments;

import org.localmax.solver.Steppers;

/**
 * How a run is carried out; nothing of it changes the result.
 *
 * @param threads number of threads, at least 1
 * @param force whether a capsule that is there may be replaced
 */
public record RunOptions(int threads, boolean force) {

    /** All processors, nothing replaced. */
    public static final RunOptions DEFAULT = new RunOptions(Steppers.availableThreads(), false);
}
