package org.localmax.solver.internal.tiles;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.localmax.solver.internal.VectorLanes;

/**
 * Products of panels, added up in registers: eight rows of two vectors where there are thirty-two registers, four rows of
 * two where there are sixteen. More do not fit and halve the rate, fewer wait for each other. The methods are flat and
 * static, or else the compiler leaves vectors in memory.
 */
final class VectorProducts {

    private static final VectorSpecies<Double> LANES = VectorLanes.DOUBLES;
    /** Numbers in a vector. */
    private static final int W = LANES.length();
    /** Whether two vectors are as wide as a panel of keys, and eight rows of them fit the registers. */
    private static final boolean WIDE = 2 * W == TileKernel.COLUMNS;

    private static final int ROWS = TileKernel.ROWS;
    private static final int COLUMNS = TileKernel.COLUMNS;
    private static final int STRIDE = WeightKernel.STRIDE;

    private VectorProducts() {}

    /** A panel of queries times a panel of keys. */
    static void scores(double[] a, int aAt, double[] b, int bAt, int length, double[] c, int at, int stride) {
        if (WIDE) {
            scoresOfEight(a, aAt, b, bAt, length, c, at, stride);
            return;
        }
        for (int column = 0; column < COLUMNS; column += 2 * W) {
            for (int row = 0; row < ROWS; row += 4) {
                scoresOfFour(a, aAt + row, b, bAt + column, length, c, at + row * stride + column, stride);
            }
        }
    }

    /** Weights of a panel of receivers, row by row, times a panel of values. */
    static void addRows(double[] a, int aAt, double[] b, int bAt, int length, double[] c, int at) {
        if (WIDE) {
            addEightRows(a, aAt, b, bAt, length, c, at);
            return;
        }
        for (int column = 0; column < COLUMNS; column += 2 * W) {
            for (int row = 0; row < ROWS; row += 4) {
                addFourRows(a, aAt + row * STRIDE, b, bAt + column, length, c, at + row * COLUMNS + column);
            }
        }
    }

    /** Weights of a panel of receivers, column by column, times a panel of values. */
    static void addColumns(double[] a, int aAt, double[] b, int bAt, int length, double[] c, int at) {
        if (WIDE) {
            addEightColumns(a, aAt, b, bAt, length, c, at);
            return;
        }
        for (int column = 0; column < COLUMNS; column += 2 * W) {
            for (int row = 0; row < ROWS; row += 4) {
                addFourColumns(a, aAt + row, b, bAt + column, length, c, at + row * COLUMNS + column);
            }
        }
    }

    /** The chains start from -0, so that the first product keeps its sign even if it is 0. */
    private static void scoresOfEight(
            double[] a, int aAt, double[] b, int bAt, int length, double[] c, int at, int stride) {
        DoubleVector c00 = all(-0.0);
        DoubleVector c01 = c00;
        DoubleVector c10 = c00;
        DoubleVector c11 = c00;
        DoubleVector c20 = c00;
        DoubleVector c21 = c00;
        DoubleVector c30 = c00;
        DoubleVector c31 = c00;
        DoubleVector c40 = c00;
        DoubleVector c41 = c00;
        DoubleVector c50 = c00;
        DoubleVector c51 = c00;
        DoubleVector c60 = c00;
        DoubleVector c61 = c00;
        DoubleVector c70 = c00;
        DoubleVector c71 = c00;
        for (int k = 0; k < length; k++) {
            DoubleVector b0 = load(b, bAt + COLUMNS * k);
            DoubleVector b1 = load(b, bAt + COLUMNS * k + W);
            DoubleVector a0 = all(a[aAt + ROWS * k]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            DoubleVector a1 = all(a[aAt + ROWS * k + 1]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            DoubleVector a2 = all(a[aAt + ROWS * k + 2]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            DoubleVector a3 = all(a[aAt + ROWS * k + 3]);
            c30 = a3.fma(b0, c30);
            c31 = a3.fma(b1, c31);
            DoubleVector a4 = all(a[aAt + ROWS * k + 4]);
            c40 = a4.fma(b0, c40);
            c41 = a4.fma(b1, c41);
            DoubleVector a5 = all(a[aAt + ROWS * k + 5]);
            c50 = a5.fma(b0, c50);
            c51 = a5.fma(b1, c51);
            DoubleVector a6 = all(a[aAt + ROWS * k + 6]);
            c60 = a6.fma(b0, c60);
            c61 = a6.fma(b1, c61);
            DoubleVector a7 = all(a[aAt + ROWS * k + 7]);
            c70 = a7.fma(b0, c70);
            c71 = a7.fma(b1, c71);
        }
        c00.intoArray(c, at);
        c01.intoArray(c, at + W);
        c10.intoArray(c, at + stride);
        c11.intoArray(c, at + stride + W);
        c20.intoArray(c, at + 2 * stride);
        c21.intoArray(c, at + 2 * stride + W);
        c30.intoArray(c, at + 3 * stride);
        c31.intoArray(c, at + 3 * stride + W);
        c40.intoArray(c, at + 4 * stride);
        c41.intoArray(c, at + 4 * stride + W);
        c50.intoArray(c, at + 5 * stride);
        c51.intoArray(c, at + 5 * stride + W);
        c60.intoArray(c, at + 6 * stride);
        c61.intoArray(c, at + 6 * stride + W);
        c70.intoArray(c, at + 7 * stride);
        c71.intoArray(c, at + 7 * stride + W);
    }

    /** The same for half the rows. */
    private static void scoresOfFour(
            double[] a, int aAt, double[] b, int bAt, int length, double[] c, int at, int stride) {
        DoubleVector c00 = all(-0.0);
        DoubleVector c01 = c00;
        DoubleVector c10 = c00;
        DoubleVector c11 = c00;
        DoubleVector c20 = c00;
        DoubleVector c21 = c00;
        DoubleVector c30 = c00;
        DoubleVector c31 = c00;
        for (int k = 0; k < length; k++) {
            DoubleVector b0 = load(b, bAt + COLUMNS * k);
            DoubleVector b1 = load(b, bAt + COLUMNS * k + W);
            DoubleVector a0 = all(a[aAt + ROWS * k]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            DoubleVector a1 = all(a[aAt + ROWS * k + 1]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            DoubleVector a2 = all(a[aAt + ROWS * k + 2]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            DoubleVector a3 = all(a[aAt + ROWS * k + 3]);
            c30 = a3.fma(b0, c30);
            c31 = a3.fma(b1, c31);
        }
        c00.intoArray(c, at);
        c01.intoArray(c, at + W);
        c10.intoArray(c, at + stride);
        c11.intoArray(c, at + stride + W);
        c20.intoArray(c, at + 2 * stride);
        c21.intoArray(c, at + 2 * stride + W);
        c30.intoArray(c, at + 3 * stride);
        c31.intoArray(c, at + 3 * stride + W);
    }

    /** Continues the chains of sums. */
    private static void addEightRows(double[] a, int aAt, double[] b, int bAt, int length, double[] c, int at) {
        DoubleVector c00 = load(c, at);
        DoubleVector c01 = load(c, at + W);
        DoubleVector c10 = load(c, at + COLUMNS);
        DoubleVector c11 = load(c, at + COLUMNS + W);
        DoubleVector c20 = load(c, at + 2 * COLUMNS);
        DoubleVector c21 = load(c, at + 2 * COLUMNS + W);
        DoubleVector c30 = load(c, at + 3 * COLUMNS);
        DoubleVector c31 = load(c, at + 3 * COLUMNS + W);
        DoubleVector c40 = load(c, at + 4 * COLUMNS);
        DoubleVector c41 = load(c, at + 4 * COLUMNS + W);
        DoubleVector c50 = load(c, at + 5 * COLUMNS);
        DoubleVector c51 = load(c, at + 5 * COLUMNS + W);
        DoubleVector c60 = load(c, at + 6 * COLUMNS);
        DoubleVector c61 = load(c, at + 6 * COLUMNS + W);
        DoubleVector c70 = load(c, at + 7 * COLUMNS);
        DoubleVector c71 = load(c, at + 7 * COLUMNS + W);
        for (int k = 0; k < length; k++) {
            DoubleVector b0 = load(b, bAt + COLUMNS * k);
            DoubleVector b1 = load(b, bAt + COLUMNS * k + W);
            DoubleVector a0 = all(a[aAt + k]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            DoubleVector a1 = all(a[aAt + STRIDE + k]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            DoubleVector a2 = all(a[aAt + 2 * STRIDE + k]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            DoubleVector a3 = all(a[aAt + 3 * STRIDE + k]);
            c30 = a3.fma(b0, c30);
            c31 = a3.fma(b1, c31);
            DoubleVector a4 = all(a[aAt + 4 * STRIDE + k]);
            c40 = a4.fma(b0, c40);
            c41 = a4.fma(b1, c41);
            DoubleVector a5 = all(a[aAt + 5 * STRIDE + k]);
            c50 = a5.fma(b0, c50);
            c51 = a5.fma(b1, c51);
            DoubleVector a6 = all(a[aAt + 6 * STRIDE + k]);
            c60 = a6.fma(b0, c60);
            c61 = a6.fma(b1, c61);
            DoubleVector a7 = all(a[aAt + 7 * STRIDE + k]);
            c70 = a7.fma(b0, c70);
            c71 = a7.fma(b1, c71);
        }
        c00.intoArray(c, at);
        c01.intoArray(c, at + W);
        c10.intoArray(c, at + COLUMNS);
        c11.intoArray(c, at + COLUMNS + W);
        c20.intoArray(c, at + 2 * COLUMNS);
        c21.intoArray(c, at + 2 * COLUMNS + W);
        c30.intoArray(c, at + 3 * COLUMNS);
        c31.intoArray(c, at + 3 * COLUMNS + W);
        c40.intoArray(c, at + 4 * COLUMNS);
        c41.intoArray(c, at + 4 * COLUMNS + W);
        c50.intoArray(c, at + 5 * COLUMNS);
        c51.intoArray(c, at + 5 * COLUMNS + W);
        c60.intoArray(c, at + 6 * COLUMNS);
        c61.intoArray(c, at + 6 * COLUMNS + W);
        c70.intoArray(c, at + 7 * COLUMNS);
        c71.intoArray(c, at + 7 * COLUMNS + W);
    }

    /** Continues the chains of sums. */
    private static void addFourRows(double[] a, int aAt, double[] b, int bAt, int length, double[] c, int at) {
        DoubleVector c00 = load(c, at);
        DoubleVector c01 = load(c, at + W);
        DoubleVector c10 = load(c, at + COLUMNS);
        DoubleVector c11 = load(c, at + COLUMNS + W);
        DoubleVector c20 = load(c, at + 2 * COLUMNS);
        DoubleVector c21 = load(c, at + 2 * COLUMNS + W);
        DoubleVector c30 = load(c, at + 3 * COLUMNS);
        DoubleVector c31 = load(c, at + 3 * COLUMNS + W);
        for (int k = 0; k < length; k++) {
            DoubleVector b0 = load(b, bAt + COLUMNS * k);
            DoubleVector b1 = load(b, bAt + COLUMNS * k + W);
            DoubleVector a0 = all(a[aAt + k]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            DoubleVector a1 = all(a[aAt + STRIDE + k]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            DoubleVector a2 = all(a[aAt + 2 * STRIDE + k]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            DoubleVector a3 = all(a[aAt + 3 * STRIDE + k]);
            c30 = a3.fma(b0, c30);
            c31 = a3.fma(b1, c31);
        }
        c00.intoArray(c, at);
        c01.intoArray(c, at + W);
        c10.intoArray(c, at + COLUMNS);
        c11.intoArray(c, at + COLUMNS + W);
        c20.intoArray(c, at + 2 * COLUMNS);
        c21.intoArray(c, at + 2 * COLUMNS + W);
        c30.intoArray(c, at + 3 * COLUMNS);
        c31.intoArray(c, at + 3 * COLUMNS + W);
    }

    /** Continues the chains of sums. */
    private static void addEightColumns(double[] a, int aAt, double[] b, int bAt, int length, double[] c, int at) {
        DoubleVector c00 = load(c, at);
        DoubleVector c01 = load(c, at + W);
        DoubleVector c10 = load(c, at + COLUMNS);
        DoubleVector c11 = load(c, at + COLUMNS + W);
        DoubleVector c20 = load(c, at + 2 * COLUMNS);
        DoubleVector c21 = load(c, at + 2 * COLUMNS + W);
        DoubleVector c30 = load(c, at + 3 * COLUMNS);
        DoubleVector c31 = load(c, at + 3 * COLUMNS + W);
        DoubleVector c40 = load(c, at + 4 * COLUMNS);
        DoubleVector c41 = load(c, at + 4 * COLUMNS + W);
        DoubleVector c50 = load(c, at + 5 * COLUMNS);
        DoubleVector c51 = load(c, at + 5 * COLUMNS + W);
        DoubleVector c60 = load(c, at + 6 * COLUMNS);
        DoubleVector c61 = load(c, at + 6 * COLUMNS + W);
        DoubleVector c70 = load(c, at + 7 * COLUMNS);
        DoubleVector c71 = load(c, at + 7 * COLUMNS + W);
        for (int k = 0; k < length; k++) {
            DoubleVector b0 = load(b, bAt + COLUMNS * k);
            DoubleVector b1 = load(b, bAt + COLUMNS * k + W);
            DoubleVector a0 = all(a[aAt + STRIDE * k]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            DoubleVector a1 = all(a[aAt + STRIDE * k + 1]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            DoubleVector a2 = all(a[aAt + STRIDE * k + 2]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            DoubleVector a3 = all(a[aAt + STRIDE * k + 3]);
            c30 = a3.fma(b0, c30);
            c31 = a3.fma(b1, c31);
            DoubleVector a4 = all(a[aAt + STRIDE * k + 4]);
            c40 = a4.fma(b0, c40);
            c41 = a4.fma(b1, c41);
            DoubleVector a5 = all(a[aAt + STRIDE * k + 5]);
            c50 = a5.fma(b0, c50);
            c51 = a5.fma(b1, c51);
            DoubleVector a6 = all(a[aAt + STRIDE * k + 6]);
            c60 = a6.fma(b0, c60);
            c61 = a6.fma(b1, c61);
            DoubleVector a7 = all(a[aAt + STRIDE * k + 7]);
            c70 = a7.fma(b0, c70);
            c71 = a7.fma(b1, c71);
        }
        c00.intoArray(c, at);
        c01.intoArray(c, at + W);
        c10.intoArray(c, at + COLUMNS);
        c11.intoArray(c, at + COLUMNS + W);
        c20.intoArray(c, at + 2 * COLUMNS);
        c21.intoArray(c, at + 2 * COLUMNS + W);
        c30.intoArray(c, at + 3 * COLUMNS);
        c31.intoArray(c, at + 3 * COLUMNS + W);
        c40.intoArray(c, at + 4 * COLUMNS);
        c41.intoArray(c, at + 4 * COLUMNS + W);
        c50.intoArray(c, at + 5 * COLUMNS);
        c51.intoArray(c, at + 5 * COLUMNS + W);
        c60.intoArray(c, at + 6 * COLUMNS);
        c61.intoArray(c, at + 6 * COLUMNS + W);
        c70.intoArray(c, at + 7 * COLUMNS);
        c71.intoArray(c, at + 7 * COLUMNS + W);
    }

    /** Continues the chains of sums. */
    private static void addFourColumns(double[] a, int aAt, double[] b, int bAt, int length, double[] c, int at) {
        DoubleVector c00 = load(c, at);
        DoubleVector c01 = load(c, at + W);
        DoubleVector c10 = load(c, at + COLUMNS);
        DoubleVector c11 = load(c, at + COLUMNS + W);
        DoubleVector c20 = load(c, at + 2 * COLUMNS);
        DoubleVector c21 = load(c, at + 2 * COLUMNS + W);
        DoubleVector c30 = load(c, at + 3 * COLUMNS);
        DoubleVector c31 = load(c, at + 3 * COLUMNS + W);
        for (int k = 0; k < length; k++) {
            DoubleVector b0 = load(b, bAt + COLUMNS * k);
            DoubleVector b1 = load(b, bAt + COLUMNS * k + W);
            DoubleVector a0 = all(a[aAt + STRIDE * k]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            DoubleVector a1 = all(a[aAt + STRIDE * k + 1]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            DoubleVector a2 = all(a[aAt + STRIDE * k + 2]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            DoubleVector a3 = all(a[aAt + STRIDE * k + 3]);
            c30 = a3.fma(b0, c30);
            c31 = a3.fma(b1, c31);
        }
        c00.intoArray(c, at);
        c01.intoArray(c, at + W);
        c10.intoArray(c, at + COLUMNS);
        c11.intoArray(c, at + COLUMNS + W);
        c20.intoArray(c, at + 2 * COLUMNS);
        c21.intoArray(c, at + 2 * COLUMNS + W);
        c30.intoArray(c, at + 3 * COLUMNS);
        c31.intoArray(c, at + 3 * COLUMNS + W);
    }

    private static DoubleVector load(double[] values, int at) {
        return DoubleVector.fromArray(LANES, values, at);
    }

    private static DoubleVector all(double value) {
        return DoubleVector.broadcast(LANES, value);
    }
}
