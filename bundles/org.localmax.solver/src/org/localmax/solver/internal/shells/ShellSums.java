package org.localmax.solver.internal.shells;

import org.localmax.solver.internal.SelectedRow;

/**
 * Sums of {@link MemberTerms} over the members of each query of a block, in four lanes. They are exact, so neither their
 * order nor their grouping matters.
 */
final class ShellSums {

    private static final int LANES = ShellKeys.LANES;

    private final int dimension;
    private final double[] highs;
    private final double[] lows;
    private final long[] counts;
    private final long[] fingerprints;

    /** @param queries how many there are in the block */
    ShellSums(int dimension, int queries) {
        this.dimension = dimension;
        highs = new double[queries * dimension * LANES];
        lows = new double[queries * dimension * LANES];
        counts = new long[queries * LANES];
        fingerprints = new long[queries * LANES];
    }

    /** Where the lanes of a query start in {@link #counts} and {@link #fingerprints}. */
    int start(int query) {
        return query * LANES;
    }

    /** Where the lanes of coordinate k start in {@link #highs} and {@link #lows}. */
    int start(int query, int k) {
        return (query * dimension + k) * LANES;
    }

    double[] highs() {
        return highs;
    }

    double[] lows() {
        return lows;
    }

    long[] counts() {
        return counts;
    }

    long[] fingerprints() {
        return fingerprints;
    }

    /** Adds the sums of a query to its row. */
    void addTo(SelectedRow row, int query) {
        int start = start(query);
        row.addMembers(sum(counts, start), sum(fingerprints, start));
        for (int k = 0; k < row.dimension(); k++) {
            row.addSums(k, sum(highs, start(query, k)), sum(lows, start(query, k)));
        }
    }

    private static long sum(long[] lanes, int start) {
        return lanes[start] + lanes[start + 1] + lanes[start + 2] + lanes[start + 3];
    }

    private static double sum(double[] lanes, int start) {
        return lanes[start] + lanes[start + 1] + lanes[start + 2] + lanes[start + 3];
    }
}
