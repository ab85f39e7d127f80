package org.localmax.solver.internal.tiles;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.localmax.solver.internal.Exp2;
import org.localmax.solver.internal.VectorExp2;

/** Weights with vectors of four numbers; small static methods, as in {@link VectorTileKernel}. */
final class VectorWeightKernel implements WeightKernel {

    private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_256;

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
        for (int c = 0; c < stride; c += TileKernel.COLUMNS) {
            int value = valuesAt + c / TileKernel.COLUMNS * valueStride;
            int rows = panels * TileKernel.ROWS;
            int sixes = (rows - rows / TileKernel.ROWS % 3 * TileKernel.ROWS) / 6 * 6;
            for (int i = 0; i < sixes; i += 6) {
                addSixRowProducts(weights, i * row, row, values, value, length, sums, sumsAt + i * stride + c, stride);
            }
            for (int i = sixes; i < rows; i += TileKernel.ROWS) {
                addRowProducts(weights, i * row, row, values, value, length, sums, sumsAt + i * stride + c, stride);
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
        for (int c = 0; c < stride; c += TileKernel.COLUMNS) {
            int value = valuesAt + c / TileKernel.COLUMNS * valueStride;
            for (int p = 0; p < panels; p++) {
                int sum = sumsAt + p * TileKernel.ROWS * stride + c;
                VectorTileKernel.addProducts(
                        weights, p * TileKernel.ROWS * length, values, value, length, sums, sum, stride);
            }
        }
    }

    /** Continues the chains of four rows of eight sums, with factors that lie row by row. */
    private static void addRowProducts(
            double[] a, int aAt, int row, double[] b, int bAt, int length, double[] c, int at, int stride) {
        DoubleVector c00 = load(c, at);
        DoubleVector c01 = load(c, at + 4);
        DoubleVector c10 = load(c, at + stride);
        DoubleVector c11 = load(c, at + stride + 4);
        DoubleVector c20 = load(c, at + 2 * stride);
        DoubleVector c21 = load(c, at + 2 * stride + 4);
        DoubleVector c30 = load(c, at + 3 * stride);
        DoubleVector c31 = load(c, at + 3 * stride + 4);
        int second = aAt + row;
        int third = second + row;
        int fourth = third + row;
        for (int k = 0; k < length; k++) {
            DoubleVector b0 = load(b, bAt + 8 * k);
            DoubleVector b1 = load(b, bAt + 8 * k + 4);
            DoubleVector a0 = all(a[aAt + k]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            DoubleVector a1 = all(a[second + k]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            DoubleVector a2 = all(a[third + k]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            DoubleVector a3 = all(a[fourth + k]);
            c30 = a3.fma(b0, c30);
            c31 = a3.fma(b1, c31);
        }
        c00.intoArray(c, at);
        c01.intoArray(c, at + 4);
        c10.intoArray(c, at + stride);
        c11.intoArray(c, at + stride + 4);
        c20.intoArray(c, at + 2 * stride);
        c21.intoArray(c, at + 2 * stride + 4);
        c30.intoArray(c, at + 3 * stride);
        c31.intoArray(c, at + 3 * stride + 4);
    }

    /**
     * The same for six rows, which is faster where factors do not lie side by side: twelve sums, two values and a factor
     * just fit sixteen registers.
     */
    private static void addSixRowProducts(
            double[] a, int aAt, int row, double[] b, int bAt, int length, double[] c, int at, int stride) {
        DoubleVector c00 = load(c, at);
        DoubleVector c01 = load(c, at + 4);
        DoubleVector c10 = load(c, at + stride);
        DoubleVector c11 = load(c, at + stride + 4);
        DoubleVector c20 = load(c, at + 2 * stride);
        DoubleVector c21 = load(c, at + 2 * stride + 4);
        DoubleVector c30 = load(c, at + 3 * stride);
        DoubleVector c31 = load(c, at + 3 * stride + 4);
        DoubleVector c40 = load(c, at + 4 * stride);
        DoubleVector c41 = load(c, at + 4 * stride + 4);
        DoubleVector c50 = load(c, at + 5 * stride);
        DoubleVector c51 = load(c, at + 5 * stride + 4);
        int second = aAt + row;
        int third = second + row;
        int fourth = third + row;
        int fifth = fourth + row;
        int sixth = fifth + row;
        for (int k = 0; k < length; k++) {
            DoubleVector b0 = load(b, bAt + 8 * k);
            DoubleVector b1 = load(b, bAt + 8 * k + 4);
            DoubleVector a0 = all(a[aAt + k]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            DoubleVector a1 = all(a[second + k]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            DoubleVector a2 = all(a[third + k]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            DoubleVector a3 = all(a[fourth + k]);
            c30 = a3.fma(b0, c30);
            c31 = a3.fma(b1, c31);
            DoubleVector a4 = all(a[fifth + k]);
            c40 = a4.fma(b0, c40);
            c41 = a4.fma(b1, c41);
            DoubleVector a5 = all(a[sixth + k]);
            c50 = a5.fma(b0, c50);
            c51 = a5.fma(b1, c51);
        }
        c00.intoArray(c, at);
        c01.intoArray(c, at + 4);
        c10.intoArray(c, at + stride);
        c11.intoArray(c, at + stride + 4);
        c20.intoArray(c, at + 2 * stride);
        c21.intoArray(c, at + 2 * stride + 4);
        c30.intoArray(c, at + 3 * stride);
        c31.intoArray(c, at + 3 * stride + 4);
        c40.intoArray(c, at + 4 * stride);
        c41.intoArray(c, at + 4 * stride + 4);
        c50.intoArray(c, at + 5 * stride);
        c51.intoArray(c, at + 5 * stride + 4);
    }

    @Override
    public void raise(double[] tile, int stride, int rows, int length, double[] greatest) {
        for (int i = 0; i < rows; i++) {
            raise(tile, i * stride, length, greatest);
        }
    }

    private static void raise(double[] tile, int at, int length, double[] greatest) {
        for (int j = 0; j < length; j += 4) {
            DoubleVector score = load(tile, at + j);
            DoubleVector most = load(greatest, j);
            most.blend(score, score.compare(VectorOperators.GT, most)).intoArray(greatest, j);
        }
    }

    @Override
    public double weigh(
            double[] scores, int at, int length, double beta, double origin, double[] counts, int countsAt) {
        DoubleVector sum = all(0);
        for (int j = 0; j < length; j += 4) {
            DoubleVector weight =
                    weight(load(scores, at + j), all(origin), beta).mul(load(counts, countsAt + j));
            weight.intoArray(scores, at + j);
            sum = sum.add(weight);
        }
        return (sum.lane(0) + sum.lane(2)) + (sum.lane(1) + sum.lane(3));
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
            double count = counts[countsAt + i];
            weighColumns(
                    tile,
                    i * stride,
                    length,
                    beta,
                    origins,
                    originsAt,
                    count,
                    weights,
                    i * TileKernel.ROWS,
                    rows,
                    totals);
        }
    }

    private static void weighColumns(
            double[] tile,
            int at,
            int length,
            double beta,
            double[] origins,
            int originsAt,
            double count,
            double[] weights,
            int weightsAt,
            int rows,
            double[] totals) {
        for (int j = 0; j < length; j += 4) {
            DoubleVector weight = weight(load(tile, at + j), load(origins, originsAt + j), beta)
                    .mul(count);
            weight.intoArray(weights, weightsAt + j * rows);
            load(totals, j).add(weight).intoArray(totals, j);
        }
    }

    private static DoubleVector weight(DoubleVector score, DoubleVector origin, double beta) {
        return VectorExp2.of(score.sub(origin).mul(beta).mul(Exp2.LOG2_E));
    }

    private static DoubleVector load(double[] values, int at) {
        return DoubleVector.fromArray(LANES, values, at);
    }

    private static DoubleVector all(double value) {
        return DoubleVector.broadcast(LANES, value);
    }
}
