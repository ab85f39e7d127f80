package org.localmax.solver.internal.tiles;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.localmax.solver.internal.VectorLanes;

/** Tiles with vectors. The methods are small and static, or else the compiler leaves vectors in memory. */
final class VectorTileKernel implements TileKernel {

    private static final VectorSpecies<Double> LANES = VectorLanes.DOUBLES;
    /** Numbers in a vector. */
    private static final int W = LANES.length();

    @Override
    public void scores(
            double[] queries,
            int queriesAt,
            int queryPanels,
            double[] keys,
            int keysAt,
            int keyPanels,
            int dimension,
            double[] tile,
            int tileAt,
            int stride) {
        for (int p = 0; p < keyPanels; p++) {
            int key = keysAt + p * dimension * COLUMNS;
            for (int q = 0; q < queryPanels; q++) {
                int query = queriesAt + q * dimension * ROWS;
                int at = tileAt + q * ROWS * stride + p * COLUMNS;
                VectorProducts.scores(queries, query, keys, key, dimension, tile, at, stride);
            }
        }
    }

    @Override
    public double greatest(double[] scores, int at, int length) {
        DoubleVector m0 = all(Double.NEGATIVE_INFINITY);
        DoubleVector m1 = m0;
        int j = 0;
        for (; j <= length - 2 * W; j += 2 * W) {
            DoubleVector s0 = load(scores, at + j);
            DoubleVector s1 = load(scores, at + j + W);
            m0 = m0.blend(s0, s0.compare(VectorOperators.GT, m0));
            m1 = m1.blend(s1, s1.compare(VectorOperators.GT, m1));
        }
        double greatest = m0.max(m1).reduceLanes(VectorOperators.MAX);
        for (; j < length; j++) {
            greatest = Math.max(greatest, scores[at + j]);
        }
        return greatest;
    }

    @Override
    public int hits(double[] scores, int at, int length, double floor, int[] hits) {
        DoubleVector least = all(floor);
        int count = 0;
        int j = 0;
        for (; j <= length - 4 * W; j += 4 * W) {
            if (reaches(scores, at + j, least)) {
                for (int part = j; part < j + 4 * W; part += W) {
                    count = append(load(scores, at + part).compare(VectorOperators.GE, least), part, hits, count);
                }
            }
        }
        for (; j < length; j++) {
            if (scores[at + j] >= floor) {
                hits[count++] = j;
            }
        }
        return count;
    }

    private static boolean reaches(double[] scores, int at, DoubleVector least) {
        VectorMask<Double> first = load(scores, at).compare(VectorOperators.GE, least);
        VectorMask<Double> second = load(scores, at + W).compare(VectorOperators.GE, least);
        VectorMask<Double> third = load(scores, at + 2 * W).compare(VectorOperators.GE, least);
        VectorMask<Double> fourth = load(scores, at + 3 * W).compare(VectorOperators.GE, least);
        return first.or(second).or(third.or(fourth)).anyTrue();
    }

    @Override
    public int hits(double[] scores, int at, int length, double floor, double[] floors, int floorsAt, int[] hits) {
        DoubleVector least = all(floor);
        int count = 0;
        int j = 0;
        for (; j <= length - 4 * W; j += 4 * W) {
            if (reaches(scores, at + j, least, floors, floorsAt + j)) {
                for (int part = j; part < j + 4 * W; part += W) {
                    count = append(reached(scores, at + part, least, floors, floorsAt + part), part, hits, count);
                }
            }
        }
        for (; j < length; j++) {
            if (scores[at + j] >= floor || scores[at + j] >= floors[floorsAt + j]) {
                hits[count++] = j;
            }
        }
        return count;
    }

    private static boolean reaches(double[] scores, int at, DoubleVector least, double[] floors, int floorsAt) {
        VectorMask<Double> first = reached(scores, at, least, floors, floorsAt);
        VectorMask<Double> second = reached(scores, at + W, least, floors, floorsAt + W);
        VectorMask<Double> third = reached(scores, at + 2 * W, least, floors, floorsAt + 2 * W);
        VectorMask<Double> fourth = reached(scores, at + 3 * W, least, floors, floorsAt + 3 * W);
        return first.or(second).or(third.or(fourth)).anyTrue();
    }

    private static VectorMask<Double> reached(
            double[] scores, int at, DoubleVector least, double[] floors, int floorsAt) {
        DoubleVector column = load(floors, floorsAt);
        DoubleVector lower = least.blend(column, column.compare(VectorOperators.LT, least));
        return load(scores, at).compare(VectorOperators.GE, lower);
    }

    private static int append(VectorMask<Double> mask, int from, int[] hits, int count) {
        int next = count;
        for (long rest = mask.toLong(); rest != 0; rest &= rest - 1) {
            hits[next++] = from + Long.numberOfTrailingZeros(rest);
        }
        return next;
    }

    @Override
    public void addRows(double[] parts, int width, int[] rows, int count, double[] sums) {
        int k = 0;
        for (; k <= width - 8 * W; k += 8 * W) {
            addColumns(parts, width, rows, count, sums, k);
        }
        for (; k < width; k += W) {
            DoubleVector sum = load(sums, k);
            for (int r = 0; r < count; r++) {
                sum = sum.add(load(parts, rows[r] * width + k));
            }
            sum.intoArray(sums, k);
        }
    }

    private static void addColumns(double[] parts, int width, int[] rows, int count, double[] sums, int at) {
        DoubleVector s0 = load(sums, at);
        DoubleVector s1 = load(sums, at + W);
        DoubleVector s2 = load(sums, at + 2 * W);
        DoubleVector s3 = load(sums, at + 3 * W);
        DoubleVector s4 = load(sums, at + 4 * W);
        DoubleVector s5 = load(sums, at + 5 * W);
        DoubleVector s6 = load(sums, at + 6 * W);
        DoubleVector s7 = load(sums, at + 7 * W);
        for (int r = 0; r < count; r++) {
            int from = rows[r] * width + at;
            s0 = s0.add(load(parts, from));
            s1 = s1.add(load(parts, from + W));
            s2 = s2.add(load(parts, from + 2 * W));
            s3 = s3.add(load(parts, from + 3 * W));
            s4 = s4.add(load(parts, from + 4 * W));
            s5 = s5.add(load(parts, from + 5 * W));
            s6 = s6.add(load(parts, from + 6 * W));
            s7 = s7.add(load(parts, from + 7 * W));
        }
        s0.intoArray(sums, at);
        s1.intoArray(sums, at + W);
        s2.intoArray(sums, at + 2 * W);
        s3.intoArray(sums, at + 3 * W);
        s4.intoArray(sums, at + 4 * W);
        s5.intoArray(sums, at + 5 * W);
        s6.intoArray(sums, at + 6 * W);
        s7.intoArray(sums, at + 7 * W);
    }

    private static DoubleVector load(double[] values, int at) {
        return DoubleVector.fromArray(LANES, values, at);
    }

    private static DoubleVector all(double value) {
        return DoubleVector.broadcast(LANES, value);
    }
}
