package org.localmax.solver.internal.trees;

import org.localmax.dynamics.SummationGrid;
import org.localmax.solver.internal.Keys;

/** Keys that a {@link ReceiverGroup} has to look at, one after the other, with all that they may add to a row. */
final class Candidates {

    /** A leaf fits while there are fewer keys than this. */
    private static final int FULL = 256;

    private static final int CAPACITY = FULL + 64;

    private final BoxTree tree;
    private final Keys all;
    private final SummationGrid grid;
    private final int[] keys = new int[CAPACITY];
    private final double[] weights = new double[CAPACITY];
    private final long[] fingerprints = new long[CAPACITY];
    private final double[][] coordinates;
    private final double[][] parts;
    private int count;

    Candidates(BoxTree tree, Keys all, SummationGrid grid) {
        this.tree = tree;
        this.all = all;
        this.grid = grid;
        coordinates = new double[tree.dimension()][CAPACITY];
        parts = new double[2 * tree.dimension()][CAPACITY];
    }

    void clear() {
        count = 0;
    }

    int count() {
        return count;
    }

    boolean isFull() {
        return count >= FULL;
    }

    /** Adds the keys of a leaf. */
    void add(int leaf) {
        int from = tree.begin(leaf);
        int length = tree.end(leaf) - from;
        for (int i = 0; i < length; i++) {
            int key = tree.key(from + i);
            keys[count + i] = key;
            weights[count + i] = all.weight(key);
            fingerprints[count + i] = all.fingerprint(key);
        }
        for (int k = 0; k < coordinates.length; k++) {
            double[] values = tree.coordinates(k);
            for (int i = 0; i < length; i++) {
                double x = values[from + i];
                double high = grid.high(k, x);
                coordinates[k][count + i] = x;
                parts[2 * k][count + i] = weights[count + i] * high;
                parts[2 * k + 1][count + i] = weights[count + i] * grid.low(k, x, high);
            }
        }
        count += length;
    }

    int key(int index) {
        return keys[index];
    }

    /** The number of tokens that count at each key. */
    double[] weights() {
        return weights;
    }

    long[] fingerprints() {
        return fingerprints;
    }

    /** The coordinates, one array each. */
    double[][] coordinates() {
        return coordinates;
    }

    /** For each coordinate its weighted high parts and its weighted low parts. */
    double[][] parts() {
        return parts;
    }
}
