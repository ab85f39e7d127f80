package org.localmax.solver.internal.tiles;

import java.util.Arrays;
import org.localmax.dynamics.Vectors;
import org.localmax.solver.internal.Exp2;
import org.localmax.solver.internal.Keys;
import org.localmax.solver.internal.Spares;
import org.localmax.solver.internal.Work;

/**
 * Softmax over tiles of scores: for each receiver the greatest score M so far, and the sums of the weights exp(beta (s -
 * M)) and of the tokens times these (Milakov and Gimelshein, Online normalizer calculation for softmax, 2018). When M rises,
 * the sums shrink. What belongs to a receiver is changed by one thread at a time.
 *
 * <p>Where no exponent is large, M = 0 does for all receivers. A score that two tokens share then has one weight for both.
 *
 * <p>The scores are those of the definition, or their negatives if beta is negative, so that beta counts as positive.
 */
final class SoftmaxTiles {

    /**
     * Exponents beta s log2 e up to this size need no origin: weights of 2^-128 to 2^128 lose nothing, and an exponent's own
     * rounding errors, three of 2^-53 of it at most, change a weight by less than 3e-14 of it.
     */
    private static final double MODERATE = 128;

    private final Keys keys;
    private final Blocks blocks;
    private final TileKernel kernel;
    private final WeightKernel weightKernel;
    private final double beta;
    private final Panels queries;
    private final Panels panels;
    /** Whether all exponents are {@link #MODERATE}. */
    private final boolean moderate;
    /** The coordinates of all keys, times their tokens, in panels of coordinates; for {@link WeightKernel#addProducts}. */
    private final double[] values;
    /** From a panel of coordinates to the next. */
    private final int valueStride;
    /** How many tokens are at each key, none at the padding. */
    private final double[] counts;

    private final double[] origins;
    private final double[] totals;
    /** Weighted sums of tokens, {@link #width} numbers a receiver; see {@link WeightKernel#place}. */
    private final double[] sums;

    private final int width;
    private final Spares<Tile> tiles;

    /** Scores of a tile, its weights for the columns, and numbers of the columns. */
    private record Tile(double[] scores, double[] weights, double[] ofColumns) {

        Tile() {
            this(
                    new double[WeightKernel.SIDE * WeightKernel.STRIDE],
                    new double[WeightKernel.SIDE * WeightKernel.STRIDE],
                    new double[WeightKernel.SIDE]);
        }
    }

    /** @param greatestScore a bound on the size of scores */
    SoftmaxTiles(
            Keys keys,
            double[] queryRows,
            double greatestScore,
            double beta,
            Blocks blocks,
            boolean vectors,
            Work work) {
        this.keys = keys;
        this.blocks = blocks;
        kernel = TileKernel.of(vectors);
        weightKernel = WeightKernel.of(vectors);
        this.beta = beta;
        int n = keys.count();
        int d = keys.dimension();
        int padded = blocks.paddedCount();
        moderate = beta * Exp2.LOG2_E * greatestScore <= MODERATE;
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
                origins[i] = moderate ? 0 : Vectors.dot(queryRows, i * d, keys.rows(), 0, d);
                for (int k = 0; k < d; k++) {
                    values[k / TileKernel.COLUMNS * valueStride + i * TileKernel.COLUMNS + k % TileKernel.COLUMNS] =
                            counts[i] * keys.rows()[i * d + k];
                }
            }
        });
        tiles = new Spares<>(Tile::new);
    }

    /**
     * Adds keys [keysFrom, keysTo), those of one block, to receivers [from, to), those of one block; and the receivers as keys
     * to the keys as receivers, too, if it is both ways.
     */
    void add(int from, int to, int keysFrom, int keysTo, boolean bothWays) {
        tiles.lend(tile -> {
            int keyPanels = CandidateScan.panels(keysTo - keysFrom, TileKernel.COLUMNS);
            int length = keyPanels * TileKernel.COLUMNS;
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
                    WeightKernel.STRIDE);
            if (bothWays && moderate) {
                weighBothWays(from, to, keysFrom, length, tile.scores);
                addToColumns(from, to, keysFrom, length, tile.scores);
            } else {
                if (bothWays) {
                    weighColumns(from, to, keysFrom, length, tile);
                    addToColumns(from, to, keysFrom, length, tile.weights);
                }
                weighRows(from, to, keysFrom, length, tile.scores);
            }
            addToRows(from, to, keysFrom, length, tile.scores);
        });
    }

    private void weighBothWays(int from, int to, int keysFrom, int length, double[] scores) {
        for (int i = from; i < to; i++) {
            int at = (i - from) * WeightKernel.STRIDE;
            totals[i] +=
                    weightKernel.weighBothWays(scores, at, length, beta, counts, keysFrom, counts[i], totals, keysFrom);
        }
    }

    private void weighRows(int from, int to, int keysFrom, int length, double[] scores) {
        for (int i = from; i < to; i++) {
            int at = (i - from) * WeightKernel.STRIDE;
            if (!moderate) {
                raise(i, kernel.greatest(scores, at, length));
            }
            totals[i] += weightKernel.weigh(scores, at, length, beta, origins[i], counts, keysFrom);
        }
    }

    private void weighColumns(int from, int to, int keysFrom, int length, Tile tile) {
        System.arraycopy(origins, keysFrom, tile.ofColumns, 0, length);
        weightKernel.raise(tile.scores, to - from, length, tile.ofColumns);
        for (int j = 0; j < length; j++) {
            raise(keysFrom + j, tile.ofColumns[j]);
        }
        double[] sums = Arrays.copyOfRange(totals, keysFrom, keysFrom + length);
        weightKernel.weighColumns(
                tile.scores, to - from, length, beta, tile.ofColumns, counts, from, tile.weights, sums);
        System.arraycopy(sums, 0, totals, keysFrom, length);
    }

    private void addToRows(int from, int to, int keysFrom, int length, double[] weights) {
        weightKernel.addProducts(
                weights,
                CandidateScan.panels(to - from, TileKernel.ROWS),
                length,
                values,
                keysFrom * TileKernel.COLUMNS,
                valueStride,
                sums,
                from * width,
                width);
    }

    private void addToColumns(int from, int to, int keysFrom, int length, double[] weights) {
        weightKernel.addTransposedProducts(
                weights,
                length / TileKernel.ROWS,
                to - from,
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
            for (int k = 0; k < width; k++) {
                sums[WeightKernel.place(i, k, width)] *= factor;
            }
        }
    }

    /** Writes the mean of a receiver that has met all keys. */
    void mean(int i, double[] mean) {
        for (int k = 0; k < mean.length; k++) {
            mean[k] = sums[WeightKernel.place(i, k, width)] / totals[i];
        }
    }
}
