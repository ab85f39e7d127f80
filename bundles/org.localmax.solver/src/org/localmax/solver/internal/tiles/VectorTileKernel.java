package org.localmax.solver.internal.tiles;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.localmax.solver.internal.VectorLanes;

/** Tiles with vectors. The methods are small and static, or else the compiler leaves vectors in memory. */
final class VectorTileKernel implements TileKernel {

    private static final VectorSpecies<Double> LANES = VectorLanes.DOUBLES;
    private static final VectorSpecies<Integer> INTS = VectorLanes.HALF_INTS;
    private static final IntVector PLACES = IntVector.zero(INTS).addIndex(1);
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
    public int misses(double[] scores, int at, int length, double ceiling, int[] misses) {
        DoubleVector most = all(ceiling);
        int count = 0;
        int j = 0;
        for (; j <= length - 4 * W; j += 4 * W) {
            if (stays(scores, at + j, most)) {
                for (int part = j; part < j + 4 * W; part += W) {
                    count = append(load(scores, at + part).compare(VectorOperators.LE, most), part, misses, count);
                }
            }
        }
        for (; j < length; j++) {
            if (scores[at + j] <= ceiling) {
                misses[count++] = j;
            }
        }
        return count;
    }

    /** Whether one of four vectors does not rise above a ceiling. */
    private static boolean stays(double[] scores, int at, DoubleVector most) {
        VectorMask<Double> first = load(scores, at).compare(VectorOperators.LE, most);
        VectorMask<Double> second = load(scores, at + W).compare(VectorOperators.LE, most);
        VectorMask<Double> third = load(scores, at + 2 * W).compare(VectorOperators.LE, most);
        VectorMask<Double> fourth = load(scores, at + 3 * W).compare(VectorOperators.LE, most);
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

    /** Appends the places of a mask; as many numbers are written as a vector has, if they fit. */
    private static int append(VectorMask<Double> mask, int from, int[] hits, int count) {
        if (VectorLanes.COMPRESS) {
            PLACES.add(from).compress(mask.cast(INTS)).intoArray(hits, count);
            return count + mask.trueCount();
        }
        int next = count;
        for (long rest = mask.toLong(); rest != 0; rest &= rest - 1) {
            hits[next++] = from + Long.numberOfTrailingZeros(rest);
        }
        return next;
    }

    @Override
    public void addParts(
            double[] rows, int width, int[] some, int count, double[] weights, double[] rounders, double[] sums) {
        for (int k = 0; k < width; k += 2 * W) {
            addParts(rows, width, some, count, weights, rounders, sums, k);
        }
    }

    /** Those of two vectors of coordinates. */
    private static void addParts(
            double[] rows,
            int width,
            int[] some,
            int count,
            double[] weights,
            double[] rounders,
            double[] sums,
            int first) {
        int second = first + W;
        DoubleVector toHigh0 = load(rounders, first);
        DoubleVector toHigh1 = load(rounders, second);
        DoubleVector toLow0 = load(rounders, width + first);
        DoubleVector toLow1 = load(rounders, width + second);
        DoubleVector highs0 = load(sums, first);
        DoubleVector highs1 = load(sums, second);
        DoubleVector lows0 = load(sums, width + first);
        DoubleVector lows1 = load(sums, width + second);
        for (int r = 0; r < count; r++) {
            int at = some[r] * width;
            DoubleVector weight = all(weights[some[r]]);
            DoubleVector x0 = load(rows, at + first);
            DoubleVector x1 = load(rows, at + second);
            DoubleVector high0 = x0.add(toHigh0).sub(toHigh0);
            DoubleVector high1 = x1.add(toHigh1).sub(toHigh1);
            DoubleVector low0 = x0.sub(high0).add(toLow0).sub(toLow0);
            DoubleVector low1 = x1.sub(high1).add(toLow1).sub(toLow1);
            highs0 = high0.fma(weight, highs0);
            highs1 = high1.fma(weight, highs1);
            lows0 = low0.fma(weight, lows0);
            lows1 = low1.fma(weight, lows1);
        }
        highs0.intoArray(sums, first);
        highs1.intoArray(sums, second);
        lows0.intoArray(sums, width + first);
        lows1.intoArray(sums, width + second);
    }

    private static DoubleVector load(double[] values, int at) {
        return DoubleVector.fromArray(LANES, values, at);
    }

    private static DoubleVector all(double value) {
        return DoubleVector.broadcast(LANES, value);
    }
}
