package org.localmax.solver.internal.sets;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** The kernel on vectors of four tokens. */
final class VectorSetKernel implements SetKernel {

    private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_256;
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
                margin = margin.blend(distance, distance.compare(VectorOperators.LT, margin));
                in |= score.compare(VectorOperators.GE, lowest).toLong() << j;
                close |= distance.compare(VectorOperators.LE, within).toLong() << j;
            }
            members[word] = in;
            near[word] = close;
        }
        return margin.reduceLanes(VectorOperators.MIN);
    }
}
