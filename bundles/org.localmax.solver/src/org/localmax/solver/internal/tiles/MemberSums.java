package org.localmax.solver.internal.tiles;

import java.util.Arrays;
import org.localmax.dynamics.SummationGrid;
import org.localmax.solver.internal.Keys;
import org.localmax.solver.internal.SelectedRow;
import org.localmax.solver.internal.Work;

/**
 * What keys add to a row when they are in beyond doubt: the high and low parts of their coordinates, times the tokens there,
 * their count and fingerprint. Made in advance, for rules whose strip is wider than the doubt.
 */
final class MemberSums {

    private final Keys keys;
    private final TileKernel kernel;
    /** The length of high or low parts of a key, a multiple of 4. */
    private final int half;
    /** For each key its high parts, then its low parts. */
    private final double[] parts;

    private final int[] weights;
    private final long[] fingerprints;

    MemberSums(Keys keys, SummationGrid grid, TileKernel kernel, Work work) {
        this.keys = keys;
        this.kernel = kernel;
        int d = keys.dimension();
        half = (d + 3) / 4 * 4;
        parts = new double[Panels.length(keys.count(), 2 * half, 1)];
        weights = new int[keys.count()];
        fingerprints = new long[keys.count()];
        work.forRanges(keys.count(), Panels.rangeLength(2, d), (from, to) -> {
            for (int key = from; key < to; key++) {
                weights[key] = keys.weight(key);
                fingerprints[key] = keys.fingerprint(key);
                split(key, grid);
            }
        });
    }

    private void split(int key, SummationGrid grid) {
        int at = key * 2 * half;
        for (int k = 0; k < keys.dimension(); k++) {
            double x = keys.rows()[key * keys.dimension() + k];
            double high = grid.high(k, x);
            parts[at + k] = weights[key] * high;
            parts[at + half + k] = weights[key] * grid.low(k, x, high);
        }
    }

    /** An array for the sums of a row. */
    double[] newSums() {
        return new double[2 * half];
    }

    /**
     * Adds keys that are in beyond doubt.
     *
     * @param sums scratch, from {@link #newSums}
     */
    void add(int[] members, int count, double[] sums, SelectedRow row) {
        Arrays.fill(sums, 0);
        kernel.addRows(parts, 2 * half, members, count, sums);
        long tokens = 0;
        long fingerprint = 0;
        for (int m = 0; m < count; m++) {
            tokens += weights[members[m]];
            fingerprint += fingerprints[members[m]];
        }
        row.addMembers(tokens, fingerprint);
        for (int k = 0; k < keys.dimension(); k++) {
            row.addSums(k, sums[k], sums[half + k]);
        }
    }
}
