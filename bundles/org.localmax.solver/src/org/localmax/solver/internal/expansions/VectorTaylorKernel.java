package org.localmax.solver.internal.expansions;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;
import org.localmax.solver.internal.VectorExp2;
import org.localmax.solver.internal.VectorLanes;

/** {@link TaylorKernel} on vectors. */
final class VectorTaylorKernel implements TaylorKernel {

    private static final VectorSpecies<Double> LANES = VectorLanes.DOUBLES;
    private static final int WIDTH = LANES.length();
    private static final int GROUP = KEYS * COLUMNS;
    private static final int TILE = ROWS * COLUMNS;
    /** Columns c with c &amp; 1, c &amp; 2 and c &amp; 4. */
    private static final VectorMask<Double> ODD = VectorMask.fromLong(LANES, 0b10101010);

    private static final VectorMask<Double> ODD_PAIR = VectorMask.fromLong(LANES, 0b11001100);
    private static final VectorMask<Double> UPPER_HALF = VectorMask.fromLong(LANES, 0b11110000);

    @Override
    public void exp2(double[] exponents, int from, int to) {
        for (int i = from; i < to; i += WIDTH) {
            VectorExp2.of(DoubleVector.fromArray(LANES, exponents, i)).intoArray(exponents, i);
        }
    }

    @Override
    public void fillColumns(double[] u, int groups, double[] columns) {
        if (WIDTH == COLUMNS) {
            fillWide(u, groups, columns);
        } else {
            fillHalves(u, groups, columns);
        }
    }

    private static void fillWide(double[] u, int groups, double[] columns) {
        DoubleVector one = DoubleVector.broadcast(LANES, 1);
        for (int i = 0; i < KEYS; i++) {
            double square = u[i] * u[i];
            double fourth = square * square;
            DoubleVector power =
                    one.blend(u[i], ODD).mul(one.blend(square, ODD_PAIR)).mul(one.blend(fourth, UPPER_HALF));
            DoubleVector eighth = DoubleVector.broadcast(LANES, fourth * fourth);
            int at = i * COLUMNS;
            for (int group = 0; group < groups; group++, at += GROUP) {
                power.intoArray(columns, at);
                power = power.mul(eighth);
            }
        }
    }

    private static void fillHalves(double[] u, int groups, double[] columns) {
        DoubleVector one = DoubleVector.broadcast(LANES, 1);
        for (int i = 0; i < KEYS; i++) {
            double square = u[i] * u[i];
            double fourth = square * square;
            DoubleVector lower = one.blend(u[i], ODD).mul(one.blend(square, ODD_PAIR));
            DoubleVector upper = lower.mul(fourth);
            DoubleVector eighth = DoubleVector.broadcast(LANES, fourth * fourth);
            int at = i * COLUMNS;
            for (int group = 0; group < groups; group++, at += GROUP) {
                lower.intoArray(columns, at);
                upper.intoArray(columns, at + WIDTH);
                lower = lower.mul(eighth);
                upper = upper.mul(eighth);
            }
        }
    }

    @Override
    public void fillRows(double[] first, double[] u, int count, double[] rows) {
        for (int i = 0; i < KEYS; i += WIDTH) {
            DoubleVector value = DoubleVector.fromArray(LANES, first, i);
            DoubleVector factor = DoubleVector.fromArray(LANES, u, i);
            int at = i;
            for (int row = 0; row < count; row++, at += KEYS) {
                value.intoArray(rows, at);
                value = value.mul(factor);
            }
        }
    }

    /** Eight sums at a time: two tiles in eight lanes, or one in four. */
    @Override
    public void addProducts(double[] rows, int row, double[] columns, int tiles, double[] moments, int tile) {
        if (WIDTH < COLUMNS) {
            for (int t = 0; t < tiles; t++) {
                addHalves(
                        rows,
                        row,
                        columns,
                        t * GROUP,
                        t * GROUP + WIDTH,
                        moments,
                        tile + t * TILE,
                        tile + t * TILE + WIDTH);
            }
            return;
        }
        for (int t = 0; t + 1 < tiles; t += 2) {
            addHalves(rows, row, columns, t * GROUP, (t + 1) * GROUP, moments, tile + t * TILE, tile + (t + 1) * TILE);
        }
        if (tiles % 2 == 1) {
            addTile(rows, row, columns, (tiles - 1) * GROUP, moments, tile + (tiles - 1) * TILE);
        }
    }

    private static void addHalves(
            double[] rows,
            int row,
            double[] columns,
            int column0,
            int column1,
            double[] moments,
            int tile0,
            int tile1) {
        DoubleVector m00 = DoubleVector.zero(LANES);
        DoubleVector m01 = m00;
        DoubleVector m10 = m00;
        DoubleVector m11 = m00;
        DoubleVector m20 = m00;
        DoubleVector m21 = m00;
        DoubleVector m30 = m00;
        DoubleVector m31 = m00;
        for (int i = 0; i < KEYS; i++) {
            DoubleVector c0 = DoubleVector.fromArray(LANES, columns, column0 + i * COLUMNS);
            DoubleVector c1 = DoubleVector.fromArray(LANES, columns, column1 + i * COLUMNS);
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
        add(m00, moments, tile0);
        add(m01, moments, tile1);
        add(m10, moments, tile0 + COLUMNS);
        add(m11, moments, tile1 + COLUMNS);
        add(m20, moments, tile0 + 2 * COLUMNS);
        add(m21, moments, tile1 + 2 * COLUMNS);
        add(m30, moments, tile0 + 3 * COLUMNS);
        add(m31, moments, tile1 + 3 * COLUMNS);
    }

    private static void addTile(double[] rows, int row, double[] columns, int column, double[] moments, int tile) {
        DoubleVector m0 = DoubleVector.zero(LANES);
        DoubleVector m1 = m0;
        DoubleVector m2 = m0;
        DoubleVector m3 = m0;
        for (int i = 0; i < KEYS; i++) {
            DoubleVector c = DoubleVector.fromArray(LANES, columns, column + i * COLUMNS);
            m0 = DoubleVector.broadcast(LANES, rows[row + i]).fma(c, m0);
            m1 = DoubleVector.broadcast(LANES, rows[row + KEYS + i]).fma(c, m1);
            m2 = DoubleVector.broadcast(LANES, rows[row + 2 * KEYS + i]).fma(c, m2);
            m3 = DoubleVector.broadcast(LANES, rows[row + 3 * KEYS + i]).fma(c, m3);
        }
        add(m0, moments, tile);
        add(m1, moments, tile + COLUMNS);
        add(m2, moments, tile + 2 * COLUMNS);
        add(m3, moments, tile + 3 * COLUMNS);
    }

    private static void add(DoubleVector sum, double[] moments, int at) {
        DoubleVector.fromArray(LANES, moments, at).add(sum).intoArray(moments, at);
    }

    @Override
    public void advance(double[] coefficients, int at, int degree, double[] t, double[] s, double[][] values) {
        for (int lane = 0; lane < RECEIVERS; lane += 4 * WIDTH) {
            advance(coefficients, at, degree, t, s, values[0], values[1], values[2], lane);
        }
    }

    private static void advance(
            double[] coefficients,
            int at,
            int degree,
            double[] t,
            double[] s,
            double[] value,
            double[] alongS,
            double[] alongT,
            int lane) {
        DoubleVector t0 = DoubleVector.fromArray(LANES, t, lane);
        DoubleVector t1 = DoubleVector.fromArray(LANES, t, lane + WIDTH);
        DoubleVector t2 = DoubleVector.fromArray(LANES, t, lane + 2 * WIDTH);
        DoubleVector t3 = DoubleVector.fromArray(LANES, t, lane + 3 * WIDTH);
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
        advance(s, value, alongS, alongT, p0, s0, lane);
        advance(s, value, alongS, alongT, p1, s1, lane + WIDTH);
        advance(s, value, alongS, alongT, p2, s2, lane + 2 * WIDTH);
        advance(s, value, alongS, alongT, p3, s3, lane + 3 * WIDTH);
    }

    private static void advance(
            double[] s,
            double[] value,
            double[] alongS,
            double[] alongT,
            DoubleVector p,
            DoubleVector slope,
            int lane) {
        DoubleVector factor = DoubleVector.fromArray(LANES, s, lane);
        DoubleVector before = DoubleVector.fromArray(LANES, value, lane);
        DoubleVector.fromArray(LANES, alongS, lane).fma(factor, before).intoArray(alongS, lane);
        before.fma(factor, p).intoArray(value, lane);
        DoubleVector.fromArray(LANES, alongT, lane).fma(factor, slope).intoArray(alongT, lane);
    }
}
