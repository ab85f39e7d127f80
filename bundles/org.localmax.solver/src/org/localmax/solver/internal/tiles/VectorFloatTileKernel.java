package org.localmax.solver.internal.tiles;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.localmax.solver.internal.VectorLanes;

/** Tiles with vectors of single precision; see {@link VectorTileKernel}. */
final class VectorFloatTileKernel implements FloatTileKernel {

    private static final VectorSpecies<Float> LANES = VectorLanes.FLOATS;
    private static final VectorSpecies<Integer> INTS = VectorLanes.INTS;
    private static final IntVector PLACES = IntVector.zero(INTS).addIndex(1);
    /** Numbers in a vector. */
    private static final int W = LANES.length();
    /** Whether two vectors are as wide as a panel of keys; see {@link VectorProducts}. */
    private static final boolean WIDE = 2 * W == COLUMNS;

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
        for (int p = 0; p < keyPanels; p++) {
            int key = keysAt + p * dimension * COLUMNS;
            for (int q = 0; q < queryPanels; q++) {
                int query = queriesAt + q * dimension * ROWS;
                products(queries, query, keys, key, dimension, tile, tileAt + q * ROWS * stride + p * COLUMNS, stride);
            }
        }
    }

    private static void products(float[] a, int aAt, float[] b, int bAt, int length, float[] c, int at, int stride) {
        if (WIDE) {
            scoresOfEight(a, aAt, b, bAt, length, c, at, stride);
            return;
        }
        for (int column = 0; column < COLUMNS; column += 2 * W) {
            for (int row = 0; row < ROWS; row += 4) {
                scoresOfFour(a, aAt + row, b, bAt + column, length, c, at + row * stride + column, stride);
            }
        }
    }

    /** The chains start from -0, so that the first product keeps its sign even if it is 0. */
    private static void scoresOfEight(
            float[] a, int aAt, float[] b, int bAt, int length, float[] c, int at, int stride) {
        FloatVector c00 = all(-0f);
        FloatVector c01 = c00;
        FloatVector c10 = c00;
        FloatVector c11 = c00;
        FloatVector c20 = c00;
        FloatVector c21 = c00;
        FloatVector c30 = c00;
        FloatVector c31 = c00;
        FloatVector c40 = c00;
        FloatVector c41 = c00;
        FloatVector c50 = c00;
        FloatVector c51 = c00;
        FloatVector c60 = c00;
        FloatVector c61 = c00;
        FloatVector c70 = c00;
        FloatVector c71 = c00;
        for (int k = 0; k < length; k++) {
            FloatVector b0 = load(b, bAt + COLUMNS * k);
            FloatVector b1 = load(b, bAt + COLUMNS * k + W);
            FloatVector a0 = all(a[aAt + ROWS * k]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            FloatVector a1 = all(a[aAt + ROWS * k + 1]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            FloatVector a2 = all(a[aAt + ROWS * k + 2]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            FloatVector a3 = all(a[aAt + ROWS * k + 3]);
            c30 = a3.fma(b0, c30);
            c31 = a3.fma(b1, c31);
            FloatVector a4 = all(a[aAt + ROWS * k + 4]);
            c40 = a4.fma(b0, c40);
            c41 = a4.fma(b1, c41);
            FloatVector a5 = all(a[aAt + ROWS * k + 5]);
            c50 = a5.fma(b0, c50);
            c51 = a5.fma(b1, c51);
            FloatVector a6 = all(a[aAt + ROWS * k + 6]);
            c60 = a6.fma(b0, c60);
            c61 = a6.fma(b1, c61);
            FloatVector a7 = all(a[aAt + ROWS * k + 7]);
            c70 = a7.fma(b0, c70);
            c71 = a7.fma(b1, c71);
        }
        c00.intoArray(c, at);
        c01.intoArray(c, at + W);
        c10.intoArray(c, at + stride);
        c11.intoArray(c, at + stride + W);
        c20.intoArray(c, at + 2 * stride);
        c21.intoArray(c, at + 2 * stride + W);
        c30.intoArray(c, at + 3 * stride);
        c31.intoArray(c, at + 3 * stride + W);
        c40.intoArray(c, at + 4 * stride);
        c41.intoArray(c, at + 4 * stride + W);
        c50.intoArray(c, at + 5 * stride);
        c51.intoArray(c, at + 5 * stride + W);
        c60.intoArray(c, at + 6 * stride);
        c61.intoArray(c, at + 6 * stride + W);
        c70.intoArray(c, at + 7 * stride);
        c71.intoArray(c, at + 7 * stride + W);
    }

    /** The same for half the rows. */
    private static void scoresOfFour(
            float[] a, int aAt, float[] b, int bAt, int length, float[] c, int at, int stride) {
        FloatVector c00 = all(-0f);
        FloatVector c01 = c00;
        FloatVector c10 = c00;
        FloatVector c11 = c00;
        FloatVector c20 = c00;
        FloatVector c21 = c00;
        FloatVector c30 = c00;
        FloatVector c31 = c00;
        for (int k = 0; k < length; k++) {
            FloatVector b0 = load(b, bAt + COLUMNS * k);
            FloatVector b1 = load(b, bAt + COLUMNS * k + W);
            FloatVector a0 = all(a[aAt + ROWS * k]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            FloatVector a1 = all(a[aAt + ROWS * k + 1]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            FloatVector a2 = all(a[aAt + ROWS * k + 2]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            FloatVector a3 = all(a[aAt + ROWS * k + 3]);
            c30 = a3.fma(b0, c30);
            c31 = a3.fma(b1, c31);
        }
        c00.intoArray(c, at);
        c01.intoArray(c, at + W);
        c10.intoArray(c, at + stride);
        c11.intoArray(c, at + stride + W);
        c20.intoArray(c, at + 2 * stride);
        c21.intoArray(c, at + 2 * stride + W);
        c30.intoArray(c, at + 3 * stride);
        c31.intoArray(c, at + 3 * stride + W);
    }

    @Override
    public int hits(float[] scores, int at, int length, float floor, int[] hits) {
        FloatVector least = all(floor);
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

    private static boolean reaches(float[] scores, int at, FloatVector least) {
        VectorMask<Float> first = load(scores, at).compare(VectorOperators.GE, least);
        VectorMask<Float> second = load(scores, at + W).compare(VectorOperators.GE, least);
        VectorMask<Float> third = load(scores, at + 2 * W).compare(VectorOperators.GE, least);
        VectorMask<Float> fourth = load(scores, at + 3 * W).compare(VectorOperators.GE, least);
        return first.or(second).or(third.or(fourth)).anyTrue();
    }

    @Override
    public int hits(float[] scores, int at, int length, float floor, float[] floors, int floorsAt, int[] hits) {
        FloatVector least = all(floor);
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

    private static boolean reaches(float[] scores, int at, FloatVector least, float[] floors, int floorsAt) {
        VectorMask<Float> first = reached(scores, at, least, floors, floorsAt);
        VectorMask<Float> second = reached(scores, at + W, least, floors, floorsAt + W);
        VectorMask<Float> third = reached(scores, at + 2 * W, least, floors, floorsAt + 2 * W);
        VectorMask<Float> fourth = reached(scores, at + 3 * W, least, floors, floorsAt + 3 * W);
        return first.or(second).or(third.or(fourth)).anyTrue();
    }

    private static VectorMask<Float> reached(float[] scores, int at, FloatVector least, float[] floors, int floorsAt) {
        FloatVector column = load(floors, floorsAt);
        FloatVector lower = least.blend(column, column.compare(VectorOperators.LT, least));
        return load(scores, at).compare(VectorOperators.GE, lower);
    }

    /** Appends the places of a mask; as many numbers are written as a vector has, if they fit. */
    private static int append(VectorMask<Float> mask, int from, int[] hits, int count) {
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
    public float greatest(float[] scores, int at, int length) {
        FloatVector m0 = all(Float.NEGATIVE_INFINITY);
        FloatVector m1 = m0;
        int j = 0;
        for (; j <= length - 2 * W; j += 2 * W) {
            FloatVector s0 = load(scores, at + j);
            FloatVector s1 = load(scores, at + j + W);
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
