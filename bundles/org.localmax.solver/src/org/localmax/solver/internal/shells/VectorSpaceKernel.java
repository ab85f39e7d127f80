package org.localmax.solver.internal.shells;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.localmax.solver.internal.Exp2;

/** The kernel on vectors of four keys, in space. */
final class VectorSpaceKernel implements ShellKernel {

    private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_256;
    private static final VectorSpecies<Long> LONGS = LongVector.SPECIES_256;
    private static final int LANES = ShellKeys.LANES;

    @Override
    public void greatest(ShellKeys keys, int tile, QueryBlock queries, int query, double[] lanes) {
        greatest(
                keys.coordinate(0),
                keys.coordinate(1),
                keys.coordinate(2),
                keys.start(tile),
                keys.end(tile),
                queries.coordinate(0),
                queries.coordinate(1),
                queries.coordinate(2),
                query,
                lanes);
    }

    private static void greatest(
            double[] x,
            double[] y,
            double[] z,
            int from,
            int to,
            double[] qX,
            double[] qY,
            double[] qZ,
            int query,
            double[] lanes) {
        DoubleVector x0 = all(qX[query + 0]);
        DoubleVector y0 = all(qY[query + 0]);
        DoubleVector z0 = all(qZ[query + 0]);
        DoubleVector x1 = all(qX[query + 1]);
        DoubleVector y1 = all(qY[query + 1]);
        DoubleVector z1 = all(qZ[query + 1]);
        DoubleVector x2 = all(qX[query + 2]);
        DoubleVector y2 = all(qY[query + 2]);
        DoubleVector z2 = all(qZ[query + 2]);
        DoubleVector x3 = all(qX[query + 3]);
        DoubleVector y3 = all(qY[query + 3]);
        DoubleVector z3 = all(qZ[query + 3]);
        DoubleVector max0 = all(Double.NEGATIVE_INFINITY);
        DoubleVector max1 = all(Double.NEGATIVE_INFINITY);
        DoubleVector max2 = all(Double.NEGATIVE_INFINITY);
        DoubleVector max3 = all(Double.NEGATIVE_INFINITY);
        for (int at = from; at < to; at += LANES) {
            DoubleVector xs = DoubleVector.fromArray(DOUBLES, x, at);
            DoubleVector ys = DoubleVector.fromArray(DOUBLES, y, at);
            DoubleVector zs = DoubleVector.fromArray(DOUBLES, z, at);
            max0 = greater(max0, score(x0, y0, z0, xs, ys, zs));
            max1 = greater(max1, score(x1, y1, z1, xs, ys, zs));
            max2 = greater(max2, score(x2, y2, z2, xs, ys, zs));
            max3 = greater(max3, score(x3, y3, z3, xs, ys, zs));
        }
        max0.intoArray(lanes, 0);
        max1.intoArray(lanes, LANES);
        max2.intoArray(lanes, 2 * LANES);
        max3.intoArray(lanes, 3 * LANES);
    }

    private static DoubleVector score(
            DoubleVector qX, DoubleVector qY, DoubleVector qZ, DoubleVector x, DoubleVector y, DoubleVector z) {
        return qZ.fma(z, qY.fma(y, qX.mul(x)));
    }

    private static DoubleVector greater(DoubleVector a, DoubleVector b) {
        return a.blend(b, b.compare(VectorOperators.GT, a));
    }

    @Override
    public boolean add(
            ShellKeys keys,
            MemberTerms terms,
            int tile,
            QueryBlock queries,
            int query,
            double outside,
            double inside,
            ShellSums sums) {
        int from = keys.start(tile);
        int to = keys.end(tile);
        double[] x = keys.coordinate(0);
        double[] y = keys.coordinate(1);
        double[] z = keys.coordinate(2);
        double[] xHighs = terms.highs(0);
        double[] xLows = terms.lows(0);
        double[] yHighs = terms.highs(1);
        double[] yLows = terms.lows(1);
        double[] zHighs = terms.highs(2);
        double[] zLows = terms.lows(2);
        long[] counts = terms.counts();
        long[] fingerprints = terms.fingerprints();
        DoubleVector qX = all(queries.coordinate(0)[query]);
        DoubleVector qY = all(queries.coordinate(1)[query]);
        DoubleVector qZ = all(queries.coordinate(2)[query]);
        DoubleVector least = all(outside);
        DoubleVector most = all(inside);
        DoubleVector xHigh = DoubleVector.fromArray(DOUBLES, sums.highs(), sums.start(query, 0));
        DoubleVector xLow = DoubleVector.fromArray(DOUBLES, sums.lows(), sums.start(query, 0));
        DoubleVector yHigh = DoubleVector.fromArray(DOUBLES, sums.highs(), sums.start(query, 1));
        DoubleVector yLow = DoubleVector.fromArray(DOUBLES, sums.lows(), sums.start(query, 1));
        DoubleVector zHigh = DoubleVector.fromArray(DOUBLES, sums.highs(), sums.start(query, 2));
        DoubleVector zLow = DoubleVector.fromArray(DOUBLES, sums.lows(), sums.start(query, 2));
        LongVector count = LongVector.fromArray(LONGS, sums.counts(), sums.start(query));
        LongVector fingerprint = LongVector.fromArray(LONGS, sums.fingerprints(), sums.start(query));
        LongVector near = LongVector.zero(LONGS);
        for (int at = from; at < to; at += LANES) {
            DoubleVector xs = DoubleVector.fromArray(DOUBLES, x, at);
            DoubleVector ys = DoubleVector.fromArray(DOUBLES, y, at);
            DoubleVector zs = DoubleVector.fromArray(DOUBLES, z, at);
            DoubleVector score = score(qX, qY, qZ, xs, ys, zs);
            LongVector in = negative(most.sub(score));
            LongVector below = negative(score.sub(least));
            near = near.or(in.or(below).not());
            xHigh = xHigh.add(masked(xHighs, at, in));
            xLow = xLow.add(masked(xLows, at, in));
            yHigh = yHigh.add(masked(yHighs, at, in));
            yLow = yLow.add(masked(yLows, at, in));
            zHigh = zHigh.add(masked(zHighs, at, in));
            zLow = zLow.add(masked(zLows, at, in));
            count = count.add(LongVector.fromArray(LONGS, counts, at).and(in));
            fingerprint = fingerprint.add(
                    LongVector.fromArray(LONGS, fingerprints, at).and(in));
        }
        xHigh.intoArray(sums.highs(), sums.start(query, 0));
        xLow.intoArray(sums.lows(), sums.start(query, 0));
        yHigh.intoArray(sums.highs(), sums.start(query, 1));
        yLow.intoArray(sums.lows(), sums.start(query, 1));
        zHigh.intoArray(sums.highs(), sums.start(query, 2));
        zLow.intoArray(sums.lows(), sums.start(query, 2));
        count.intoArray(sums.counts(), sums.start(query));
        fingerprint.intoArray(sums.fingerprints(), sums.start(query));
        return near.compare(VectorOperators.NE, 0).anyTrue();
    }

    /** All bits where a number is negative, none elsewhere. */
    private static LongVector negative(DoubleVector numbers) {
        return numbers.reinterpretAsLongs().lanewise(VectorOperators.ASHR, Long.SIZE - 1);
    }

    private static DoubleVector masked(double[] values, int at, LongVector mask) {
        return DoubleVector.fromArray(DOUBLES, values, at)
                .reinterpretAsLongs()
                .and(mask)
                .reinterpretAsDoubles();
    }

    @Override
    public int near(
            ShellKeys keys, int tile, QueryBlock queries, int query, double outside, double inside, int[] found) {
        double[] x = keys.coordinate(0);
        double[] y = keys.coordinate(1);
        double[] z = keys.coordinate(2);
        DoubleVector qX = all(queries.coordinate(0)[query]);
        DoubleVector qY = all(queries.coordinate(1)[query]);
        DoubleVector qZ = all(queries.coordinate(2)[query]);
        DoubleVector least = all(outside);
        DoubleVector most = all(inside);
        int from = keys.start(tile);
        int to = keys.end(tile);
        int count = 0;
        int at = from;
        for (; at <= to - 4 * LANES; at += 4 * LANES) {
            VectorMask<Double> near0 = near(qX, qY, qZ, least, most, x, y, z, at);
            VectorMask<Double> near1 = near(qX, qY, qZ, least, most, x, y, z, at + LANES);
            VectorMask<Double> near2 = near(qX, qY, qZ, least, most, x, y, z, at + 2 * LANES);
            VectorMask<Double> near3 = near(qX, qY, qZ, least, most, x, y, z, at + 3 * LANES);
            if (near0.or(near1).or(near2.or(near3)).anyTrue()) {
                found[count] = at;
                count += near0.anyTrue() ? 1 : 0;
                found[count] = at + LANES;
                count += near1.anyTrue() ? 1 : 0;
                found[count] = at + 2 * LANES;
                count += near2.anyTrue() ? 1 : 0;
                found[count] = at + 3 * LANES;
                count += near3.anyTrue() ? 1 : 0;
            }
        }
        for (; at < to; at += LANES) {
            found[count] = at;
            count += near(qX, qY, qZ, least, most, x, y, z, at).anyTrue() ? 1 : 0;
        }
        return count;
    }

    private static VectorMask<Double> near(
            DoubleVector qX,
            DoubleVector qY,
            DoubleVector qZ,
            DoubleVector least,
            DoubleVector most,
            double[] x,
            double[] y,
            double[] z,
            int at) {
        DoubleVector score = score(
                qX,
                qY,
                qZ,
                DoubleVector.fromArray(DOUBLES, x, at),
                DoubleVector.fromArray(DOUBLES, y, at),
                DoubleVector.fromArray(DOUBLES, z, at));
        return score.compare(VectorOperators.GE, least).and(score.compare(VectorOperators.LE, most));
    }

    /**
     * {@link org.localmax.solver.internal.VectorExp2} is written out for each of the two queries, whose chains of operations the processor carries out
     * side by side: the compiler inlines the operations of vectors into one method without end, but not other methods.
     */
    @Override
    public void weigh(ShellKeys keys, int tile, QueryBlock queries, int first, int second, WeightedSums sums) {
        double[] x = keys.coordinate(0);
        double[] y = keys.coordinate(1);
        double[] z = keys.coordinate(2);
        double[] shares = sums.shares();
        DoubleVector scale = all(sums.scale());
        DoubleVector least = all(SoftmaxTerms.LEAST);
        DoubleVector rounder = all(Exp2.ROUNDER);
        DoubleVector one = all(1);
        DoubleVector c1 = all(Exp2.C1);
        DoubleVector c2 = all(Exp2.C2);
        DoubleVector c3 = all(Exp2.C3);
        DoubleVector c4 = all(Exp2.C4);
        DoubleVector c5 = all(Exp2.C5);
        DoubleVector c6 = all(Exp2.C6);
        DoubleVector c7 = all(Exp2.C7);
        DoubleVector c8 = all(Exp2.C8);
        DoubleVector c9 = all(Exp2.C9);
        DoubleVector c10 = all(Exp2.C10);
        DoubleVector c11 = all(Exp2.C11);
        DoubleVector qX0 = all(queries.coordinate(0)[first]);
        DoubleVector qY0 = all(queries.coordinate(1)[first]);
        DoubleVector qZ0 = all(queries.coordinate(2)[first]);
        DoubleVector greatest0 = all(sums.greatest(first));
        DoubleVector weight0 = all(0);
        DoubleVector xSum0 = all(0);
        DoubleVector ySum0 = all(0);
        DoubleVector zSum0 = all(0);
        DoubleVector qX1 = all(queries.coordinate(0)[second]);
        DoubleVector qY1 = all(queries.coordinate(1)[second]);
        DoubleVector qZ1 = all(queries.coordinate(2)[second]);
        DoubleVector greatest1 = all(sums.greatest(second));
        DoubleVector weight1 = all(0);
        DoubleVector xSum1 = all(0);
        DoubleVector ySum1 = all(0);
        DoubleVector zSum1 = all(0);
        int from = keys.start(tile);
        int to = keys.end(tile);
        for (int at = from; at < to; at += LANES) {
            DoubleVector xs = DoubleVector.fromArray(DOUBLES, x, at);
            DoubleVector ys = DoubleVector.fromArray(DOUBLES, y, at);
            DoubleVector zs = DoubleVector.fromArray(DOUBLES, z, at);
            DoubleVector share = DoubleVector.fromArray(DOUBLES, shares, at);
            DoubleVector t0 =
                    qZ0.fma(zs, qY0.fma(ys, qX0.mul(xs))).sub(greatest0).mul(scale);
            DoubleVector t1 =
                    qZ1.fma(zs, qY1.fma(ys, qX1.mul(xs))).sub(greatest1).mul(scale);
            t0 = t0.blend(least, t0.compare(VectorOperators.LT, least));
            t1 = t1.blend(least, t1.compare(VectorOperators.LT, least));
            DoubleVector n0 = t0.add(rounder);
            DoubleVector n1 = t1.add(rounder);
            DoubleVector r0 = t0.sub(n0.sub(rounder));
            DoubleVector r1 = t1.sub(n1.sub(rounder));
            DoubleVector square0 = r0.mul(r0);
            DoubleVector square1 = r1.mul(r1);
            DoubleVector p0 = r0.fma(c11, c10).fma(square0, r0.fma(c9, c8));
            DoubleVector p1 = r1.fma(c11, c10).fma(square1, r1.fma(c9, c8));
            p0 = p0.fma(square0, r0.fma(c7, c6));
            p1 = p1.fma(square1, r1.fma(c7, c6));
            p0 = p0.fma(square0, r0.fma(c5, c4));
            p1 = p1.fma(square1, r1.fma(c5, c4));
            p0 = p0.fma(square0, r0.fma(c3, c2));
            p1 = p1.fma(square1, r1.fma(c3, c2));
            p0 = p0.fma(r0, c1).fma(r0, one);
            p1 = p1.fma(r1, c1).fma(r1, one);
            LongVector exponent0 = n0.reinterpretAsLongs().lanewise(VectorOperators.LSHL, Exp2.EXPONENT_SHIFT);
            LongVector exponent1 = n1.reinterpretAsLongs().lanewise(VectorOperators.LSHL, Exp2.EXPONENT_SHIFT);
            DoubleVector w0 = p0.reinterpretAsLongs()
                    .add(exponent0)
                    .reinterpretAsDoubles()
                    .mul(share);
            DoubleVector w1 = p1.reinterpretAsLongs()
                    .add(exponent1)
                    .reinterpretAsDoubles()
                    .mul(share);
            weight0 = weight0.add(w0);
            xSum0 = w0.fma(xs, xSum0);
            ySum0 = w0.fma(ys, ySum0);
            zSum0 = w0.fma(zs, zSum0);
            weight1 = weight1.add(w1);
            xSum1 = w1.fma(xs, xSum1);
            ySum1 = w1.fma(ys, ySum1);
            zSum1 = w1.fma(zs, zSum1);
        }
        double[] lanes = sums.lanes();
        weight0.add(DoubleVector.fromArray(DOUBLES, lanes, sums.start(first, 0)))
                .intoArray(lanes, sums.start(first, 0));
        xSum0.add(DoubleVector.fromArray(DOUBLES, lanes, sums.start(first, 1))).intoArray(lanes, sums.start(first, 1));
        ySum0.add(DoubleVector.fromArray(DOUBLES, lanes, sums.start(first, 2))).intoArray(lanes, sums.start(first, 2));
        zSum0.add(DoubleVector.fromArray(DOUBLES, lanes, sums.start(first, 3))).intoArray(lanes, sums.start(first, 3));
        if (second != first) {
            weight1.add(DoubleVector.fromArray(DOUBLES, lanes, sums.start(second, 0)))
                    .intoArray(lanes, sums.start(second, 0));
            xSum1.add(DoubleVector.fromArray(DOUBLES, lanes, sums.start(second, 1)))
                    .intoArray(lanes, sums.start(second, 1));
            ySum1.add(DoubleVector.fromArray(DOUBLES, lanes, sums.start(second, 2)))
                    .intoArray(lanes, sums.start(second, 2));
            zSum1.add(DoubleVector.fromArray(DOUBLES, lanes, sums.start(second, 3)))
                    .intoArray(lanes, sums.start(second, 3));
        }
    }

    private static DoubleVector all(double value) {
        return DoubleVector.broadcast(DOUBLES, value);
    }
}
