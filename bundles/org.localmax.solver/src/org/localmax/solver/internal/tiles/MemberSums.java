package org.localmax.solver.internal.tiles;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.localmax.dynamics.LargeArray;
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
    private final SharedSums shared;
    /** What all keys add up to: the sums of their parts, their tokens and fingerprint. */
    private final double[] ofAll;

    private final LongAdder tokensOfAll = new LongAdder();
    private final LongAdder fingerprintOfAll = new LongAdder();

    MemberSums(Keys keys, SummationGrid grid, TileKernel kernel, Work work) {
        this.keys = keys;
        this.kernel = kernel;
        int d = keys.dimension();
        width = (d + TileKernel.MULTIPLE - 1) / TileKernel.MULTIPLE * TileKernel.MULTIPLE;
        rows = width == d
                ? keys.rows()
                : LargeArray.ofDoubles(Panels.length(keys.count(), width, 1), work::requireWanted);
        rounders = new double[2 * width];
        for (int k = 0; k < d; k++) {
            rounders[k] = grid.highRounder(k);
            rounders[width + k] = grid.lowRounder(k);
        }
        weights = new double[keys.count()];
        fingerprints = new long[keys.count()];
        shared = new SharedSums(keys.count());
        ofAll = new double[2 * width];
        work.forRanges(keys.count(), Panels.rangeLength(2, d), (from, to) -> {
            for (int key = from; key < to; key++) {
                weights[key] = keys.weight(key);
                fingerprints[key] = keys.fingerprint(key);
                if (width != d) {
                    System.arraycopy(keys.rows(), key * d, rows, key * width, d);
                }
            }
            addToAll(from, to);
        });
    }

    private void addToAll(int from, int to) {
        int[] range = new int[to - from];
        Arrays.setAll(range, index -> from + index);
        double[] sums = newSums();
        kernel.addParts(rows, width, range, range.length, weights, rounders, sums);
        synchronized (ofAll) {
            for (int k = 0; k < sums.length; k++) {
                ofAll[k] += sums[k];
            }
        }
        tokensOfAll.add(tokens(range, range.length));
        fingerprintOfAll.add(fingerprint(range, range.length));
    }

    private long tokens(int[] some, int count) {
        long tokens = 0;
        for (int m = 0; m < count; m++) {
            tokens += (long) weights[some[m]];
        }
        return tokens;
    }

    private long fingerprint(int[] some, int count) {
        long fingerprint = 0;
        for (int m = 0; m < count; m++) {
            fingerprint += fingerprints[some[m]];
        }
        return fingerprint;
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
        row.addMembers(tokens(members, count), fingerprint(members, count));
        add(row, parts(members, count, sums));
    }

    /**
     * Adds keys that are in beyond doubt, perhaps as others have added them before.
     *
     * @param members ascending
     * @param sums scratch, from {@link #newSums}
     */
    void addShared(int[] members, int count, double[] sums, SelectedRow row) {
        long fingerprint = fingerprint(members, count);
        row.addMembers(tokens(members, count), fingerprint);
        Optional<double[]> known = shared.find(members, count, fingerprint);
        if (known.isPresent()) {
            add(row, known.get());
        } else {
            shared.tell(members, count, fingerprint, parts(members, count, sums));
            add(row, sums);
        }
    }

    /**
     * Adds all keys but some, when the others are in beyond doubt.
     *
     * @param sums scratch, from {@link #newSums}
     */
    void addAllBut(int[] some, int count, double[] sums, SelectedRow row) {
        row.addMembers(tokensOfAll.sum() - tokens(some, count), fingerprintOfAll.sum() - fingerprint(some, count));
        parts(some, count, sums);
        for (int k = 0; k < sums.length; k++) {
            sums[k] = ofAll[k] - sums[k];
        }
        add(row, sums);
    }

    private double[] parts(int[] some, int count, double[] sums) {
        Arrays.fill(sums, 0);
        kernel.addParts(rows, width, some, count, weights, rounders, sums);
        return sums;
    }

    private void add(SelectedRow row, double[] sums) {
        for (int k = 0; k < keys.dimension(); k++) {
            row.addSums(k, sums[k], sums[width + k]);
        }
    }
}
