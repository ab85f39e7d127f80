package org.localmax.solver.internal.trees;

import org.localmax.dynamics.Strip;

/**
 * Receivers in the plane, sorted by direction, with their strips. Arrays have an entry a receiver, by its place in the
 * block. Thresholds are kept twice: for scores, and divided by the norm of the query for {@link AngularTree bounds}.
 */
final class ReceiverBlock {

    private final int[] receivers;
    private final Strip[] strips;
    private final double[] queryX;
    private final double[] queryY;
    private final double[] outside;
    private final double[] inside;
    private final double[] directionX;
    private final double[] directionY;
    private final double[] scaledOutside;
    private final double[] scaledInside;
    private final double largestNorm;
    private int count;
    private double slack;

    /**
     * An empty block.
     *
     * @param capacity so many receivers may come
     */
    ReceiverBlock(double largestNorm, int capacity) {
        this.largestNorm = largestNorm;
        receivers = new int[capacity];
        strips = new Strip[capacity];
        queryX = new double[capacity];
        queryY = new double[capacity];
        outside = new double[capacity];
        inside = new double[capacity];
        directionX = new double[capacity];
        directionY = new double[capacity];
        scaledOutside = new double[capacity];
        scaledInside = new double[capacity];
    }

    /** Begins a block of so many receivers. */
    void begin(int receiversInAll) {
        count = receiversInAll;
        slack = 0;
    }

    /** Adds the receivers of a group whose scores are cut, from a place on. */
    void add(ReceiverGroup group, int place) {
        for (int lane = 0; lane < group.count(); lane++) {
            set(place + lane, group, lane);
        }
        slack = Math.max(slack, group.slack());
    }

    private void set(int place, ReceiverGroup group, int lane) {
        receivers[place] = group.receiver(lane);
        strips[place] = group.strip(lane);
        queryX[place] = group.queries()[lane];
        queryY[place] = group.queries()[ReceiverGroup.LANES + lane];
        outside[place] = group.outside()[lane];
        inside[place] = group.inside()[lane];
        double norm = group.norm(lane);
        directionX[place] = queryX[place] / norm;
        directionY[place] = queryY[place] / norm;
        scaledOutside[place] = BoundSlack.clamp(outside[place] / norm, largestNorm);
        scaledInside[place] = BoundSlack.clamp(inside[place] / norm, largestNorm);
    }

    int count() {
        return count;
    }

    int receiver(int place) {
        return receivers[place];
    }

    Strip strip(int place) {
        return strips[place];
    }

    /** The score of a receiver for a point. */
    double score(int place, double x, double y) {
        return Math.fma(queryY[place], y, queryX[place] * x);
    }

    /** Scores below this are out. */
    double outside(int place) {
        return outside[place];
    }

    /** Scores above this are in. */
    double inside(int place) {
        return inside[place];
    }

    double directionX(int place) {
        return directionX[place];
    }

    double directionY(int place) {
        return directionY[place];
    }

    /** {@link #outside} divided by the norm of the query. */
    double scaledOutside(int place) {
        return scaledOutside[place];
    }

    /** {@link #inside} divided by the norm of the query. */
    double scaledInside(int place) {
        return scaledInside[place];
    }

    /** max_j |x_j|. */
    double largestNorm() {
        return largestNorm;
    }

    /** What rounding may take from a bound; see {@link BoundSlack}. */
    double slack() {
        return slack;
    }
}
