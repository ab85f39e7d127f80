package org.localmax.solver.internal.trees;

import org.localmax.solver.internal.StepRows;
import org.localmax.solver.internal.Work;

/**
 * The rows of {@link ReceiverGroup groups} of receivers: their greatest scores, from the keys that may have them, and then
 * their neighbours, from these or from a {@link BoxTree}. A node is passed over or taken whole where its bounds leave no
 * doubt for any receiver; leaves that are left are looked at key by key. For one thread.
 */
final class GroupSearch {

    private static final int ROOT = 1;

    private final SortedReceivers all;
    private final BoxTree tree;
    private final GroupKernel kernel;
    private final ReceiverGroup group;
    private final DirectionBox box;
    private final Candidates candidates;
    private final NodeStack stack = new NodeStack();

    GroupSearch(StepRows step, SortedReceivers all, BoxTree tree, GroupKernel kernel) {
        this.all = all;
        this.tree = tree;
        this.kernel = kernel;
        group = new ReceiverGroup(step);
        box = group.box();
        candidates = new Candidates(tree, step.keys(), step.attention().grid());
    }

    /**
     * Computes the rows of receivers [from, to) of all, at most as many as a group has lanes.
     *
     * @param keys among them the best of each
     */
    void solve(int from, int to, Contenders keys, Work work) {
        group.begin(all, from, to);
        group.orient();
        kernel.raise(group.queries(), 0, group.best(), keys);
        group.cut();
        group.referToThreshold(keys);
        select(work);
        work.rowsDone(group.finish());
    }

    /** Finds the neighbours, when the scores are cut. */
    private void select(Work work) {
        double outside = group.leastOutside();
        double inside = group.greatestInside();
        stack.push(ROOT);
        while (!stack.isEmpty()) {
            int node = stack.pop();
            box.bound(tree, node);
            if (box.greatest() < outside) {
                continue;
            }
            if (box.least() > inside) {
                group.sums().addWhole(tree, node);
            } else if (!tree.isLeaf(node)) {
                stack.push(2 * node);
                stack.push(2 * node + 1);
            } else {
                candidates.add(node);
                if (candidates.isFull()) {
                    look(work);
                    if (group.hasNarrowed()) {
                        outside = group.leastOutside();
                        inside = group.greatestInside();
                    }
                }
            }
        }
        look(work);
    }

    private void look(Work work) {
        work.requireWanted();
        kernel.select(group, candidates);
        candidates.clear();
    }
}
