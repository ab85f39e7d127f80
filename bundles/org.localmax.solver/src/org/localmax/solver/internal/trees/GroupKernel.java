package org.localmax.solver.internal.trees;

import org.localmax.solver.internal.VectorSupport;

/** The scores of all receivers of a group with a few keys: the same bits in every implementation. */
interface GroupKernel {

    /** The kernel for this machine. */
    static GroupKernel of(boolean vectors) {
        return vectors && VectorSupport.available() ? new VectorGroupKernel() : new ScalarGroupKernel();
    }

    /**
     * Raises the best score of each lane to the greatest of its scores for some keys.
     *
     * @param queries coordinate by coordinate
     * @param from the index there of the first lane
     * @param best the best scores, with the same indices
     */
    void raise(double[][] queries, int from, double[] best, Contenders keys);

    /** Hands over all of some keys whose scores are not outside. */
    void findNear(ReceiverGroup group, Contenders keys);

    /** Adds the candidates to the sums of each lane that has them inside, and hands over those that are near. */
    void select(ReceiverGroup group, Candidates candidates);
}
