package org.localmax.dynamics;

import java.util.concurrent.atomic.LongAdder;

/**
 * One step of a run and all that was decided in it. The arrays have one entry a token and are the step's own: read, never
 * changed.
 *
 * @param before the state the step started from
 * @param after the state one step later
 * @param residual r(t) = max_i |x_i(t+1) - x_i(t)|
 * @param smallestMargin the least margin of a row, of those that are within the row's {@link Strip#vicinity()}; infinite if
 *     there is none, NaN for rules that decide nothing
 * @param counts |C_i|
 * @param fingerprints the fingerprint of each C_i
 * @param ambiguous ambiguous decisions of each row
 * @param consequential consequential ones among them
 */
public record Step(
        State before,
        State after,
        double residual,
        double smallestMargin,
        int[] counts,
        long[] fingerprints,
        int[] ambiguous,
        int[] consequential) {

    private static final int ROWS_A_BLOCK = 1 << 16;

    /**
     * Whether this is an earlier step once more, but for t and the error: it has the very tokens and rows of that. A solver
     * hands them over where nothing moves.
     */
    public boolean repeats(Step earlier) {
        return before.tokens() == earlier.before.tokens()
                && after.tokens() == earlier.after.tokens()
                && counts == earlier.counts
                && fingerprints == earlier.fingerprints;
    }

    /** The mean of |C_i|. */
    public double meanCount() {
        long sum = 0;
        for (int count : counts) {
            sum += count;
        }
        return (double) sum / counts.length;
    }

    /** One number for all neighbour sets together; equal sets give equal numbers. */
    public long fingerprint() {
        return fingerprint(Workers.ALONE);
    }

    /** The same, found by workers. */
    public long fingerprint(Workers workers) {
        LongAdder sum = new LongAdder();
        workers.forRanges(fingerprints.length, ROWS_A_BLOCK, (from, to) -> {
            long here = 0;
            for (int i = from; i < to; i++) {
                // turned, or tokens i and j with the sets {j} and {j} would count like i and j with {i} and {i}
                here += Fingerprint.of(fingerprints[i] ^ Long.rotateLeft(Fingerprint.of(i), Integer.SIZE));
            }
            sum.add(here);
        });
        return sum.sum();
    }

    /** Number of ambiguous decisions, harmless ones included. */
    public long ambiguousDecisions() {
        return sum(ambiguous);
    }

    /** Number of consequential decisions. */
    public long consequentialDecisions() {
        return sum(consequential);
    }

    private static long sum(int[] values) {
        long sum = 0;
        for (int value : values) {
            sum += value;
        }
        return sum;
    }
}
