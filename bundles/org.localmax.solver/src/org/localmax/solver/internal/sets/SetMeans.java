package org.localmax.solver.internal.sets;

import org.localmax.dynamics.SummationGrid;

/** The means of neighbour sets, each of the distinct ones found once: exact sums, as everywhere, so that one is found from another. */
final class SetMeans {

    private final int count;
    private final int dimension;
    private final int length;
    /** The high and the low parts of a column. */
    private final double[] highs;

    private final double[] lows;
    private final double[] highSums;
    private final double[] lowSums;
    private final double[] ofSets;
    private final double[] means;

    SetMeans(TokenColumns tokens) {
        count = tokens.count();
        dimension = tokens.dimension();
        length = tokens.length();
        highs = new double[length];
        lows = new double[length];
        highSums = new double[count + 1];
        lowSums = new double[count + 1];
        ofSets = new double[count];
        means = new double[dimension * length];
    }

    /** Finds the mean of each token's neighbours; in columns, those behind the last token with the mean of token 0. */
    double[] find(NeighbourSets sets, SummationGrid grid, TokenColumns tokens) {
        int distinct = sets.distinct();
        for (int k = 0; k < dimension; k++) {
            int column = k * length;
            split(tokens.values(), column, grid.highRounder(k), grid.lowRounder(k), highs, lows);
            sets.sum(highs, lows, highSums, lowSums);
            mean(highSums, lowSums, sets.sizes(), distinct, ofSets);
            int[] distinctOf = sets.distinctOf();
            for (int i = 0; i < count; i++) {
                means[column + i] = ofSets[distinctOf[i]];
            }
            for (int i = count; i < length; i++) {
                means[column + i] = means[column];
            }
        }
        return means;
    }

    /** As {@link SummationGrid#high} and {@link SummationGrid#low} do, in a loop that is compiled to vectors. */
    private static void split(double[] values, int from, double toHigh, double toLow, double[] highs, double[] lows) {
        for (int j = 0; j < highs.length; j++) {
            double high = values[from + j] + toHigh - toHigh;
            highs[j] = high;
            lows[j] = values[from + j] - high + toLow - toLow;
        }
    }

    /** Such a loop, too. */
    private static void mean(double[] highSums, double[] lowSums, double[] sizes, int distinct, double[] means) {
        for (int set = 0; set < distinct; set++) {
            means[set] = SummationGrid.mean(highSums[set + 1], lowSums[set + 1], sizes[set]);
        }
    }
}
