package org.localmax.experiments.sweeps;

/**
 * How far a shard of a sweep is.
 *
 * @param runs how many runs it has
 * @param found how many were there before
 * @param done how many were made
 * @param failed how many of all that are there failed or were stopped
 */
public record SweepTally(long runs, long found, long done, long failed) {

    /** Whether all runs are there. */
    public boolean isComplete() {
        return found + done == runs;
    }
}
