package org.localmax.solver.internal.trees;

import org.localmax.solver.internal.VectorSupport;

/** The scores of all receivers of a group with a few keys: the same bits in every implementation. */
interface GroupKernel {

    /** The kernel for this machine. */
    static GroupKernel of(boolean vectors) {
        return vectors && VectorSupport.available() ? new VectorGroupKernel() : new ScalarGroupKernel();
    }

    /** Raises the best score of each lane to the greatest of its scores at positions [from, to) of a tree. */
    void raise(ReceiverGroup group, BoxTree tree, int from, int to);

    /**
     * Hands over all keys of a leaf of a tree whose scores are not outside.
     *
     * @param taken whether the sums of all lanes contain the leaf, all of whose keys are neighbours near the thresholds
     */
    void findNear(ReceiverGroup group, BoxTree tree, int leaf, boolean taken);

    /** Adds the candidates to the sums of each lane that has them inside, and hands over those that are near. */
    void select(ReceiverGroup group, Candidates candidates);
}
