package org.localmax.solver.internal.tiles;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Tiles with vectors of four numbers. The methods are small and static, or else the compiler leaves vectors in memory. */
final class VectorTileKernel implements TileKernel {

    private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_256;

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
        for (int from = 0; from < dimension; from += CHUNK) {
            int length = Math.min(CHUNK, dimension - from);
            for (int p = 0; p < keyPanels; p++) {
                int key = keysAt + (p * dimension + from) * COLUMNS;
                for (int q = 0; q < queryPanels; q++) {
                    int query = queriesAt + (q * dimension + from) * ROWS;
                    int at = tileAt + q * ROWS * stride + p * COLUMNS;
                    if (from == 0) {
                        products(queries, query, keys, key, length, tile, at, stride);
                    } else {
                        addProducts(queries, query, keys, key, length, tile, at, stride);
                    }
                }
            }
        }
    }

    /** Four rows of eight scores. The chains start from -0, so that the first product keeps its sign even if it is 0. */
    private static void products(double[] a, int aAt, double[] b, int bAt, int length, double[] c, int at, int stride) {
        DoubleVector c00 = all(-0.0);
        DoubleVector c01 = c00;
        DoubleVector c10 = c00;
        DoubleVector c11 = c00;
        DoubleVector c20 = c00;
        DoubleVector c21 = c00;
        DoubleVector c30 = c00;
        DoubleVector c31 = c00;
        for (int k = 0; k < length; k++) {
            DoubleVector b0 = load(b, bAt + 8 * k);
            DoubleVector b1 = load(b, bAt + 8 * k + 4);
            DoubleVector a0 = all(a[aAt + 4 * k]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            DoubleVector a1 = all(a[aAt + 4 * k + 1]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            DoubleVector a2 = all(a[aAt + 4 * k + 2]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            DoubleVector a3 = all(a[aAt + 4 * k + 3]);
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

    /** Continues the chains of four rows of eight sums, with factors that lie in a panel. */
    static void addProducts(double[] a, int aAt, double[] b, int bAt, int length, double[] c, int at, int stride) {
        DoubleVector c00 = load(c, at);
        DoubleVector c01 = load(c, at + 4);
        DoubleVector c10 = load(c, at + stride);
        DoubleVector c11 = load(c, at + stride + 4);
        DoubleVector c20 = load(c, at + 2 * stride);
        DoubleVector c21 = load(c, at + 2 * stride + 4);
        DoubleVector c30 = load(c, at + 3 * stride);
        DoubleVector c31 = load(c, at + 3 * stride + 4);
        for (int k = 0; k < length; k++) {
            DoubleVector b0 = load(b, bAt + 8 * k);
            DoubleVector b1 = load(b, bAt + 8 * k + 4);
            DoubleVector a0 = all(a[aAt + 4 * k]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            DoubleVector a1 = all(a[aAt + 4 * k + 1]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            DoubleVector a2 = all(a[aAt + 4 * k + 2]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            DoubleVector a3 = all(a[aAt + 4 * k + 3]);
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

    @Override
    public double greatest(double[] scores, int at, int length) {
        DoubleVector m0 = all(Double.NEGATIVE_INFINITY);
        DoubleVector m1 = m0;
        int j = 0;
        for (; j <= length - 8; j += 8) {
            DoubleVector s0 = load(scores, at + j);
            DoubleVector s1 = load(scores, at + j + 4);
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
        for (; j <= length - 16; j += 16) {
            if (reaches(scores, at + j, least)) {
                for (int part = j; part < j + 16; part += 4) {
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
        VectorMask<Double> second = load(scores, at + 4).compare(VectorOperators.GE, least);
        VectorMask<Double> third = load(scores, at + 8).compare(VectorOperators.GE, least);
        VectorMask<Double> fourth = load(scores, at + 12).compare(VectorOperators.GE, least);
        return first.or(second).or(third.or(fourth)).anyTrue();
    }

    @Override
    public int hits(double[] scores, int at, int length, double floor, double[] floors, int floorsAt, int[] hits) {
        DoubleVector least = all(floor);
        int count = 0;
        int j = 0;
        for (; j <= length - 16; j += 16) {
            if (reaches(scores, at + j, least, floors, floorsAt + j)) {
                for (int part = j; part < j + 16; part += 4) {
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
        VectorMask<Double> second = reached(scores, at + 4, least, floors, floorsAt + 4);
        VectorMask<Double> third = reached(scores, at + 8, least, floors, floorsAt + 8);
        VectorMask<Double> fourth = reached(scores, at + 12, least, floors, floorsAt + 12);
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
        for (; k <= width - 32; k += 32) {
            addColumns(parts, width, rows, count, sums, k);
        }
        for (; k < width; k += 4) {
            DoubleVector sum = load(sums, k);
            for (int r = 0; r < count; r++) {
                sum = sum.add(load(parts, rows[r] * width + k));
            }
            sum.intoArray(sums, k);
        }
    }

    private static void addColumns(double[] parts, int width, int[] rows, int count, double[] sums, int at) {
        DoubleVector s0 = load(sums, at);
        DoubleVector s1 = load(sums, at + 4);
        DoubleVector s2 = load(sums, at + 8);
        DoubleVector s3 = load(sums, at + 12);
        DoubleVector s4 = load(sums, at + 16);
        DoubleVector s5 = load(sums, at + 20);
        DoubleVector s6 = load(sums, at + 24);
        DoubleVector s7 = load(sums, at + 28);
        for (int r = 0; r < count; r++) {
            int from = rows[r] * width + at;
            s0 = s0.add(load(parts, from));
            s1 = s1.add(load(parts, from + 4));
            s2 = s2.add(load(parts, from + 8));
            s3 = s3.add(load(parts, from + 12));
            s4 = s4.add(load(parts, from + 16));
            s5 = s5.add(load(parts, from + 20));
            s6 = s6.add(load(parts, from + 24));
            s7 = s7.add(load(parts, from + 28));
        }
        s0.intoArray(sums, at);
        s1.intoArray(sums, at + 4);
        s2.intoArray(sums, at + 8);
        s3.intoArray(sums, at + 12);
        s4.intoArray(sums, at + 16);
        s5.intoArray(sums, at + 20);
        s6.intoArray(sums, at + 24);
        s7.intoArray(sums, at + 28);
    }

    private static DoubleVector load(double[] values, int at) {
        return DoubleVector.fromArray(LANES, values, at);
    }

    private static DoubleVector all(double value) {
        return DoubleVector.broadcast(LANES, value);
    }
}
