package org.localmax.solver.internal.shells;

/**
 * Sums of weights 2^(c (s - M)) and of coordinates with these weights, for each query of a block. A tile is added up in four
 * lanes from 0 on, and the lanes of one tile after the other.
 */
final class WeightedSums {

    private static final int LANES = ShellKeys.LANES;

    private final SoftmaxTerms softmax;
    private final int terms;
    private final double[] greatest;
    private final double[] lanes;

    /** @param queries how many there are in the block */
    WeightedSums(SoftmaxTerms softmax, int dimension, int queries) {
        this.softmax = softmax;
        terms = 1 + dimension;
        greatest = new double[queries];
        lanes = new double[queries * terms * LANES];
    }

    /** Starts anew for a query whose greatest score M is known. */
    void begin(int query, double m) {
        greatest[query] = m;
    }

    /** The number of tokens at each place. */
    double[] shares() {
        return softmax.shares();
    }

    /** The number c. */
    double scale() {
        return softmax.scale();
    }

    /** The greatest score M of a query. */
    double greatest(int query) {
        return greatest[query];
    }

    double[] lanes() {
        return lanes;
    }

    /** Where the lanes of a query's weights start (term 0), or of coordinate k (term k + 1). */
    int start(int query, int term) {
        return (query * terms + term) * LANES;
    }

    /** Whether weights of scores up to a bound matter to a query; all others together do not move its mean. */
    boolean notices(int query, double bound) {
        return !((bound - greatest[query]) * softmax.scale() < softmax.negligible());
    }

    /** Writes the mean of a query. */
    void mean(int query, double[] mean) {
        double weight = sum(start(query, 0));
        for (int k = 0; k < mean.length; k++) {
            mean[k] = sum(start(query, k + 1)) / weight;
        }
    }

    private double sum(int start) {
        return lanes[start] + lanes[start + 1] + (lanes[start + 2] + lanes[start + 3]);
    }
}
