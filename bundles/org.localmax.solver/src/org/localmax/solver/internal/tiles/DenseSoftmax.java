package org.localmax.solver.internal.tiles;

import org.localmax.dynamics.Attention;
import org.localmax.dynamics.Interaction;
import org.localmax.solver.internal.Keys;
import org.localmax.solver.internal.RowSolver;
import org.localmax.solver.internal.StepRows;
import org.localmax.solver.internal.Work;

/** Softmax from all pairs. With A symmetric a score serves both of its tokens. */
final class DenseSoftmax implements RowSolver {

    private final boolean vectors;

    /** @param vectors whether vector instructions may be used */
    DenseSoftmax(boolean vectors) {
        this.vectors = vectors;
    }

    @Override
    public void solve(StepRows step, Work work) {
        Attention attention = step.attention();
        Keys keys = step.keys();
        Blocks blocks = Blocks.of(keys.count(), keys.dimension(), WeightKernel.SIDE);
        double[] queries = Queries.of(keys.rows(), keys.count(), attention, TileKernel.of(vectors), work);
        if (attention.parameter() < 0) {
            queries = Queries.negatives(queries, work);
        }
        double beta = Math.abs(attention.parameter());
        double greatestScore =
                attention.dynamics().interaction().normBound() * attention.largestNorm() * attention.largestNorm();
        SoftmaxTiles tiles = new SoftmaxTiles(keys, queries, greatestScore, beta, blocks, vectors, work);
        if (attention.dynamics().interaction().kind() != Interaction.Kind.GENERAL) {
            blocks.meet(work, (first, second) -> {
                if (blocks.from(first) < blocks.to(first)) {
                    addBlock(tiles, blocks.from(first), blocks.to(first), blocks, second, first != second);
                }
            });
        } else {
            work.forRanges(keys.count(), WeightKernel.SIDE, (from, to) -> {
                for (int block = 0; block < blocks.number(); block++) {
                    work.requireWanted();
                    addBlock(tiles, from, to, blocks, block, false);
                }
            });
        }
        work.forRanges(keys.count(), WeightKernel.SIDE, (from, to) -> {
            double[] mean = new double[keys.dimension()];
            for (int i = from; i < to; i++) {
                tiles.mean(i, mean);
                step.setMean(i, mean);
            }
            work.rowsDone(to - from);
        });
    }

    private static void addBlock(SoftmaxTiles tiles, int from, int to, Blocks blocks, int block, boolean bothWays) {
        if (blocks.from(block) < blocks.to(block)) {
            tiles.add(from, to, blocks.from(block), blocks.to(block), bothWays);
        }
    }
}
