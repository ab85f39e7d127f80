package org.localmax.solver.internal;

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

    /** Eight scores of one receiver. */
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
    public void addProducts(
            double[] weights,
            int row,
            int panels,
            int length,
            double[] values,
            int valuesAt,
            int valueStride,
            double[] sums,
            int sumsAt,
            int stride) {
        for (int i = 0; i < panels * ROWS; i++) {
            for (int c = 0; c < stride; c++) {
                int value = valuesAt + c / COLUMNS * valueStride + c % COLUMNS;
                addChain(weights, i * row, 1, length, values, value, sums, sumsAt + i * stride + c);
            }
        }
    }

    @Override
    public void addPanelProducts(
            double[] weights,
            int panels,
            int length,
            double[] values,
            int valuesAt,
            int valueStride,
            double[] sums,
            int sumsAt,
            int stride) {
        for (int i = 0; i < panels * ROWS; i++) {
            int weight = i / ROWS * ROWS * length + i % ROWS;
            for (int c = 0; c < stride; c++) {
                int value = valuesAt + c / COLUMNS * valueStride + c % COLUMNS;
                addChain(weights, weight, ROWS, length, values, value, sums, sumsAt + i * stride + c);
            }
        }
    }

    private static void addChain(
            double[] a, int aAt, int step, int length, double[] b, int bAt, double[] sums, int at) {
        double sum = sums[at];
        for (int j = 0; j < length; j++) {
            sum = Math.fma(a[aAt + j * step], b[bAt + j * COLUMNS], sum);
        }
        sums[at] = sum;
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
    public void addRows(double[] parts, int width, int[] rows, int count, double[] sums) {
        for (int r = 0; r < count; r++) {
            int from = rows[r] * width;
            for (int k = 0; k < width; k++) {
                sums[k] += parts[from + k];
            }
        }
    }

    @Override
    public void raise(double[] tile, int stride, int rows, int length, double[] greatest) {
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < length; j++) {
                greatest[j] = Math.max(greatest[j], tile[i * stride + j]);
            }
        }
    }

    @Override
    public double weigh(
            double[] scores, int at, int length, double beta, double origin, double[] counts, int countsAt) {
        double[] sums = new double[4];
        for (int j = 0; j < length; j++) {
            double weight = weight(scores[at + j], origin, beta) * counts[countsAt + j];
            scores[at + j] = weight;
            sums[j % 4] += weight;
        }
        return (sums[0] + sums[2]) + (sums[1] + sums[3]);
    }

    @Override
    public void weighColumns(
            double[] tile,
            int stride,
            int rows,
            int length,
            double beta,
            double[] origins,
            int originsAt,
            double[] counts,
            int countsAt,
            double[] weights,
            double[] totals) {
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < length; j++) {
                double weight = weight(tile[i * stride + j], origins[originsAt + j], beta) * counts[countsAt + i];
                weights[(j / ROWS * rows + i) * ROWS + j % ROWS] = weight;
                totals[j] += weight;
            }
        }
    }

    private static double weight(double score, double origin, double beta) {
        return Exp2.of((score - origin) * beta * SoftmaxTiles.LOG2_E);
    }
}
