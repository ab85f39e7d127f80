package org.localmax.solver.internal.tiles;

import org.localmax.solver.internal.Exp2;

/** Weights in plain arithmetic, operation by operation as {@link VectorWeightKernel}. */
final class ScalarWeightKernel implements WeightKernel {

    @Override
    public void addProducts(
            double[] weights,
            int panels,
            int length,
            double[] values,
            int valuesAt,
            int valueStride,
            double[] sums,
            int sumsAt,
            int width) {
        for (int i = 0; i < panels * TileKernel.ROWS; i++) {
            for (int c = 0; c < width; c++) {
                int value = valuesAt + c / TileKernel.COLUMNS * valueStride + c % TileKernel.COLUMNS;
                addChain(weights, i * STRIDE, 1, length, values, value, sums, sumsAt + WeightKernel.place(i, c, width));
            }
        }
    }

    @Override
    public void addTransposedProducts(
            double[] weights,
            int panels,
            int length,
            double[] values,
            int valuesAt,
            int valueStride,
            double[] sums,
            int sumsAt,
            int width) {
        for (int i = 0; i < panels * TileKernel.ROWS; i++) {
            for (int c = 0; c < width; c++) {
                int value = valuesAt + c / TileKernel.COLUMNS * valueStride + c % TileKernel.COLUMNS;
                addChain(weights, i, STRIDE, length, values, value, sums, sumsAt + WeightKernel.place(i, c, width));
            }
        }
    }

    private static void addChain(
            double[] a, int aAt, int step, int length, double[] b, int bAt, double[] sums, int at) {
        double sum = sums[at];
        for (int j = 0; j < length; j++) {
            sum = Math.fma(a[aAt + j * step], b[bAt + j * TileKernel.COLUMNS], sum);
        }
        sums[at] = sum;
    }

    @Override
    public void raise(double[] tile, int rows, int length, double[] greatest) {
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < length; j++) {
                greatest[j] = Math.max(greatest[j], tile[i * STRIDE + j]);
            }
        }
    }

    @Override
    public double weigh(
            double[] scores, int at, int length, double beta, double origin, double[] counts, int countsAt) {
        double[] parts = new double[PARTS];
        for (int j = 0; j < length; j++) {
            double weight = weight(scores[at + j], origin, beta);
            scores[at + j] = weight;
            parts[j % PARTS] = Math.fma(weight, counts[countsAt + j], parts[j % PARTS]);
        }
        return WeightKernel.total(parts);
    }

    @Override
    public void weighColumns(
            double[] tile,
            int rows,
            int length,
            double beta,
            double[] origins,
            double[] counts,
            int countsAt,
            double[] weights,
            double[] totals) {
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < length; j++) {
                double weight = weight(tile[i * STRIDE + j], origins[j], beta);
                weights[i * STRIDE + j] = weight;
                totals[j] = Math.fma(weight, counts[countsAt + i], totals[j]);
            }
        }
    }

    private static double weight(double score, double origin, double beta) {
        return Exp2.of((score - origin) * beta * Exp2.LOG2_E);
    }

    @Override
    public double weighBothWays(
            double[] scores,
            int at,
            int length,
            double beta,
            double[] counts,
            int countsAt,
            double count,
            double[] totals,
            int totalsAt) {
        double scale = beta * Exp2.LOG2_E;
        double[] parts = new double[PARTS];
        for (int j = 0; j < length; j++) {
            double weight = Exp2.of(scores[at + j] * scale);
            scores[at + j] = weight;
            parts[j % PARTS] = Math.fma(weight, counts[countsAt + j], parts[j % PARTS]);
            totals[totalsAt + j] = Math.fma(weight, count, totals[totalsAt + j]);
        }
        return WeightKernel.total(parts);
    }
}
