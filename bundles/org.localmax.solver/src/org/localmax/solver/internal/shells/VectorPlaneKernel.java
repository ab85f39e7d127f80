package org.localmax.solver.internal.shells;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.localmax.solver.internal.VectorExp2;

/** The kernel on vectors of four keys, in the plane. */
final class VectorPlaneKernel implements TileKernel {

    private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_256;
    private static final VectorSpecies<Long> LONGS = LongVector.SPECIES_256;
    private static final int LANES = ShellKeys.LANES;

    @Override
    public void greatest(ShellKeys keys, int tile, QueryBlock queries, int query, double[] lanes) {
        greatest(
                keys.coordinate(0),
                keys.coordinate(1),
                keys.start(tile),
                keys.end(tile),
                queries.coordinate(0),
                queries.coordinate(1),
                query,
                lanes);
    }

    private static void greatest(
            double[] x, double[] y, int from, int to, double[] qX, double[] qY, int query, double[] lanes) {
        DoubleVector x0 = all(qX[query + 0]);
        DoubleVector y0 = all(qY[query + 0]);
        DoubleVector x1 = all(qX[query + 1]);
        DoubleVector y1 = all(qY[query + 1]);
        DoubleVector x2 = all(qX[query + 2]);
        DoubleVector y2 = all(qY[query + 2]);
        DoubleVector x3 = all(qX[query + 3]);
        DoubleVector y3 = all(qY[query + 3]);
        DoubleVector max0 = all(Double.NEGATIVE_INFINITY);
        DoubleVector max1 = all(Double.NEGATIVE_INFINITY);
        DoubleVector max2 = all(Double.NEGATIVE_INFINITY);
        DoubleVector max3 = all(Double.NEGATIVE_INFINITY);
        for (int at = from; at < to; at += LANES) {
            DoubleVector xs = DoubleVector.fromArray(DOUBLES, x, at);
            DoubleVector ys = DoubleVector.fromArray(DOUBLES, y, at);
            max0 = greater(max0, score(x0, y0, xs, ys));
            max1 = greater(max1, score(x1, y1, xs, ys));
            max2 = greater(max2, score(x2, y2, xs, ys));
            max3 = greater(max3, score(x3, y3, xs, ys));
        }
        max0.intoArray(lanes, 0);
        max1.intoArray(lanes, LANES);
        max2.intoArray(lanes, 2 * LANES);
        max3.intoArray(lanes, 3 * LANES);
    }

    private static DoubleVector score(DoubleVector qX, DoubleVector qY, DoubleVector x, DoubleVector y) {
        return qY.fma(y, qX.mul(x));
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
            MemberSums sums) {
        int from = keys.start(tile);
        int to = keys.end(tile);
        double[] x = keys.coordinate(0);
        double[] y = keys.coordinate(1);
        double[] xHighs = terms.highs(0);
        double[] xLows = terms.lows(0);
        double[] yHighs = terms.highs(1);
        double[] yLows = terms.lows(1);
        long[] counts = terms.counts();
        long[] fingerprints = terms.fingerprints();
        DoubleVector qX = all(queries.coordinate(0)[query]);
        DoubleVector qY = all(queries.coordinate(1)[query]);
        DoubleVector least = all(outside);
        DoubleVector most = all(inside);
        DoubleVector xHigh = DoubleVector.fromArray(DOUBLES, sums.highs(), sums.start(query, 0));
        DoubleVector xLow = DoubleVector.fromArray(DOUBLES, sums.lows(), sums.start(query, 0));
        DoubleVector yHigh = DoubleVector.fromArray(DOUBLES, sums.highs(), sums.start(query, 1));
        DoubleVector yLow = DoubleVector.fromArray(DOUBLES, sums.lows(), sums.start(query, 1));
        LongVector count = LongVector.fromArray(LONGS, sums.counts(), sums.start(query));
        LongVector fingerprint = LongVector.fromArray(LONGS, sums.fingerprints(), sums.start(query));
        LongVector near = LongVector.zero(LONGS);
        for (int at = from; at < to; at += LANES) {
            DoubleVector xs = DoubleVector.fromArray(DOUBLES, x, at);
            DoubleVector ys = DoubleVector.fromArray(DOUBLES, y, at);
            DoubleVector score = score(qX, qY, xs, ys);
            LongVector in = negative(most.sub(score));
            LongVector below = negative(score.sub(least));
            near = near.or(in.or(below).not());
            xHigh = xHigh.add(masked(xHighs, at, in));
            xLow = xLow.add(masked(xLows, at, in));
            yHigh = yHigh.add(masked(yHighs, at, in));
            yLow = yLow.add(masked(yLows, at, in));
            count = count.add(LongVector.fromArray(LONGS, counts, at).and(in));
            fingerprint = fingerprint.add(
                    LongVector.fromArray(LONGS, fingerprints, at).and(in));
        }
        xHigh.intoArray(sums.highs(), sums.start(query, 0));
        xLow.intoArray(sums.lows(), sums.start(query, 0));
        yHigh.intoArray(sums.highs(), sums.start(query, 1));
        yLow.intoArray(sums.lows(), sums.start(query, 1));
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
        DoubleVector qX = all(queries.coordinate(0)[query]);
        DoubleVector qY = all(queries.coordinate(1)[query]);
        DoubleVector least = all(outside);
        DoubleVector most = all(inside);
        int from = keys.start(tile);
        int to = keys.end(tile);
        int count = 0;
        for (int at = from; at < to; at += LANES) {
            DoubleVector xs = DoubleVector.fromArray(DOUBLES, x, at);
            DoubleVector ys = DoubleVector.fromArray(DOUBLES, y, at);
            DoubleVector score = score(qX, qY, xs, ys);
            VectorMask<Double> near =
                    score.compare(VectorOperators.GE, least).and(score.compare(VectorOperators.LE, most));
            if (near.anyTrue()) {
                found[count++] = at;
            }
        }
        return count;
    }

    @Override
    public void weigh(ShellKeys keys, int tile, QueryBlock queries, int query, WeightedSums sums) {
        double[] x = keys.coordinate(0);
        double[] y = keys.coordinate(1);
        double[] shares = sums.shares();
        DoubleVector qX = all(queries.coordinate(0)[query]);
        DoubleVector qY = all(queries.coordinate(1)[query]);
        DoubleVector scale = all(sums.scale());
        DoubleVector greatest = all(sums.greatest(query));
        DoubleVector weight = all(0);
        DoubleVector xSum = all(0);
        DoubleVector ySum = all(0);
        int from = keys.start(tile);
        int to = keys.end(tile);
        for (int at = from; at < to; at += LANES) {
            DoubleVector xs = DoubleVector.fromArray(DOUBLES, x, at);
            DoubleVector ys = DoubleVector.fromArray(DOUBLES, y, at);
            DoubleVector score = score(qX, qY, xs, ys);
            DoubleVector w =
                    VectorExp2.of(score.sub(greatest).mul(scale)).mul(DoubleVector.fromArray(DOUBLES, shares, at));
            weight = weight.add(w);
            xSum = w.fma(xs, xSum);
            ySum = w.fma(ys, ySum);
        }
        add(weight, sums.lanes(), sums.start(query, 0));
        add(xSum, sums.lanes(), sums.start(query, 1));
        add(ySum, sums.lanes(), sums.start(query, 2));
    }

    private static void add(DoubleVector tile, double[] lanes, int start) {
        DoubleVector.fromArray(DOUBLES, lanes, start).add(tile).intoArray(lanes, start);
    }

    private static DoubleVector all(double value) {
        return DoubleVector.broadcast(DOUBLES, value);
    }
}
