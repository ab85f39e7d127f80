package org.localmax.solver.internal.trees;

import org.localmax.dynamics.Attention;
import org.localmax.solver.internal.VectorSupport;

/** Cuts the scores of receivers in the plane: the same bits in every implementation. For one thread. */
interface CutKernel {

    /** The kernel for a step of localmax on this machine. */
    static CutKernel of(Attention attention, boolean vectors) {
        return vectors && VectorSupport.available() ? new VectorCutKernel(attention) : new ScalarCutKernel(attention);
    }

    /**
     * Cuts the scores of receivers 0 to count - 1; arrays have an entry a receiver.
     *
     * @param tokens coordinate by coordinate
     * @param queries as well
     * @param best the greatest scores
     * @param closest no margin above this one is looked for
     * @return the least norm of a query, where that of 0 counts as 1
     */
    double cut(double[][] tokens, double[][] queries, double[] best, int count, double closest, Cuts cuts);

    /**
     * Writes how far receivers [from, to) cut beyond a point: the least and the greatest of their thresholds, divided by the
     * norms, less the inner product of their directions with the point.
     *
     * @param at where the least of {@link Cuts#scaledOutside} is written, and after it the greatest of {@link
     *     Cuts#scaledInside}
     */
    void bound(Cuts cuts, int from, int to, double x, double y, double[] bounds, int at);
}
