package org.localmax.solver.internal;

import org.localmax.dynamics.Attention;

/** Rows of the definition in blocks. */
final class DefinitionSolver implements RowSolver {

    /** About this many products lie between two looks at the listener. */
    private static final int PRODUCTS_A_BLOCK = 1 << 20;

    @Override
    public void solve(StepRows step, Work work) {
        Attention attention = step.attention();
        int n = attention.state().tokens().count();
        long rowLength = (long) n * attention.state().tokens().dimension();
        int block = (int) Math.max(1, PRODUCTS_A_BLOCK / rowLength);
        work.forRanges(n, block, (from, to) -> {
            for (int i = from; i < to; i++) {
                step.set(attention.row(i));
            }
            work.rowsDone(to - from);
        });
    }
}
