package org.localmax.solver.internal.expansions;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.localmax.dynamics.Attention;
import org.localmax.solver.internal.Exp2;
import org.localmax.solver.internal.RowSolver;
import org.localmax.solver.internal.Spares;
import org.localmax.solver.internal.StepRows;
import org.localmax.solver.internal.Work;

/**
 * Softmax in the plane and in space within an error bound: each mean differs from the exact one by at most eps R, R the
 * largest norm of a token, and by the rounding of scores and sums that every way of computing it has.
 *
 * <p>Receivers are halved by their queries into ever smaller cells. On the way down {@link Relevance} drops the
 * blocks of keys that do not matter to a cell. Where {@link ExpansionChoice} finds that it is cheaper to expand the sums
 * over clusters of the keys left in the query than to sum all pairs, {@link ClusteredExpansion} does it; the smallest cells
 * and those to which few keys matter are summed pair by pair. What is chosen depends on the tokens and eps alone.
 */
public final class CertifiedSoftmax implements RowSolver {

    /** Which of the ways to compute a cell may be taken. */
    enum Ways {
        /** The cheaper one. */
        BOTH,
        /** Sums over pairs alone. */
        PAIRS,
        /** An expansion wherever the bounds allow it. */
        EXPANSIONS
    }

    /** Cells of more receivers are seen to by all threads together. */
    private static final int LEAST_SHARED_CELL = 512;

    private static final int MOST_TASKS = 128;

    private final double error;
    private final Ways ways;
    private final SoftmaxKernels kernels;

    /**
     * @param error eps
     * @throws IllegalArgumentException if it is 0
     */
    public CertifiedSoftmax(double error, boolean vectors) {
        this(error, vectors, Ways.BOTH);
    }

    CertifiedSoftmax(double error, boolean vectors, Ways ways) {
        if (!(error > 0)) {
            throw new IllegalArgumentException(
                    "the error of softmax is " + error + "; expected more than 0 for the algorithm certified");
        }
        this.error = Math.min(error, SoftmaxProblem.LARGEST_ERROR);
        this.ways = ways;
        kernels = SoftmaxKernels.of(vectors);
    }

    @Override
    public void solve(StepRows step, Work work) {
        Attention attention = step.attention();
        double beta = Math.abs(attention.parameter());
        KeyBlocks keys = new KeyBlocks(step.keys(), work);
        Receivers receivers = new Receivers(step, keys.order(), attention.parameter() < 0 ? -1 : 1, work);
        SoftmaxProblem problem =
                new SoftmaxProblem(keys, receivers, beta, beta * Exp2.LOG2_E, attention.largestNorm(), error);
        int shared = Math.max(LEAST_SHARED_CELL, receivers.count() / MOST_TASKS);
        Spares<SoftmaxWalk> sharedWalks =
                new Spares<>(() -> new SoftmaxWalk(problem, step, work, kernels, ways, work::forBlocks));
        List<KeyedCell> small = new ArrayList<>();
        List<KeyedCell> level = List.of(KeyedCell.all(problem));
        while (!level.isEmpty()) {
            List<KeyedCell> large = new ArrayList<>();
            for (KeyedCell cell : level) {
                (cell.cell().receivers() <= shared ? small : large).add(cell);
            }
            level = halves(large, sharedWalks, work);
        }
        // the cells halved most often first: there the receivers are dense, and most keys may matter to them
        Spares<SoftmaxWalk> walks =
                new Spares<>(() -> new SoftmaxWalk(problem, step, work, kernels, ways, Repetition.inTurn(work)));
        work.forBlocks(small.size(), task -> walks.lend(walk -> walk.walk(small.get(small.size() - 1 - task))));
    }

    /** Computes the means of cells on all threads except for those that are better halved, and returns these halves. */
    private static List<KeyedCell> halves(List<KeyedCell> cells, Spares<SoftmaxWalk> walks, Work work) {
        List<List<KeyedCell>> halves = new ArrayList<>(Collections.nCopies(cells.size(), List.of()));
        work.forBlocks(cells.size(), i -> walks.lend(walk -> halves.set(i, walk.halves(cells.get(i)))));
        return halves.stream().flatMap(List::stream).toList();
    }
}
