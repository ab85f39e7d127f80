package org.localmax.solver.internal.trees;

import org.localmax.dynamics.Attention;
import org.localmax.dynamics.Vectors;
import org.localmax.solver.internal.Keys;
import org.localmax.solver.internal.StepRows;
import org.localmax.solver.internal.Work;

/**
 * The {@link Cone cones} of groups of receivers, so many as {@link ReceiverGroup} has lanes, in an order of all receivers.
 *
 * <p>The reach of a cone. A key x is dropped if its bound in binary64 is below -r for a reference v. By {@link BoundSlack},
 * whose sum contains each of these terms, the bound is off by at most e and a score, divided by the norm nu of the query, by
 * at most s, where e + s and the roundings of a threshold are below that slack. So the score of x is below that of v, and
 * all the more below the best one, by more than (r - e - 2 s) nu: r is the vicinity divided by nu, widened as
 * {@link NearZone} does, and twice the slack.
 *
 * <p>The vicinity is the greater of the strip's width and nu R / n or, once smaller, the least margin of a row so far. The
 * width of a rule whose threshold is the best score, divided by nu, falls as nu grows, but for an error in proportion to the
 * norm of the token, which is at most R: that of the least nu, with a token of norm R, is that of all.
 */
final class ReceiverCones {

    private static final int BLOCK = 1 << 7;
    private static final double WIDENING = 1 + 0x1p-40;

    private final StepRows step;
    private final int dimension;
    private final int[] order;
    private final boolean withVicinity;
    private final double largestNorm;
    private final double slack;
    /** A token of norm R. */
    private final int largest;
    /** For each group and coordinate the least and the greatest of the directions. */
    private final double[] boxes;
    /** For each group the least norm of a query that is not 0, and the greatest width of a strip divided by the norm. */
    private final double[] norms;

    private final double[] widths;

    private ReceiverCones(StepRows step, int[] order, boolean withVicinity) {
        this.step = step;
        this.order = order;
        this.withVicinity = withVicinity;
        dimension = step.keys().dimension();
        largestNorm = step.attention().largestNorm();
        slack = BoundSlack.of(dimension, largestNorm);
        largest = withVicinity ? largest(step.keys(), largestNorm) : 0;
        int groups = (order.length + ReceiverGroup.LANES - 1) / ReceiverGroup.LANES;
        boxes = new double[groups * 2 * dimension];
        norms = new double[groups];
        widths = new double[groups];
    }

    private static int largest(Keys keys, double norm) {
        int key = 0;
        while (Vectors.norm(keys.rows(), key * keys.dimension(), keys.dimension()) != norm) {
            key++;
        }
        return keys.token(key);
    }

    /**
     * The cones of all receivers.
     *
     * @param order the receivers, similar directions next to each other
     * @param withVicinity whether keys matter that are in the vicinity of the best one, which is the threshold then; if not,
     *     only the best ones do
     */
    static ReceiverCones of(StepRows step, int[] order, boolean withVicinity, Work work) {
        ReceiverCones cones = new ReceiverCones(step, order, withVicinity);
        work.forRanges(cones.groups(), BLOCK, (from, to) -> {
            double[] directions = new double[cones.dimension * ReceiverGroup.LANES];
            for (int group = from; group < to; group++) {
                cones.set(group, directions);
            }
        });
        return cones;
    }

    private void set(int group, double[] directions) {
        int from = group * ReceiverGroup.LANES;
        int count = Math.min(order.length - from, ReceiverGroup.LANES);
        Attention attention = step.attention();
        double[] query = new double[dimension];
        double leastNorm = Double.POSITIVE_INFINITY;
        int weakest = order[from];
        for (int lane = 0; lane < count; lane++) {
            int receiver = order[from + lane];
            attention.query(step.keys().token(receiver), query);
            double norm = Vectors.norm(query, 0, dimension);
            if (norm < leastNorm && norm > 0) {
                leastNorm = norm;
                weakest = receiver;
            }
            double divisor = norm == 0 ? 1 : norm;
            for (int k = 0; k < dimension; k++) {
                directions[k * ReceiverGroup.LANES + lane] = query[k] / divisor;
            }
        }
        for (int k = 0; k < dimension; k++) {
            setBox(group, k, directions, count);
        }
        norms[group] = leastNorm;
        if (withVicinity && leastNorm < Double.POSITIVE_INFINITY) {
            attention.query(step.keys().token(weakest), query);
            // no score is greater than twice the product of the norms, and the width grows with the best one
            widths[group] =
                    attention.strip(largest, query, 2 * leastNorm * largestNorm).width() / leastNorm;
        }
    }

    private void setBox(int group, int k, double[] directions, int count) {
        double low = directions[k * ReceiverGroup.LANES];
        double high = low;
        for (int at = k * ReceiverGroup.LANES; at < k * ReceiverGroup.LANES + count; at++) {
            low = directions[at] < low ? directions[at] : low;
            high = directions[at] > high ? directions[at] : high;
        }
        boxes[(group * dimension + k) * 2] = low;
        boxes[(group * dimension + k) * 2 + 1] = high;
    }

    /** The number of groups. */
    int groups() {
        return norms.length;
    }

    /** Lets a cone span groups [from, to). */
    void span(int from, int to, Cone cone) {
        cone.clear();
        double norm = Double.POSITIVE_INFINITY;
        double width = 0;
        for (int group = from; group < to; group++) {
            for (int k = 0; k < dimension; k++) {
                int at = (group * dimension + k) * 2;
                cone.include(k, boxes[at], boxes[at + 1]);
            }
            norm = Math.min(norm, norms[group]);
            width = Math.max(width, widths[group]);
        }
        cone.complete(reach(norm, width));
    }

    private double reach(double norm, double width) {
        double vicinity = Math.max(width, Math.min(largestNorm / order.length, step.smallestMargin() / norm));
        double rounding = 2 * (slack + BoundSlack.ofUnderflow(dimension, norm));
        return (withVicinity ? vicinity * WIDENING : 0) + rounding;
    }
}
