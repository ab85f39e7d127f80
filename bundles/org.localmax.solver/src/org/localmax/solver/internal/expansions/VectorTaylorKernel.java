package org.localmax.solver.internal.expansions;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.localmax.solver.internal.VectorExp2;

/** {@link TaylorKernel} on vectors. */
final class VectorTaylorKernel implements TaylorKernel {

    private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_256;
    private static final int WIDTH = 4;

    @Override
    public void exp2(double[] exponents) {
        for (int i = 0; i < KEYS; i += WIDTH) {
            VectorExp2.of(DoubleVector.fromArray(LANES, exponents, i)).intoArray(exponents, i);
        }
    }

    @Override
    public void multiplyColumns(double[] columns, int from, int to, double[] factors) {
        for (int i = 0; i < KEYS; i++) {
            DoubleVector factor = DoubleVector.broadcast(LANES, factors[i]);
            int c = i * COLUMNS;
            DoubleVector.fromArray(LANES, columns, from + c).mul(factor).intoArray(columns, to + c);
            DoubleVector.fromArray(LANES, columns, from + c + WIDTH).mul(factor).intoArray(columns, to + c + WIDTH);
        }
    }

    @Override
    public void addProducts(double[] rows, int row, double[] columns, int column, double[] moments, int tile) {
        DoubleVector m00 = DoubleVector.zero(LANES);
        DoubleVector m01 = m00;
        DoubleVector m10 = m00;
        DoubleVector m11 = m00;
        DoubleVector m20 = m00;
        DoubleVector m21 = m00;
        DoubleVector m30 = m00;
        DoubleVector m31 = m00;
        for (int i = 0; i < KEYS; i++) {
            DoubleVector c0 = DoubleVector.fromArray(LANES, columns, column + i * COLUMNS);
            DoubleVector c1 = DoubleVector.fromArray(LANES, columns, column + i * COLUMNS + WIDTH);
            DoubleVector r = DoubleVector.broadcast(LANES, rows[row + i]);
            m00 = r.fma(c0, m00);
            m01 = r.fma(c1, m01);
            r = DoubleVector.broadcast(LANES, rows[row + KEYS + i]);
            m10 = r.fma(c0, m10);
            m11 = r.fma(c1, m11);
            r = DoubleVector.broadcast(LANES, rows[row + 2 * KEYS + i]);
            m20 = r.fma(c0, m20);
            m21 = r.fma(c1, m21);
            r = DoubleVector.broadcast(LANES, rows[row + 3 * KEYS + i]);
            m30 = r.fma(c0, m30);
            m31 = r.fma(c1, m31);
        }
        add(m00, moments, tile);
        add(m01, moments, tile + WIDTH);
        add(m10, moments, tile + COLUMNS);
        add(m11, moments, tile + COLUMNS + WIDTH);
        add(m20, moments, tile + 2 * COLUMNS);
        add(m21, moments, tile + 2 * COLUMNS + WIDTH);
        add(m30, moments, tile + 3 * COLUMNS);
        add(m31, moments, tile + 3 * COLUMNS + WIDTH);
    }

    private static void add(DoubleVector sum, double[] moments, int at) {
        DoubleVector.fromArray(LANES, moments, at).add(sum).intoArray(moments, at);
    }

    @Override
    public void evaluate(double[] coefficients, int at, int degree, double[] t, double[] value, double[] slope) {
        DoubleVector t0 = DoubleVector.fromArray(LANES, t, 0);
        DoubleVector t1 = DoubleVector.fromArray(LANES, t, WIDTH);
        DoubleVector t2 = DoubleVector.fromArray(LANES, t, 2 * WIDTH);
        DoubleVector t3 = DoubleVector.fromArray(LANES, t, 3 * WIDTH);
        DoubleVector p0 = DoubleVector.broadcast(LANES, coefficients[at + degree]);
        DoubleVector p1 = p0;
        DoubleVector p2 = p0;
        DoubleVector p3 = p0;
        DoubleVector s0 = DoubleVector.zero(LANES);
        DoubleVector s1 = s0;
        DoubleVector s2 = s0;
        DoubleVector s3 = s0;
        for (int l = at + degree - 1; l >= at; l--) {
            DoubleVector c = DoubleVector.broadcast(LANES, coefficients[l]);
            s0 = s0.fma(t0, p0);
            s1 = s1.fma(t1, p1);
            s2 = s2.fma(t2, p2);
            s3 = s3.fma(t3, p3);
            p0 = p0.fma(t0, c);
            p1 = p1.fma(t1, c);
            p2 = p2.fma(t2, c);
            p3 = p3.fma(t3, c);
        }
        p0.intoArray(value, 0);
        p1.intoArray(value, WIDTH);
        p2.intoArray(value, 2 * WIDTH);
        p3.intoArray(value, 3 * WIDTH);
        s0.intoArray(slope, 0);
        s1.intoArray(slope, WIDTH);
        s2.intoArray(slope, 2 * WIDTH);
        s3.intoArray(slope, 3 * WIDTH);
    }
}
