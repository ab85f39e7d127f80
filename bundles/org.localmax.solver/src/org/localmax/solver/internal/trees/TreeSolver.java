package org.localmax.solver.internal.trees;

import org.localmax.dynamics.Attention;
import org.localmax.dynamics.AttentionRule.Localmax;
import org.localmax.dynamics.AttentionRule.Scale;
import org.localmax.solver.internal.Keys;
import org.localmax.solver.internal.RowSolver;
import org.localmax.solver.internal.Spares;
import org.localmax.solver.internal.StepRows;
import org.localmax.solver.internal.Work;

/**
 * Selective rules in the plane and in space: receivers in groups of similar queries, each with the keys that may be best
 * for it, and for strips a tree of boxes around the keys. About O(n log n) where few keys are near a threshold.
 */
public final class TreeSolver implements RowSolver {

    /** So many blocks of receivers at least, where there are enough. */
    private static final int BLOCKS = 128;

    private static final int SHARES = 16;
    /** Receivers in a block whose tokens stay in cache. */
    private static final int BLOCK = 1 << 14;

    private static final int LEAST_BLOCK = 1 << 11;
    private static final int FAIR_BLOCKS = 16;
    /** One in so many keys tells whether it is better to sort the receivers. */
    private static final int SAMPLE = 16;
    /** With more keys a receiver it is better to sort the receivers. */
    private static final int FEW = 64;

    private final boolean vectors;

    public TreeSolver(boolean vectors) {
        this.vectors = vectors;
    }

    @Override
    public void solve(StepRows step, Work work) {
        if (step.attention().parameter() == 0) {
            solveBest(step, work);
        } else {
            solveStrips(step, work);
        }
    }

    /** Where the best keys alone are neighbours. */
    private void solveBest(StepRows step, Work work) {
        ConeKernel kernel = ConeKernel.of(vectors);
        int block = Math.max(LEAST_BLOCK, Math.min(BLOCK, step.keys().count() / FAIR_BLOCKS));
        DirectionCells cells = DirectionCells.of(step, levels(block), work);
        if (cells.meanCount(cells.contenders(SAMPLE, kernel, work)) <= FEW) {
            Contenders[] keys = cells.contenders(1, kernel, work);
            if (cells.meanCount(keys) <= FEW) {
                solveCells(step, cells, keys, block, work);
                return;
            }
        }
        solveSorted(step, work);
    }

    private void solveCells(StepRows step, DirectionCells cells, Contenders[] keys, int block, Work work) {
        Spares<BestSearch> searches = new Spares<>(() -> new BestSearch(step, GroupKernel.of(vectors)));
        Spares<CellOrder> orders = new Spares<>(() -> new CellOrder(cells));
        work.forRanges(
                step.keys().count(),
                block,
                (from, to) -> orders.lend(order -> searches.lend(search -> {
                    order.begin(from, to);
                    search.solve(order, keys, work);
                })));
    }

    private void solveSorted(StepRows step, Work work) {
        SortedReceivers receivers =
                SortedReceivers.of(step.keys(), DirectionOrder.of(step.attention(), step.keys(), work), work);
        ConeSearch cones = ConeSearch.of(step, receivers, true, SHARES, vectors, work);
        Spares<BestSearch> searches = new Spares<>(() -> new BestSearch(step, GroupKernel.of(vectors)));
        forBlocks(
                cones,
                receivers.count(),
                work,
                (visit, from, to) -> searches.lend(search ->
                        visit.groups(from, to, (first, end, left) -> search.solve(receivers, first, end, left, work))));
    }

    /** So many levels of cells that groups of a block find some receivers in each. */
    private static int levels(int block) {
        int cells = block / (2 * ReceiverGroup.LANES);
        return Math.max(1, (31 - Integer.numberOfLeadingZeros(cells)) / 2);
    }

    private void solveStrips(StepRows step, Work work) {
        Keys keys = step.keys();
        BoxTree tree = BoxTree.of(keys, step.attention().grid(), work);
        SortedReceivers receivers = SortedReceivers.of(keys, order(step.attention(), keys, tree, work), work);
        ConeSearch cones = ConeSearch.of(step, receivers, false, SHARES, vectors, work);
        GroupKernel kernel = GroupKernel.of(vectors);
        Spares<GroupSearch> searches = new Spares<>(() -> new GroupSearch(step, receivers, tree, kernel));
        forBlocks(
                cones,
                receivers.count(),
                work,
                (visit, from, to) -> searches.lend(
                        search -> visit.groups(from, to, (first, end, best) -> search.solve(first, end, best, work))));
    }

    private interface BlockTask {

        void run(ConeSearch.Visit visit, int from, int to);
    }

    private static void forBlocks(ConeSearch cones, int receivers, Work work, BlockTask task) {
        int groups = (receivers + ReceiverGroup.LANES - 1) / ReceiverGroup.LANES;
        int block = (groups + BLOCKS - 1) / BLOCKS * ReceiverGroup.LANES;
        Spares<ConeSearch.Visit> visits = new Spares<>(cones::visit);
        work.forRanges(receivers, block, (from, to) -> visits.lend(visit -> task.run(visit, from, to)));
    }

    /** Receivers with similar thresholds next to each other. */
    private static int[] order(Attention attention, Keys keys, BoxTree tree, Work work) {
        boolean dependsOnSize =
                attention.dynamics().rule() instanceof Localmax localmax && localmax.scale() == Scale.ABSOLUTE;
        return dependsOnSize ? tree.order() : DirectionOrder.of(attention, keys, work);
    }
}
