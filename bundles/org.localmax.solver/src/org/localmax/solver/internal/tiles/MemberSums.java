package org.localmax.solver.internal.tiles;

import java.util.Arrays;
import org.localmax.dynamics.SummationGrid;
import org.localmax.solver.internal.Keys;
import org.localmax.solver.internal.SelectedRow;
import org.localmax.solver.internal.Work;

/**
 * What keys add to a row when they are in beyond doubt: the high and low parts of their coordinates, times the tokens there,
 * their count and fingerprint. For rules whose strip is wider than the doubt. The parts are split off as they are added,
 * which takes less time than to fetch them from memory.
 */
final class MemberSums {

    private final Keys keys;
    private final TileKernel kernel;
    /** The length of {@link #rows}: d and what fills it up to whole vectors. */
    private final int width;
    /** The coordinates of each key. */
    private final double[] rows;
    /** What rounds coordinates to their high parts, then what rounds the rest to low parts. */
    private final double[] rounders;
    /** The tokens at each key. */
    private final double[] weights;

    private final long[] fingerprints;

    MemberSums(Keys keys, SummationGrid grid, TileKernel kernel, Work work) {
        this.keys = keys;
        this.kernel = kernel;
        int d = keys.dimension();
        width = (d + TileKernel.MULTIPLE - 1) / TileKernel.MULTIPLE * TileKernel.MULTIPLE;
        rows = width == d ? keys.rows() : new double[Panels.length(keys.count(), width, 1)];
        rounders = new double[2 * width];
        for (int k = 0; k < d; k++) {
            rounders[k] = grid.highRounder(k);
            rounders[width + k] = grid.lowRounder(k);
        }
        weights = new double[keys.count()];
        fingerprints = new long[keys.count()];
        work.forRanges(keys.count(), Panels.rangeLength(2, d), (from, to) -> {
            for (int key = from; key < to; key++) {
                weights[key] = keys.weight(key);
                fingerprints[key] = keys.fingerprint(key);
                if (width != d) {
                    System.arraycopy(keys.rows(), key * d, rows, key * width, d);
                }
            }
        });
    }

    /** An array for the sums of a row. */
    double[] newSums() {
        return new double[2 * width];
    }

    /**
     * Adds keys that are in beyond doubt.
     *
     * @param sums scratch, from {@link #newSums}
     */
    void add(int[] members, int count, double[] sums, SelectedRow row) {
        Arrays.fill(sums, 0);
        kernel.addParts(rows, width, members, count, weights, rounders, sums);
        double tokens = 0;
        long fingerprint = 0;
        for (int m = 0; m < count; m++) {
            tokens += weights[members[m]];
            fingerprint += fingerprints[members[m]];
        }
        row.addMembers((long) tokens, fingerprint);
        for (int k = 0; k < keys.dimension(); k++) {
            row.addSums(k, sums[k], sums[width + k]);
        }
    }
}
