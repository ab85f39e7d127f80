package org.localmax.solver.internal.tiles;

/** Tiles in plain arithmetic, operation by operation as {@link VectorTileKernel}. */
final class ScalarTileKernel implements TileKernel {

    @Override
    public void scores(
            double[] queries,
            int queriesAt,
            int queryPanels,
            double[] keys,
            int keysAt,
            int keyPanels,
            int dimension,
            double[] tile,
            int tileAt,
            int stride) {
        for (int p = 0; p < keyPanels; p++) {
            for (int q = 0; q < queryPanels * ROWS; q++) {
                int query = queriesAt + q / ROWS * ROWS * dimension + q % ROWS;
                int at = tileAt + q * stride + p * COLUMNS;
                chains(queries, query, keys, keysAt + p * COLUMNS * dimension, dimension, tile, at);
            }
        }
    }

    /** A panel of scores of one receiver. */
    private static void chains(double[] a, int aAt, double[] b, int bAt, int length, double[] c, int at) {
        for (int r = 0; r < COLUMNS; r++) {
            double sum = -0.0; // as if there was none: -0 + x = x, sign included
            for (int k = 0; k < length; k++) {
                sum = Math.fma(a[aAt + ROWS * k], b[bAt + COLUMNS * k + r], sum);
            }
            c[at + r] = sum;
        }
    }

    @Override
    public double greatest(double[] scores, int at, int length) {
        double greatest = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < length; j++) {
            greatest = Math.max(greatest, scores[at + j]);
        }
        return greatest;
    }

    @Override
    public int hits(double[] scores, int at, int length, double floor, int[] hits) {
        int count = 0;
        for (int j = 0; j < length; j++) {
            if (scores[at + j] >= floor) {
                hits[count++] = j;
            }
        }
        return count;
    }

    @Override
    public int misses(double[] scores, int at, int length, double ceiling, int[] misses) {
        int count = 0;
        for (int j = 0; j < length; j++) {
            if (scores[at + j] <= ceiling) {
                misses[count++] = j;
            }
        }
        return count;
    }

    @Override
    public int hits(double[] scores, int at, int length, double floor, double[] floors, int floorsAt, int[] hits) {
        int count = 0;
        for (int j = 0; j < length; j++) {
            if (scores[at + j] >= floor || scores[at + j] >= floors[floorsAt + j]) {
                hits[count++] = j;
            }
        }
        return count;
    }

    @Override
    public void addParts(
            double[] rows, int width, int[] some, int count, double[] weights, double[] rounders, double[] sums) {
        for (int r = 0; r < count; r++) {
            int from = some[r] * width;
            double weight = weights[some[r]];
            for (int k = 0; k < width; k++) {
                double x = rows[from + k];
                double high = x + rounders[k] - rounders[k];
                double low = x - high + rounders[width + k] - rounders[width + k];
                sums[k] = Math.fma(high, weight, sums[k]);
                sums[width + k] = Math.fma(low, weight, sums[width + k]);
            }
        }
    }
}
