package org.localmax.solver.internal.tiles;

import java.util.function.Supplier;
import org.localmax.solver.internal.Spares;
import org.localmax.solver.internal.Work;

/** All scores of a receiver at once, a few receivers at a time: O(n) numbers a thread. */
final class ScoreRows {

    /** About this many scores are held at once. */
    private static final int SCORES = 1 << 18;

    private static final int MOST_ROWS = 64;
    private static final int KEYS_AT_ONCE = 256;

    private final double[] queries;
    private final Panels keys;
    private final int count;
    private final TileKernel kernel;

    /**
     * @param queries of each receiver, row by row
     * @param keys in panels of {@link TileKernel#COLUMNS}
     * @param count how many keys there are
     */
    ScoreRows(double[] queries, Panels keys, int count, TileKernel kernel) {
        this.queries = queries;
        this.keys = keys;
        this.count = count;
        this.kernel = kernel;
    }

    /** What is done with the scores of a receiver. */
    @FunctionalInterface
    interface Reader {

        /**
         * Reads, and may change, the scores of a receiver.
         *
         * @param at where they begin
         */
        void read(int receiver, double[] scores, int at);
    }

    /** Hands the scores of some receivers to readers, of which each is used by one thread. */
    void forEach(int[] receivers, Supplier<Reader> readers, Work work) {
        int stride = (count + TileKernel.COLUMNS - 1) / TileKernel.COLUMNS * TileKernel.COLUMNS;
        int rows = Math.clamp(SCORES / stride, TileKernel.ROWS, MOST_ROWS) / TileKernel.ROWS * TileKernel.ROWS;
        Panels.length(rows, stride, 1);
        Spares<double[]> spares = new Spares<>(() -> new double[rows * stride]);
        work.forRanges(
                receivers.length,
                rows,
                (from, to) -> spares.lend(scores -> {
                    fill(scores, stride, receivers, from, to);
                    Reader reader = readers.get();
                    for (int r = from; r < to; r++) {
                        work.requireWanted();
                        reader.read(receivers[r], scores, (r - from) * stride);
                    }
                }));
    }

    private void fill(double[] scores, int stride, int[] receivers, int from, int to) {
        int d = keys.dimension();
        int panels = (to - from + TileKernel.ROWS - 1) / TileKernel.ROWS;
        double[] packed = new double[panels * TileKernel.ROWS * d];
        for (int r = 0; r < panels * TileKernel.ROWS; r++) {
            int row = receivers[Math.min(from + r, to - 1)] * d;
            int at = r / TileKernel.ROWS * TileKernel.ROWS * d + r % TileKernel.ROWS;
            for (int k = 0; k < d; k++) {
                packed[at + k * TileKernel.ROWS] = queries[row + k];
            }
        }
        for (int j = 0; j < stride; j += KEYS_AT_ONCE) {
            int keyPanels = Math.min(KEYS_AT_ONCE, stride - j) / TileKernel.COLUMNS;
            kernel.scores(packed, 0, panels, keys.values(), keys.at(j), keyPanels, d, scores, j, stride);
        }
    }
}
