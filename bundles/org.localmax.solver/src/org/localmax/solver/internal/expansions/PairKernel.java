package org.localmax.solver.internal.expansions;

import org.localmax.solver.internal.VectorSupport;

/**
 * Sums over pairs of a softmax step in the plane or in space, for {@link #RECEIVERS} receivers at a time. Each receiver's
 * operations and their order are the same in every implementation, and so are the bits.
 */
interface PairKernel {

    /** Receivers at a time. */
    int RECEIVERS = 8;

    /** The kernel on vectors if it may be used and is there. */
    static PairKernel of(boolean vectors) {
        return vectors && VectorSupport.available() ? new VectorPairKernel() : new ScalarPairKernel();
    }

    /**
     * Writes sums over keys with the weights w 2^(scale (s - origin)), s a score.
     *
     * @param blocks the keys' blocks, from index {@code from} to {@code to}
     * @param origins a score for each receiver, with which none of the powers is too great
     * @param sums for each receiver the sum of the weights, then for each coordinate that of the weighted keys:
     *     (1 + d) x {@link #RECEIVERS}
     */
    void sum(
            KeyBlocks keys,
            int[] blocks,
            int from,
            int to,
            Receivers receivers,
            int place,
            double scale,
            double[] origins,
            double[] sums);
}
