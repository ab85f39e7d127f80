package org.localmax.solver.internal.tiles;

import org.localmax.solver.internal.Exp2;

/** Weights in plain arithmetic, operation by operation as {@link VectorWeightKernel}. */
final class ScalarWeightKernel implements WeightKernel {

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
        for (int i = 0; i < panels * TileKernel.ROWS; i++) {
            for (int c = 0; c < stride; c++) {
                int value = valuesAt + c / TileKernel.COLUMNS * valueStride + c % TileKernel.COLUMNS;
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
        for (int i = 0; i < panels * TileKernel.ROWS; i++) {
            int weight = i / TileKernel.ROWS * TileKernel.ROWS * length + i % TileKernel.ROWS;
            for (int c = 0; c < stride; c++) {
                int value = valuesAt + c / TileKernel.COLUMNS * valueStride + c % TileKernel.COLUMNS;
                addChain(weights, weight, TileKernel.ROWS, length, values, value, sums, sumsAt + i * stride + c);
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
                weights[(j / TileKernel.ROWS * rows + i) * TileKernel.ROWS + j % TileKernel.ROWS] = weight;
                totals[j] += weight;
            }
        }
    }

    private static double weight(double score, double origin, double beta) {
        return Exp2.of((score - origin) * beta * Exp2.LOG2_E);
    }
}
