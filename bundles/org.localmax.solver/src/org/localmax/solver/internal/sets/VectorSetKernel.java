package org.localmax.solver.internal.sets;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** The kernel on vectors of four tokens. */
final class VectorSetKernel implements SetKernel {

    private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_256;
    private static final VectorSpecies<Long> LONGS = LongVector.SPECIES_256;
    private static final int LANES = TokenColumns.LANES;

    @Override
    public double scores(TokenColumns tokens, double[] query, double[] scores) {
        return tokens.dimension() == 2
                ? inPlane(tokens.values(), tokens.length(), query[0], query[1], scores)
                : inSpace(tokens.values(), tokens.length(), query, tokens.dimension(), scores);
    }

    private static double inPlane(double[] values, int length, double x, double y, double[] scores) {
        DoubleVector greatest = DoubleVector.broadcast(DOUBLES, Double.NEGATIVE_INFINITY);
        DoubleVector qX = DoubleVector.broadcast(DOUBLES, x);
        DoubleVector qY = DoubleVector.broadcast(DOUBLES, y);
        for (int j = 0; j < length; j += LANES) {
            DoubleVector score = qY.fma(
                    DoubleVector.fromArray(DOUBLES, values, length + j),
                    qX.mul(DoubleVector.fromArray(DOUBLES, values, j)));
            score.intoArray(scores, j);
            greatest = greater(greatest, score);
        }
        return greatest.reduceLanes(VectorOperators.MAX);
    }

    private static double inSpace(double[] values, int length, double[] query, int d, double[] scores) {
        DoubleVector greatest = DoubleVector.broadcast(DOUBLES, Double.NEGATIVE_INFINITY);
        for (int j = 0; j < length; j += LANES) {
            DoubleVector score = DoubleVector.fromArray(DOUBLES, values, j).mul(query[0]);
            for (int k = 1; k < d; k++) {
                DoubleVector column = DoubleVector.fromArray(DOUBLES, values, k * length + j);
                score = column.fma(DoubleVector.broadcast(DOUBLES, query[k]), score);
            }
            score.intoArray(scores, j);
            greatest = greater(greatest, score);
        }
        return greatest.reduceLanes(VectorOperators.MAX);
    }

    private static DoubleVector greater(DoubleVector a, DoubleVector b) {
        return a.blend(b, b.compare(VectorOperators.GT, a));
    }

    @Override
    public double greatestSize(double[] values, int from, int to) {
        DoubleVector greatest = DoubleVector.zero(DOUBLES);
        for (int at = from; at < to; at += LANES) {
            greatest = greater(
                    greatest, DoubleVector.fromArray(DOUBLES, values, at).abs());
        }
        return greatest.reduceLanes(VectorOperators.MAX);
    }

    @Override
    public double cut(double[] scores, double threshold, double least, double within, long[] members, long[] near) {
        DoubleVector margin = DoubleVector.broadcast(DOUBLES, Double.POSITIVE_INFINITY);
        DoubleVector middle = DoubleVector.broadcast(DOUBLES, threshold);
        DoubleVector lowest = DoubleVector.broadcast(DOUBLES, least);
        for (int word = 0, from = 0; from < scores.length; word++, from += Long.SIZE) {
            int to = Math.min(from + Long.SIZE, scores.length);
            long in = 0;
            long close = 0;
            for (int j = from; j < to; j += LANES) {
                DoubleVector score = DoubleVector.fromArray(DOUBLES, scores, j);
                DoubleVector distance = score.sub(middle).abs();
                margin = smaller(margin, distance);
                in |= score.compare(VectorOperators.GE, lowest).toLong() << j;
                close |= distance.compare(VectorOperators.LE, within).toLong() << j;
            }
            members[word] = in;
            near[word] = close;
        }
        return margin.reduceLanes(VectorOperators.MIN);
    }

    @Override
    public void greatest(TokenColumns tokens, double[] queries, double[] best) {
        int count = tokens.count();
        double[] values = tokens.values();
        DoubleVector greatest = DoubleVector.broadcast(DOUBLES, Double.NEGATIVE_INFINITY);
        if (tokens.dimension() == 2) {
            DoubleVector qX = DoubleVector.fromArray(DOUBLES, queries, 0);
            DoubleVector qY = DoubleVector.fromArray(DOUBLES, queries, LANES);
            for (int j = 0, y = tokens.length(); j < count; j++, y++) {
                greatest = greater(greatest, inPlane(qX, qY, values[j], values[y]));
            }
        } else {
            for (int j = 0; j < count; j++) {
                greatest = greater(greatest, inSpace(tokens, j, queries));
            }
        }
        greatest.intoArray(best, 0);
    }

    private static DoubleVector inPlane(DoubleVector qX, DoubleVector qY, double x, double y) {
        return qY.fma(DoubleVector.broadcast(DOUBLES, y), qX.mul(x));
    }

    private static DoubleVector inSpace(TokenColumns tokens, int j, double[] queries) {
        double[] values = tokens.values();
        DoubleVector score = DoubleVector.fromArray(DOUBLES, queries, 0).mul(values[j]);
        for (int k = 1, at = j + tokens.length(); at < values.length; k++, at += tokens.length()) {
            DoubleVector query = DoubleVector.fromArray(DOUBLES, queries, k * LANES);
            score = query.fma(DoubleVector.broadcast(DOUBLES, values[at]), score);
        }
        return score;
    }

    @Override
    public void cut(TokenColumns tokens, double[] queries, double[] thresholds, long[] members, double[] margins) {
        DoubleVector margin = DoubleVector.broadcast(DOUBLES, Double.POSITIVE_INFINITY);
        for (int word = 0, from = 0; from < tokens.count(); word++, from += Long.SIZE) {
            int to = Math.min(from + Long.SIZE, tokens.count());
            margin = tokens.dimension() == 2
                    ? cutPlane(tokens, from, to, queries, thresholds, margin, members, word * LANES)
                    : cutSpace(tokens, from, to, queries, thresholds, margin, members, word * LANES);
        }
        margin.intoArray(margins, 0);
    }

    private static DoubleVector cutPlane(
            TokenColumns tokens,
            int from,
            int to,
            double[] queries,
            double[] thresholds,
            DoubleVector least,
            long[] members,
            int at) {
        double[] values = tokens.values();
        int length = tokens.length();
        DoubleVector qX = DoubleVector.fromArray(DOUBLES, queries, 0);
        DoubleVector qY = DoubleVector.fromArray(DOUBLES, queries, LANES);
        DoubleVector threshold = DoubleVector.fromArray(DOUBLES, thresholds, 0);
        DoubleVector margin = least;
        LongVector in = LongVector.zero(LONGS);
        for (int j = from; j < to; j++) {
            DoubleVector score = inPlane(qX, qY, values[j], values[length + j]);
            margin = smaller(margin, score.sub(threshold).abs());
            in = marked(in, j, score.compare(VectorOperators.GE, threshold));
        }
        in.intoArray(members, at);
        return margin;
    }

    private static DoubleVector cutSpace(
            TokenColumns tokens,
            int from,
            int to,
            double[] queries,
            double[] thresholds,
            DoubleVector least,
            long[] members,
            int at) {
        DoubleVector threshold = DoubleVector.fromArray(DOUBLES, thresholds, 0);
        DoubleVector margin = least;
        LongVector in = LongVector.zero(LONGS);
        for (int j = from; j < to; j++) {
            DoubleVector score = inSpace(tokens, j, queries);
            margin = smaller(margin, score.sub(threshold).abs());
            in = marked(in, j, score.compare(VectorOperators.GE, threshold));
        }
        in.intoArray(members, at);
        return margin;
    }

    private static DoubleVector smaller(DoubleVector a, DoubleVector b) {
        return a.blend(b, b.compare(VectorOperators.LT, a));
    }

    /** With the bit of token j where it is inside. */
    private static LongVector marked(LongVector members, int j, VectorMask<Double> inside) {
        return members.blend(members.or(1L << j), inside.cast(LONGS));
    }
}
