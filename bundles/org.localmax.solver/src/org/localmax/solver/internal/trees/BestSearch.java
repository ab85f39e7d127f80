package org.localmax.solver.internal.trees;

import org.localmax.solver.internal.StepRows;
import org.localmax.solver.internal.Work;

/** The rows of {@link ReceiverGroup groups} of receivers whose neighbours are their best keys alone. For one thread. */
final class BestSearch {

    private final GroupKernel kernel;
    private final ReceiverGroup group;

    BestSearch(StepRows step, GroupKernel kernel) {
        this.kernel = kernel;
        group = new ReceiverGroup(step);
    }

    /**
     * Computes the rows of a block of receivers.
     *
     * @param keys for each cell all keys that are best for one of its receivers, or in the vicinity
     */
    void solve(CellOrder block, Contenders[] keys, Work work) {
        for (int cell = 0; cell < keys.length; cell++) {
            int end = block.begin(cell + 1);
            for (int from = block.begin(cell); from < end; from += ReceiverGroup.LANES) {
                group.begin(block.order(), from, Math.min(end, from + ReceiverGroup.LANES));
                solve(keys[cell], work);
            }
        }
    }

    /**
     * Computes the rows of receivers [from, to) of all, at most as many as a group has lanes.
     *
     * @param keys among them all that are best for one of them, or in the vicinity
     */
    void solve(SortedReceivers all, int from, int to, Contenders keys, Work work) {
        group.begin(all, from, to);
        solve(keys, work);
    }

    private void solve(Contenders keys, Work work) {
        work.requireWanted();
        kernel.raise(group.queries(), 0, group.best(), keys);
        group.cut();
        kernel.findNear(group, keys);
        work.rowsDone(group.finish());
    }
}
