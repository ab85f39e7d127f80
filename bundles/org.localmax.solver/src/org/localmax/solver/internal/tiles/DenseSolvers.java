package org.localmax.solver.internal.tiles;

import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.AttentionRule.Selective;
import org.localmax.dynamics.AttentionRule.Softmax;
import org.localmax.dynamics.CustomRule;
import org.localmax.solver.internal.RowSolver;

/** The solvers over all pairs. */
public final class DenseSolvers {

    private DenseSolvers() {}

    /** The one that looks in single precision first, for selective rules. */
    public static RowSolver filtered(boolean vectors) {
        return new DenseSelection(true, vectors);
    }

    /** The one for a rule. */
    public static RowSolver of(AttentionRule rule, boolean vectors) {
        return switch (rule) {
            case Selective _ -> new DenseSelection(false, vectors);
            case Softmax _ -> new DenseSoftmax(vectors);
            case CustomRule _ -> new DenseCustom(vectors);
        };
    }
}
