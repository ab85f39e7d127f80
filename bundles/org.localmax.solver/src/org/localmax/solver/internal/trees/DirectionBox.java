package org.localmax.solver.internal.trees;

import java.util.Arrays;

/**
 * Bounds on &lt;u, x - v&gt; over directions u in a box and points x in a node of a {@link BoxTree}. The reference v is a
 * point near which the bounds are to be tight to second order. For one thread; what rounding does to a bound is in
 * {@link BoundSlack}.
 */
final class DirectionBox {

    private final double[] low;
    private final double[] high;
    private final double[] middle;
    private final double[] half;
    private final double[] reference;
    private double least;
    private double greatest;

    DirectionBox(int dimension) {
        low = new double[dimension];
        high = new double[dimension];
        middle = new double[dimension];
        half = new double[dimension];
        reference = new double[dimension];
    }

    /** Begins an empty box, with the origin as its reference. */
    void clear() {
        Arrays.fill(low, Double.POSITIVE_INFINITY);
        Arrays.fill(high, Double.NEGATIVE_INFINITY);
        Arrays.fill(reference, 0);
    }

    /** Widens coordinate k for a direction. */
    void include(int k, double coordinate) {
        low[k] = Math.min(low[k], coordinate);
        high[k] = Math.max(high[k], coordinate);
        middle[k] = (low[k] + high[k]) / 2;
        half[k] = (high[k] - low[k]) / 2;
    }

    /** Sets coordinate k of the reference. */
    void refer(int k, double coordinate) {
        reference[k] = coordinate;
    }

    /** Coordinate k of the reference. */
    double reference(int k) {
        return reference[k];
    }

    /** Computes the bounds for a node. */
    void bound(BoxTree tree, int node) {
        double centre = 0;
        double radius = 0;
        for (int k = 0; k < middle.length; k++) {
            double from = tree.low(k, node);
            double to = tree.high(k, node);
            double offset = (from + to) / 2 - reference[k];
            double reach = (to - from) / 2;
            centre += middle[k] * offset;
            radius += Math.abs(middle[k]) * reach + half[k] * (Math.abs(offset) + reach);
        }
        least = centre - radius;
        greatest = centre + radius;
    }

    /** The lower bound for the node last asked about. */
    double least() {
        return least;
    }

    /** The upper bound for the node last asked about. */
    double greatest() {
        return greatest;
    }
}
