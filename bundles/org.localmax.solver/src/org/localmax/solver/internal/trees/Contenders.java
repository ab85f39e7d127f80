package org.localmax.solver.internal.trees;

import java.util.Arrays;
import org.localmax.solver.internal.Keys;
import org.localmax.solver.internal.Work;

/**
 * Keys that some receivers have to look at: those that may have the greatest score of one of them, or one near it. Filled
 * anew for other receivers.
 */
final class Contenders {

    private static final int BLOCK = 1 << 14;
    /** A vector of keys may be written past the last one. */
    private static final int SPARE = 16;

    private final double[][] coordinates;
    private int[] keys;
    private int count;

    Contenders(int dimension) {
        coordinates = new double[dimension][0];
        keys = new int[0];
    }

    /** All keys. */
    static Contenders all(Keys keys, Work work) {
        int d = keys.dimension();
        Contenders all = new Contenders(d);
        all.reserve(keys.count());
        all.count = keys.count();
        double[] rows = keys.rows();
        work.forRanges(keys.count(), BLOCK, (from, to) -> {
            for (int key = from; key < to; key++) {
                all.keys[key] = key;
            }
            for (int k = 0; k < d; k++) {
                double[] values = all.coordinates[k];
                for (int key = from; key < to; key++) {
                    values[key] = rows[key * d + k];
                }
            }
        });
        return all;
    }

    /** Makes room for so many keys, which may forget those that are there. */
    void reserve(int capacity) {
        if (keys.length < capacity + SPARE) {
            int length = capacity + SPARE;
            keys = new int[length];
            for (int k = 0; k < coordinates.length; k++) {
                coordinates[k] = new double[length];
            }
        }
    }

    /** A copy that takes no more room than it needs. */
    Contenders copy() {
        Contenders copy = new Contenders(coordinates.length);
        copy.keys = Arrays.copyOf(keys, count + SPARE);
        for (int k = 0; k < coordinates.length; k++) {
            copy.coordinates[k] = Arrays.copyOf(coordinates[k], count + SPARE);
        }
        copy.count = count;
        return copy;
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
