package org.localmax.solver.internal.trees;

import java.util.Arrays;

/**
 * The directions u of some receivers, all in a box, and which points x matter to them. With a token v as the reference, a
 * point with &lt;u, x - v&gt; below {@link #reach() -reach} for all u has a lower score than v has for all of them, and is
 * farther from their thresholds than they look. The greatest &lt;u, x - v&gt; over the box is
 * &lt;c, x - v&gt; + &lt;h, |x - v|&gt; with c the middle of the box and h its half widths: near v that is tight to second
 * order. For one thread.
 */
final class Cone {

    private final double[] low;
    private final double[] high;
    private final double[] middle;
    private final double[] half;
    private final double[] reference;
    private double reach;

    Cone(int dimension) {
        low = new double[dimension];
        high = new double[dimension];
        middle = new double[dimension];
        half = new double[dimension];
        reference = new double[dimension];
    }

    /** Begins an empty cone. */
    void clear() {
        Arrays.fill(low, Double.POSITIVE_INFINITY);
        Arrays.fill(high, Double.NEGATIVE_INFINITY);
    }

    /** Widens the box for coordinates of directions from one value to another. */
    void include(int k, double from, double to) {
        low[k] = Math.min(low[k], from);
        high[k] = Math.max(high[k], to);
    }

    /** Sets the reach, when the box is complete. */
    void complete(double howFar) {
        reach = howFar;
        for (int k = 0; k < low.length; k++) {
            middle[k] = (low[k] + high[k]) / 2;
            half[k] = (high[k] - low[k]) / 2;
        }
    }

    /** Takes one of some keys as the reference. */
    void refer(Contenders keys, int index) {
        for (int k = 0; k < reference.length; k++) {
            reference[k] = keys.coordinates()[k][index];
        }
    }

    /** The middle of the box. */
    double[] middle() {
        return middle;
    }

    /** Half the widths of the box. */
    double[] half() {
        return half;
    }

    double[] reference() {
        return reference;
    }

    /** How far below the reference a point matters, in units of the norm of the query; rounding is accounted for. */
    double reach() {
        return reach;
    }
}
