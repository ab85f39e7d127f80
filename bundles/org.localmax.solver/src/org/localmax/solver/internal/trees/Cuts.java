package org.localmax.solver.internal.trees;

/**
 * Where the scores of a block of receivers in the plane are cut. Arrays have an entry a receiver, by its place in the block.
 * Thresholds are kept twice: for scores, and divided by the norm of the query for {@link AngularTree bounds}. Filled anew for
 * each block.
 */
final class Cuts {

    private final double[] vicinities;
    private final double[] outside;
    private final double[] inside;
    private final double[] directionX;
    private final double[] directionY;
    private final double[] scaledOutside;
    private final double[] scaledInside;

    Cuts(int capacity) {
        vicinities = new double[capacity];
        outside = new double[capacity];
        inside = new double[capacity];
        directionX = new double[capacity];
        directionY = new double[capacity];
        scaledOutside = new double[capacity];
        scaledInside = new double[capacity];
    }

    /** The vicinities of the thresholds. */
    double[] vicinities() {
        return vicinities;
    }

    /** Scores below these are out. */
    double[] outside() {
        return outside;
    }

    /** Scores above these are in. */
    double[] inside() {
        return inside;
    }

    /** The first coordinate of the queries divided by their norms. */
    double[] directionX() {
        return directionX;
    }

    /** The second coordinate of the queries divided by their norms. */
    double[] directionY() {
        return directionY;
    }

    /** {@link #outside} divided by the norms of the queries. */
    double[] scaledOutside() {
        return scaledOutside;
    }

    /** {@link #inside} divided by the norms of the queries. */
    double[] scaledInside() {
        return scaledInside;
    }
}
