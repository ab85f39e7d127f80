package org.localmax.solver.internal.shells;

import org.localmax.dynamics.Attention;
import org.localmax.dynamics.AttentionRule.Softmax;
import org.localmax.solver.internal.RowSolver;
import org.localmax.solver.internal.StepRows;
import org.localmax.solver.internal.Work;

/**
 * Dimension 1 to 3: queries in blocks against tiles of {@link ShellKeys}. Bounds leave tiles out, or none if all pairs are
 * wanted: that changes no bit of a selective rule, and only the roundings of softmax.
 */
public final class ShellSolver implements RowSolver {

    /** The greatest dimension. */
    public static final int DIMENSIONS = 3;

    private static final int BLOCK = 64;

    /** About this many pairs at most make a block. */
    private static final int PAIRS = 1 << 26;

    private final boolean vectors;
    private final boolean bounded;

    /** A solver that leaves out what bounds exclude. */
    public ShellSolver(boolean vectors) {
        this(vectors, true);
    }

    private ShellSolver(boolean vectors, boolean bounded) {
        this.vectors = vectors;
        this.bounded = bounded;
    }

    /**
     * A solver that takes the score of every pair. Selective rules look a second time at those tiles alone whose greatest
     * score reaches the threshold, softmax weighs every pair. It is what other algorithms are measured against.
     */
    public static ShellSolver overAllPairs(boolean vectors) {
        return new ShellSolver(vectors, false);
    }

    @Override
    public void solve(StepRows step, Work work) {
        Attention attention = step.attention();
        ShellKeys keys = new ShellKeys(step.keys(), attention.dynamics().rule() instanceof Softmax, bounded);
        ShellKernel kernel = ShellKernel.of(keys.dimension(), vectors);
        int length = blockLength(keys.count());
        if (attention.dynamics().rule() instanceof Softmax) {
            SoftmaxTerms terms = new SoftmaxTerms(attention.parameter(), keys, step.keys());
            work.forRanges(keys.count(), length, (from, to) -> {
                new SoftmaxBlock(step, keys, kernel, terms, from, to).solve();
                work.rowsDone(to - from);
            });
        } else if (attention.parameter() > 0) {
            MemberTerms terms = new MemberTerms(keys, step.keys(), attention.grid());
            work.forRanges(keys.count(), length, (from, to) -> {
                new SelectiveBlock(step, keys, kernel, from, to).solve(terms);
                work.rowsDone(to - from);
            });
        } else {
            work.forRanges(keys.count(), length, (from, to) -> {
                new SelectiveBlock(step, keys, kernel, from, to).solve();
                work.rowsDone(to - from);
            });
        }
    }

    /** A multiple of four. */
    private static int blockLength(int keys) {
        return Math.clamp(PAIRS / keys & -ShellKeys.LANES, ShellKeys.LANES, BLOCK);
    }
}
