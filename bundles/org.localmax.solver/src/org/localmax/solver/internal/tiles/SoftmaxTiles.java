package org.localmax.solver.internal.tiles;

import org.localmax.dynamics.Vectors;
import org.localmax.solver.internal.Exp2;
import org.localmax.solver.internal.Keys;
import org.localmax.solver.internal.Spares;
import org.localmax.solver.internal.Work;

/**
 * Softmax over tiles of scores: for each receiver the greatest score M so far, and the sums of the weights exp(beta (g -
 * M)) and of the tokens times these (Milakov and Gimelshein, Online normalizer calculation for softmax, 2018). When M rises,
 * the sums shrink. What belongs to a receiver is changed by one thread at a time.
 *
 * <p>The scores are those of the definition, or their negatives if beta is negative, so that beta counts as positive.
 */
final class SoftmaxTiles {

    /** Receivers in a tile at most. */
    static final int TILE_ROWS = 192;

    private final Keys keys;
    private final Blocks blocks;
    private final TileKernel kernel;
    private final WeightKernel weightKernel;
    private final double beta;
    private final Panels queries;
    private final Panels panels;
    /** The coordinates of all keys in panels of coordinates; for {@link WeightKernel#addProducts}. */
    private final double[] values;
    /** From a panel of coordinates to the next. */
    private final int valueStride;
    /** How many tokens are at each key, none at the padding. */
    private final double[] counts;

    private final double[] origins;
    private final double[] totals;
    /** Weighted sums of tokens: a row of {@link #width} numbers a receiver. */
    private final double[] sums;

    private final int width;
    private final Spares<Tile> tiles;

    /** Scores of a tile, its weights for the columns, and numbers of the columns. */
    private record Tile(double[] scores, double[] weights, double[] ofColumns) {}

    SoftmaxTiles(Keys keys, double[] queryRows, double beta, Blocks blocks, boolean vectors, Work work) {
        this.keys = keys;
        this.blocks = blocks;
        kernel = TileKernel.of(vectors);
        weightKernel = WeightKernel.of(vectors);
        this.beta = beta;
        int n = keys.count();
        int d = keys.dimension();
        int padded = blocks.paddedCount();
        queries = Panels.of(queryRows, n, d, TileKernel.ROWS, work);
        panels = Panels.of(keys.rows(), n, d, TileKernel.COLUMNS, work);
        width = (d + TileKernel.COLUMNS - 1) / TileKernel.COLUMNS * TileKernel.COLUMNS;
        valueStride = Panels.length(padded, TileKernel.COLUMNS, 1);
        values = new double[Panels.length(padded, width, 1)];
        counts = new double[padded];
        origins = new double[padded];
        totals = new double[padded];
        sums = new double[values.length];
        work.forRanges(n, Panels.rangeLength(1, d), (from, to) -> {
            for (int i = from; i < to; i++) {
                counts[i] = keys.weight(i);
                origins[i] = Vectors.dot(queryRows, i * d, keys.rows(), 0, d);
                for (int k = 0; k < d; k++) {
                    values[k / TileKernel.COLUMNS * valueStride + i * TileKernel.COLUMNS + k % TileKernel.COLUMNS] =
                            keys.rows()[i * d + k];
                }
            }
        });
        int side = blocks.side();
        tiles = new Spares<>(
                () -> new Tile(new double[TILE_ROWS * side], new double[TILE_ROWS * side], new double[side]));
    }

    /**
     * Adds keys [keysFrom, keysTo), those of one block, to receivers [from, to), at most {@link #TILE_ROWS}; and the
     * receivers as keys to the keys as receivers, too, if it is both ways.
     */
    void add(int from, int to, int keysFrom, int keysTo, boolean bothWays) {
        tiles.lend(tile -> {
            int keyPanels = CandidateScan.panels(keysTo - keysFrom, TileKernel.COLUMNS);
            kernel.scores(
                    queries.values(),
                    queries.at(from),
                    CandidateScan.panels(to - from, TileKernel.ROWS),
                    panels.values(),
                    panels.at(keysFrom),
                    keyPanels,
                    keys.dimension(),
                    tile.scores,
                    0,
                    blocks.side());
            if (bothWays) {
                addToColumns(from, to, keysFrom, keysTo, tile);
            }
            addToRows(from, to, keysFrom, keyPanels * TileKernel.COLUMNS, tile.scores);
        });
    }

    private void addToRows(int from, int to, int keysFrom, int length, double[] scores) {
        int stride = blocks.side();
        for (int i = from; i < to; i++) {
            int at = (i - from) * stride;
            raise(i, kernel.greatest(scores, at, length));
            totals[i] += weightKernel.weigh(scores, at, length, beta, origins[i], counts, keysFrom);
        }
        weightKernel.addProducts(
                scores,
                stride,
                CandidateScan.panels(to - from, TileKernel.ROWS),
                length,
                values,
                keysFrom * TileKernel.COLUMNS,
                valueStride,
                sums,
                from * width,
                width);
    }

    private void addToColumns(int from, int to, int keysFrom, int keysTo, Tile tile) {
        int rows = to - from;
        int length = CandidateScan.panels(keysTo - keysFrom, TileKernel.COLUMNS) * TileKernel.COLUMNS;
        System.arraycopy(origins, keysFrom, tile.ofColumns, 0, length);
        weightKernel.raise(tile.scores, blocks.side(), rows, length, tile.ofColumns);
        for (int j = 0; j < length; j++) {
            raise(keysFrom + j, tile.ofColumns[j]);
            tile.ofColumns[j] = totals[keysFrom + j];
        }
        weightKernel.weighColumns(
                tile.scores,
                blocks.side(),
                rows,
                length,
                beta,
                origins,
                keysFrom,
                counts,
                from,
                tile.weights,
                tile.ofColumns);
        System.arraycopy(tile.ofColumns, 0, totals, keysFrom, length);
        weightKernel.addPanelProducts(
                tile.weights,
                length / TileKernel.ROWS,
                rows,
                values,
                from * TileKernel.COLUMNS,
                valueStride,
                sums,
                keysFrom * width,
                width);
    }

    /** Makes a score the origin of a receiver's weights if it is greater than the present one. */
    private void raise(int i, double score) {
        if (score > origins[i]) {
            double factor = Exp2.of((origins[i] - score) * beta * Exp2.LOG2_E);
            origins[i] = score;
            totals[i] *= factor;
            for (int k = i * width; k < (i + 1) * width; k++) {
                sums[k] *= factor;
            }
        }
    }

    /** Writes the mean of a receiver that has met all keys. */
    void mean(int i, double[] mean) {
        for (int k = 0; k < mean.length; k++) {
            mean[k] = sums[i * width + k] / totals[i];
        }
    }
}
