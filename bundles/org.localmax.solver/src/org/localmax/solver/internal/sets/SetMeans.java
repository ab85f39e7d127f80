package org.localmax.solver.internal.sets;

import org.localmax.dynamics.SummationGrid;

/** The means of neighbour sets, each of the distinct ones found once: exact sums, as everywhere. */
final class SetMeans {

    private final int count;
    private final int dimension;
    private final int length;
    /** The high and the low parts of coordinates, in columns. */
    private final double[] highs;

    private final double[] lows;
    private final double[] ofSets;
    private final double[] means;

    SetMeans(TokenColumns tokens) {
        count = tokens.count();
        dimension = tokens.dimension();
        length = tokens.length();
        highs = new double[dimension * length];
        lows = new double[dimension * length];
        ofSets = new double[count];
        means = new double[dimension * length];
    }

    /** Finds the mean of each token's neighbours; in columns, those behind the last token with the mean of token 0. */
    double[] find(NeighbourSets sets, SummationGrid grid, TokenColumns tokens) {
        int distinct = sets.distinct();
        for (int k = 0; k < dimension; k++) {
            int column = k * length;
            split(tokens.values(), column, column + length, grid.highRounder(k), grid.lowRounder(k), highs, lows);
            for (int set = 0; set < distinct; set++) {
                ofSets[set] = mean(sets.members(), sets.start(set), sets.end(set), column);
            }
            for (int i = 0; i < count; i++) {
                means[column + i] = ofSets[sets.distinctOf(i)];
            }
            for (int i = count; i < length; i++) {
                means[column + i] = means[column];
            }
        }
        return means;
    }

    /** As {@link SummationGrid#high} and {@link SummationGrid#low} do, in a loop that is compiled to vectors. */
    private static void split(
            double[] values, int from, int to, double toHigh, double toLow, double[] highs, double[] lows) {
        for (int at = from; at < to; at++) {
            double high = values[at] + toHigh - toHigh;
            highs[at] = high;
            lows[at] = values[at] - high + toLow - toLow;
        }
    }

    private double mean(int[] members, int start, int end, int column) {
        double high = 0;
        double low = 0;
        double otherHigh = 0;
        double otherLow = 0;
        int m = start;
        for (; m + 1 < end; m += 2) { // sums are exact, so that they may be cut in two
            int one = column + members[m];
            int other = column + members[m + 1];
            high += highs[one];
            low += lows[one];
            otherHigh += highs[other];
            otherLow += lows[other];
        }
        if (m < end) {
            high += highs[column + members[m]];
            low += lows[column + members[m]];
        }
        return SummationGrid.mean(high + otherHigh, low + otherLow, end - start);
    }
}
