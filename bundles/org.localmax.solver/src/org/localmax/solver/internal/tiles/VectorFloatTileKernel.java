package org.localmax.solver.internal.tiles;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Tiles with vectors of eight numbers; see {@link VectorTileKernel}. */
final class VectorFloatTileKernel implements FloatTileKernel {

    private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_256;

    @Override
    public void scores(
            float[] queries,
            int queriesAt,
            int queryPanels,
            float[] keys,
            int keysAt,
            int keyPanels,
            int dimension,
            float[] tile,
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

    /** Four rows of sixteen scores. The chains start from -0, so that the first product keeps its sign even if it is 0. */
    private static void products(float[] a, int aAt, float[] b, int bAt, int length, float[] c, int at, int stride) {
        FloatVector c00 = all(-0f);
        FloatVector c01 = c00;
        FloatVector c10 = c00;
        FloatVector c11 = c00;
        FloatVector c20 = c00;
        FloatVector c21 = c00;
        FloatVector c30 = c00;
        FloatVector c31 = c00;
        for (int k = 0; k < length; k++) {
            FloatVector b0 = load(b, bAt + 16 * k);
            FloatVector b1 = load(b, bAt + 16 * k + 8);
            FloatVector a0 = all(a[aAt + 4 * k]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            FloatVector a1 = all(a[aAt + 4 * k + 1]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            FloatVector a2 = all(a[aAt + 4 * k + 2]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            FloatVector a3 = all(a[aAt + 4 * k + 3]);
            c30 = a3.fma(b0, c30);
            c31 = a3.fma(b1, c31);
        }
        c00.intoArray(c, at);
        c01.intoArray(c, at + 8);
        c10.intoArray(c, at + stride);
        c11.intoArray(c, at + stride + 8);
        c20.intoArray(c, at + 2 * stride);
        c21.intoArray(c, at + 2 * stride + 8);
        c30.intoArray(c, at + 3 * stride);
        c31.intoArray(c, at + 3 * stride + 8);
    }

    /** Continues the chains of four rows of sixteen scores. */
    private static void addProducts(float[] a, int aAt, float[] b, int bAt, int length, float[] c, int at, int stride) {
        FloatVector c00 = load(c, at);
        FloatVector c01 = load(c, at + 8);
        FloatVector c10 = load(c, at + stride);
        FloatVector c11 = load(c, at + stride + 8);
        FloatVector c20 = load(c, at + 2 * stride);
        FloatVector c21 = load(c, at + 2 * stride + 8);
        FloatVector c30 = load(c, at + 3 * stride);
        FloatVector c31 = load(c, at + 3 * stride + 8);
        for (int k = 0; k < length; k++) {
            FloatVector b0 = load(b, bAt + 16 * k);
            FloatVector b1 = load(b, bAt + 16 * k + 8);
            FloatVector a0 = all(a[aAt + 4 * k]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            FloatVector a1 = all(a[aAt + 4 * k + 1]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            FloatVector a2 = all(a[aAt + 4 * k + 2]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            FloatVector a3 = all(a[aAt + 4 * k + 3]);
            c30 = a3.fma(b0, c30);
            c31 = a3.fma(b1, c31);
        }
        c00.intoArray(c, at);
        c01.intoArray(c, at + 8);
        c10.intoArray(c, at + stride);
        c11.intoArray(c, at + stride + 8);
        c20.intoArray(c, at + 2 * stride);
        c21.intoArray(c, at + 2 * stride + 8);
        c30.intoArray(c, at + 3 * stride);
        c31.intoArray(c, at + 3 * stride + 8);
    }

    @Override
    public int hits(float[] scores, int at, int length, float floor, int[] hits) {
        FloatVector least = all(floor);
        int count = 0;
        int j = 0;
        for (; j <= length - 32; j += 32) {
            if (reaches(scores, at + j, least)) {
                for (int part = j; part < j + 32; part += 8) {
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

    private static boolean reaches(float[] scores, int at, FloatVector least) {
        VectorMask<Float> first = load(scores, at).compare(VectorOperators.GE, least);
        VectorMask<Float> second = load(scores, at + 8).compare(VectorOperators.GE, least);
        VectorMask<Float> third = load(scores, at + 16).compare(VectorOperators.GE, least);
        VectorMask<Float> fourth = load(scores, at + 24).compare(VectorOperators.GE, least);
        return first.or(second).or(third.or(fourth)).anyTrue();
    }

    @Override
    public int hits(float[] scores, int at, int length, float floor, float[] floors, int floorsAt, int[] hits) {
        FloatVector least = all(floor);
        int count = 0;
        int j = 0;
        for (; j <= length - 32; j += 32) {
            if (reaches(scores, at + j, least, floors, floorsAt + j)) {
                for (int part = j; part < j + 32; part += 8) {
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

    private static boolean reaches(float[] scores, int at, FloatVector least, float[] floors, int floorsAt) {
        VectorMask<Float> first = reached(scores, at, least, floors, floorsAt);
        VectorMask<Float> second = reached(scores, at + 8, least, floors, floorsAt + 8);
        VectorMask<Float> third = reached(scores, at + 16, least, floors, floorsAt + 16);
        VectorMask<Float> fourth = reached(scores, at + 24, least, floors, floorsAt + 24);
        return first.or(second).or(third.or(fourth)).anyTrue();
    }

    private static VectorMask<Float> reached(float[] scores, int at, FloatVector least, float[] floors, int floorsAt) {
        FloatVector column = load(floors, floorsAt);
        FloatVector lower = least.blend(column, column.compare(VectorOperators.LT, least));
        return load(scores, at).compare(VectorOperators.GE, lower);
    }

    private static int append(VectorMask<Float> mask, int from, int[] hits, int count) {
        int next = count;
        for (long rest = mask.toLong(); rest != 0; rest &= rest - 1) {
            hits[next++] = from + Long.numberOfTrailingZeros(rest);
        }
        return next;
    }

    @Override
    public float greatest(float[] scores, int at, int length) {
        FloatVector m0 = all(Float.NEGATIVE_INFINITY);
        FloatVector m1 = m0;
        int j = 0;
        for (; j <= length - 16; j += 16) {
            FloatVector s0 = load(scores, at + j);
            FloatVector s1 = load(scores, at + j + 8);
            m0 = m0.blend(s0, s0.compare(VectorOperators.GT, m0));
            m1 = m1.blend(s1, s1.compare(VectorOperators.GT, m1));
        }
        float greatest = m0.max(m1).reduceLanes(VectorOperators.MAX);
        for (; j < length; j++) {
            greatest = Math.max(greatest, scores[at + j]);
        }
        return greatest;
    }

    private static FloatVector load(float[] values, int at) {
        return FloatVector.fromArray(LANES, values, at);
    }

    private static FloatVector all(float value) {
        return FloatVector.broadcast(LANES, value);
    }
}
