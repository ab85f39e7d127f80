package org.localmax.solver.internal.trees;

import java.util.Arrays;
import org.localmax.dynamics.Attention;
import org.localmax.dynamics.Strip;
import org.localmax.dynamics.Vectors;
import org.localmax.solver.internal.StepRows;

/**
 * Receivers in the plane, sorted by direction, with what is to be known of their strips. Arrays have an entry a receiver, by
 * its place in the block. Thresholds are kept twice: for scores, and divided by the norm of the query for
 * {@link AngularTree bounds}. For one thread, filled anew for each block.
 */
final class ReceiverBlock {

    private final StepRows step;
    private final Attention attention;
    private final SortedReceivers all;
    private final double largestNorm;
    private final double[] queryX;
    private final double[] queryY;
    private final double[][] queries;
    private final double[] query = new double[2];
    private final double[] best;
    private final double[] outside;
    private final double[] inside;
    private final double[] vicinities;
    private final double[] directionX;
    private final double[] directionY;
    private final double[] scaledOutside;
    private final double[] scaledInside;
    private int first;
    private int count;
    private double slack;

    /**
     * An empty block.
     *
     * @param all the receivers of all blocks
     * @param capacity so many receivers may come, a multiple of the size of a group
     */
    ReceiverBlock(StepRows step, SortedReceivers all, int capacity) {
        this.step = step;
        this.all = all;
        attention = step.attention();
        largestNorm = attention.largestNorm();
        queryX = new double[capacity];
        queryY = new double[capacity];
        queries = new double[][] {queryX, queryY};
        best = new double[capacity];
        outside = new double[capacity];
        inside = new double[capacity];
        vicinities = new double[capacity];
        directionX = new double[capacity];
        directionY = new double[capacity];
        scaledOutside = new double[capacity];
        scaledInside = new double[capacity];
    }

    /** Begins a block: the receivers [from, to) of all. */
    void begin(int from, int to) {
        first = from;
        count = to - from;
        Arrays.fill(best, Double.NEGATIVE_INFINITY);
        for (int place = 0; place < count; place++) {
            all.query(attention, from + place, query);
            queryX[place] = query[0];
            queryY[place] = query[1];
        }
    }

    /**
     * Raises the greatest scores of a group of receivers.
     *
     * @param from the group's first receiver among all
     * @param contenders keys that may have greater scores
     */
    void raise(int from, Contenders contenders, GroupKernel kernel) {
        kernel.raise(queries, from - first, best, contenders);
    }

    /** Cuts the scores, when the greatest ones are known. */
    void cut() {
        double closest = step.smallestMargin();
        double underflow = 0;
        for (int place = 0; place < count; place++) {
            query[0] = queryX[place];
            query[1] = queryY[place];
            Strip strip = all.strip(attention, first + place, query, best[place], closest);
            double low = NearZone.low(strip, strip.vicinity());
            double high = NearZone.high(strip, strip.vicinity());
            double length = Vectors.norm(query, 0, 2);
            double norm = length == 0 ? 1 : length;
            vicinities[place] = strip.vicinity();
            outside[place] = low;
            inside[place] = high;
            directionX[place] = query[0] / norm;
            directionY[place] = query[1] / norm;
            scaledOutside[place] = BoundSlack.clamp(low / norm, largestNorm);
            scaledInside[place] = BoundSlack.clamp(high / norm, largestNorm);
            underflow = Math.max(underflow, BoundSlack.ofUnderflow(2, norm));
        }
        slack = BoundSlack.of(2, largestNorm) + underflow;
    }

    int count() {
        return count;
    }

    int receiver(int place) {
        return all.receiver(first + place);
    }

    /** Where the scores of a receiver are cut, with a vicinity no greater than the one here. */
    Strip strip(int place) {
        query[0] = queryX[place];
        query[1] = queryY[place];
        return all.strip(attention, first + place, query, best[place], vicinities[place]);
    }

    /** The vicinity of a receiver's threshold. */
    double vicinity(int place) {
        return vicinities[place];
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
