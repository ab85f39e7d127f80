package org.localmax.solver.internal.expansions;

import java.util.Arrays;

/**
 * The sums F and N of {@link ClusteredExpansion} for some receivers, added up cluster by cluster, and the room that this takes;
 * to be used for some receivers after others.
 */
final class ExpandedSums {

    private static final int RECEIVERS = TaylorKernel.RECEIVERS;

    private final SoftmaxProblem problem;
    private final double[][] offsets;
    private final double[][] sums;
    private final double[][] totals;
    private final PolynomialValues values;
    private final double[] powers = new double[RECEIVERS];

    ExpandedSums(SoftmaxProblem problem) {
        this.problem = problem;
        int d = problem.keys().dimension();
        offsets = new double[d][RECEIVERS];
        sums = new double[1 + d][RECEIVERS];
        totals = new double[1 + d][RECEIVERS];
        values = new PolynomialValues(d);
    }

    /**
     * Begins with the receivers from a place on.
     *
     * @param end the place after the last; beyond it the last is repeated
     */
    void begin(Cell cell, int place, int end) {
        for (double[] total : totals) {
            Arrays.fill(total, 0);
        }
        for (int k = 0; k < offsets.length; k++) {
            double[] queries = problem.receivers().queries(k);
            for (int i = 0; i < RECEIVERS; i++) {
                offsets[k][i] = queries[Math.min(place + i, end - 1)] - cell.centre()[k];
            }
        }
    }

    /** Coordinate k of p for each receiver. */
    double[] offsets(int k) {
        return offsets[k];
    }

    /** What the polynomial of a cluster is at the receivers; to be used for one cluster after another. */
    PolynomialValues values() {
        return values;
    }

    /**
     * Adds a cluster.
     *
     * @param slope beta log2(e) (c_B - c)
     * @param distance c_B - c
     * @param unit by which derivatives are to be multiplied, for each coordinate
     * @param values F_B, then its derivatives, for each receiver
     */
    void add(double[] slope, double[] distance, double[] unit, double[][] values, TaylorKernel kernel) {
        Arrays.fill(powers, 0);
        for (int k = 0; k < slope.length; k++) {
            addProduct(powers, slope[k], offsets[k]);
        }
        kernel.exp2(powers, 0, RECEIVERS);
        for (int k = 0; k < slope.length; k++) {
            addMoment(sums[1 + k], powers, distance[k], values[0], unit[k], values[1 + k]);
        }
        addProduct(sums[0], powers, values[0]);
    }

    private static void addProduct(double[] sum, double factor, double[] values) {
        for (int i = 0; i < RECEIVERS; i++) {
            sum[i] = Math.fma(factor, values[i], sum[i]);
        }
    }

    private static void addProduct(double[] sum, double[] factors, double[] values) {
        for (int i = 0; i < RECEIVERS; i++) {
            sum[i] = Math.fma(factors[i], values[i], sum[i]);
        }
    }

    private static void addMoment(
            double[] sum, double[] powers, double distance, double[] value, double unit, double[] derivative) {
        for (int i = 0; i < RECEIVERS; i++) {
            sum[i] = Math.fma(powers[i], Math.fma(distance, value[i], unit * derivative[i]), sum[i]);
        }
    }

    /** Adds what was added up since the last time to the totals. */
    void total() {
        for (int term = 0; term < sums.length; term++) {
            for (int i = 0; i < RECEIVERS; i++) {
                totals[term][i] += sums[term][i];
            }
            Arrays.fill(sums[term], 0);
        }
    }

    /** F, then N, for each receiver. */
    double[][] totals() {
        return totals;
    }
}
