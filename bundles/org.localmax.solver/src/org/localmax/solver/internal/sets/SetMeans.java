package org.localmax.solver.internal.sets;

import org.localmax.dynamics.SummationGrid;

/** The means of neighbour sets, each of the distinct ones found once: exact sums, as everywhere. */
final class SetMeans {

    private final int count;
    private final int dimension;
    /** The high and the low part of each coordinate of each token: 2 d numbers a token. */
    private final double[] parts;

    private final double[] sums;
    private final double[] means;

    SetMeans(int count, int dimension) {
        this.count = count;
        this.dimension = dimension;
        parts = new double[2 * dimension * count];
        sums = new double[2 * dimension];
        means = new double[dimension * count];
    }

    /**
     * Finds the means.
     *
     * @param rows x, n x d
     * @param m filled with the m_i, n x d
     */
    void find(NeighbourSets sets, SummationGrid grid, double[] rows, double[] m) {
        int distinct = sets.distinct();
        split(grid, rows);
        for (int set = 0; set < distinct; set++) {
            mean(sets.members(), sets.start(set), sets.end(set), set * dimension);
        }
        for (int i = 0, at = 0; i < count; i++) {
            int from = sets.distinctOf(i) * dimension;
            for (int k = 0; k < dimension; k++) {
                m[at++] = means[from + k];
            }
        }
    }

    private void split(SummationGrid grid, double[] rows) {
        for (int k = 0; k < dimension; k++) {
            for (int at = k; at < rows.length; at += dimension) {
                double high = grid.high(k, rows[at]);
                parts[2 * at] = high;
                parts[2 * at + 1] = grid.low(k, rows[at], high);
            }
        }
    }

    private void mean(int[] members, int start, int end, int to) {
        if (dimension == 2) {
            inPlane(parts, members, start, end, sums);
        } else {
            inSpace(members, start, end);
        }
        for (int k = 0; k < dimension; k++) {
            means[to + k] = SummationGrid.mean(sums[2 * k], sums[2 * k + 1], end - start);
        }
    }

    private static void inPlane(double[] parts, int[] members, int start, int end, double[] sums) {
        double xHighs = 0;
        double xLows = 0;
        double yHighs = 0;
        double yLows = 0;
        for (int m = start; m < end; m++) {
            int at = 4 * members[m];
            xHighs += parts[at];
            xLows += parts[at + 1];
            yHighs += parts[at + 2];
            yLows += parts[at + 3];
        }
        sums[0] = xHighs;
        sums[1] = xLows;
        sums[2] = yHighs;
        sums[3] = yLows;
    }

    private void inSpace(int[] members, int start, int end) {
        for (int part = 0; part < sums.length; part++) {
            double sum = 0;
            for (int m = start; m < end; m++) {
                sum += parts[sums.length * members[m] + part];
            }
            sums[part] = sum;
        }
    }
}
