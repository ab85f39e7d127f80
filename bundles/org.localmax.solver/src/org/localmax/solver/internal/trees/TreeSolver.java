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
 * Selective rules in the plane and in space: a tree of boxes around the keys, and receivers in groups of similar queries.
 * About O(n log n) where few keys are near a threshold.
 */
public final class TreeSolver implements RowSolver {

    private static final int BLOCK = 16 * ReceiverGroup.LANES;

    private final boolean vectors;

    public TreeSolver(boolean vectors) {
        this.vectors = vectors;
    }

    @Override
    public void solve(StepRows step, Work work) {
        Keys keys = step.keys();
        BoxTree tree = BoxTree.of(keys, step.attention().grid(), work);
        int[] order = order(step.attention(), keys, tree, work);
        GroupKernel kernel = GroupKernel.of(vectors);
        Spares<GroupSearch> searches = new Spares<>(() -> new GroupSearch(step, tree, kernel));
        work.forRanges(keys.count(), BLOCK, (from, to) -> searches.lend(search -> search.solve(order, from, to, work)));
    }

    /** Receivers with similar thresholds next to each other. */
    private static int[] order(Attention attention, Keys keys, BoxTree tree, Work work) {
        boolean dependsOnSize =
                attention.dynamics().rule() instanceof Localmax localmax && localmax.scale() == Scale.ABSOLUTE;
        return dependsOnSize ? tree.order() : DirectionOrder.of(attention, keys, work);
    }
}
