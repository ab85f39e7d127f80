package org.localmax.solver.internal.trees;

import org.localmax.solver.internal.Keys;
import org.localmax.solver.internal.RowSolver;
import org.localmax.solver.internal.Spares;
import org.localmax.solver.internal.StepRows;
import org.localmax.solver.internal.Work;

/**
 * Localmax in the plane whose strip depends on the direction of the query alone: each key belongs to few runs of receivers
 * sorted by direction. A tree of boxes around the keys meets a tree over each block of receivers; whole ranges of receivers
 * take whole nodes of keys. About O(n log n), however many neighbours there are.
 */
public final class SweepSolver implements RowSolver {

    /** So large that most keys change sides in few blocks, so small that its sums stay in cache. */
    private static final int BLOCK = 1 << 13;

    private static final int LEAST_BLOCK = 1 << 9;
    private static final int LEAST_BLOCKS = 16;
    private static final int BLOCKS_A_SHARE = 16;

    private final boolean vectors;

    public SweepSolver(boolean vectors) {
        this.vectors = vectors;
    }

    @Override
    public void solve(StepRows step, Work work) {
        Keys keys = step.keys();
        BoxTree tree = BoxTree.of(keys, step.attention().grid(), work);
        SortedReceivers receivers = SortedReceivers.of(keys, DirectionOrder.of(step.attention(), keys, work), work);
        int fair = keys.count() / LEAST_BLOCKS / ReceiverGroup.LANES * ReceiverGroup.LANES;
        int block = Math.max(LEAST_BLOCK, Math.min(BLOCK, fair));
        int shares = Math.max(LEAST_BLOCKS, keys.count() / block / BLOCKS_A_SHARE);
        ConeSearch cones = ConeSearch.of(step, receivers, false, shares, vectors, work);
        Spares<DualSweep> sweeps = new Spares<>(() -> new DualSweep(step, receivers, tree, cones, vectors, block));
        work.forRanges(keys.count(), block, (from, to) -> sweeps.lend(sweep -> sweep.solve(from, to, work)));
        receivers.giveBack(work);
        tree.giveBack(work);
    }
}
