package org.localmax.solver.internal.trees;

import java.util.Arrays;
import org.localmax.solver.internal.Keys;

/**
 * Keys that some receivers have to look at: those that may have the greatest score of one of them, or one near it. Filled
 * anew for other receivers.
 */
final class Contenders {

    /** Room for so many keys that lists of few never grow. */
    private static final int SPARE = 16;

    private final double[][] coordinates;
    private int[] keys;
    private int count;

    Contenders(int dimension) {
        coordinates = new double[dimension][SPARE];
        keys = new int[SPARE];
    }

    /** Holds no others than keys from * stride, (from + 1) * stride and so on to before to * stride of all. */
    void load(Keys all, int from, int to, int stride) {
        int d = coordinates.length;
        double[] rows = all.rows();
        count = 0;
        reserve(to - from);
        count = to - from;
        for (int i = 0; i < count; i++) {
            keys[i] = (from + i) * stride;
        }
        for (int k = 0; k < d; k++) {
            double[] values = coordinates[k];
            for (int i = 0, at = from * stride * d + k; i < count; i++, at += stride * d) {
                values[i] = rows[at];
            }
        }
    }

    /** Makes room for so many keys more. */
    void reserve(int more) {
        int needed = count + more + SPARE;
        if (keys.length < needed) {
            resize(count == 0 ? needed : needed + needed / 2);
        }
    }

    private void resize(int length) {
        keys = Arrays.copyOf(keys, length);
        for (int k = 0; k < coordinates.length; k++) {
            coordinates[k] = Arrays.copyOf(coordinates[k], length);
        }
    }

    /** Adds the keys of another list. */
    void addAll(Contenders others) {
        if (others.count == 0) {
            return;
        }
        reserve(others.count);
        System.arraycopy(others.keys, 0, keys, count, others.count);
        for (int k = 0; k < coordinates.length; k++) {
            System.arraycopy(others.coordinates[k], 0, coordinates[k], count, others.count);
        }
        count += others.count;
    }

    int count() {
        return count;
    }

    /** Says how many keys have been written. */
    void count(int written) {
        count = written;
    }

    int dimension() {
        return coordinates.length;
    }

    /** The keys, in the first entries. */
    int[] keys() {
        return keys;
    }

    /** The coordinates, one array each. */
    double[][] coordinates() {
        return coordinates;
    }
}
