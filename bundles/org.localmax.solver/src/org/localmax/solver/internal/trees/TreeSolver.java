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
        int[] order = DirectionOrder.of(step.attention(), step.keys(), work);
        ConeSearch cones = ConeSearch.of(step, order, true, SHARES, vectors, work);
        GroupKernel kernel = GroupKernel.of(vectors);
        Spares<BestSearch> searches = new Spares<>(() -> new BestSearch(step, kernel));
        forBlocks(
                cones,
                order.length,
                work,
                (visit, from, to) -> searches.lend(search ->
                        visit.groups(from, to, (first, end, keys) -> search.solve(order, first, end, keys, work))));
    }

    private void solveStrips(StepRows step, Work work) {
        Keys keys = step.keys();
        BoxTree tree = BoxTree.of(keys, step.attention().grid(), work);
        int[] order = order(step.attention(), keys, tree, work);
        ConeSearch cones = ConeSearch.of(step, order, false, SHARES, vectors, work);
        GroupKernel kernel = GroupKernel.of(vectors);
        Spares<GroupSearch> searches = new Spares<>(() -> new GroupSearch(step, tree, kernel));
        forBlocks(
                cones,
                order.length,
                work,
                (visit, from, to) -> searches.lend(search ->
                        visit.groups(from, to, (first, end, best) -> search.solve(order, first, end, best, work))));
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
