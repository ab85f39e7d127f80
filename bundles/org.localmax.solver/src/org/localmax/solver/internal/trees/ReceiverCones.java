package org.localmax.solver.internal.trees;

import java.util.Arrays;
import org.localmax.dynamics.Attention;
import org.localmax.dynamics.Vectors;
import org.localmax.solver.internal.Keys;
import org.localmax.solver.internal.StepRows;
import org.localmax.solver.internal.Work;

/**
 * The {@link Cone cones} of some sets of receivers.
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
    private static final int NONE = -1;
    private static final double WIDENING = 1 + 0x1p-40;

    private final StepRows step;
    private final Attention attention;
    private final int dimension;
    private final boolean withVicinity;
    private final double largestNorm;
    private final double slack;
    /** For each cone and coordinate the least of the directions, and the greatest. */
    private final double[] lows;

    private final double[] highs;
    /** For each cone the least norm of a query that is not 0, whose it is, and the greatest width divided by the norm. */
    private final double[] norms;

    private final int[] weakest;
    private final double[] widths;

    /**
     * So many cones without receivers.
     *
     * @param withVicinity whether keys matter that are in the vicinity of the best one, which is the threshold then; if not,
     *     only the best ones do
     */
    ReceiverCones(StepRows step, int count, boolean withVicinity) {
        this.step = step;
        this.withVicinity = withVicinity;
        attention = step.attention();
        dimension = step.keys().dimension();
        largestNorm = attention.largestNorm();
        slack = BoundSlack.of(dimension, largestNorm);
        lows = new double[count * dimension];
        highs = new double[count * dimension];
        norms = new double[count];
        weakest = new int[count];
        widths = new double[count];
        Arrays.fill(lows, Double.POSITIVE_INFINITY);
        Arrays.fill(highs, Double.NEGATIVE_INFINITY);
        Arrays.fill(norms, Double.POSITIVE_INFINITY);
        Arrays.fill(weakest, NONE);
    }

    /**
     * The cones of groups of receivers, so many as {@link ReceiverGroup} has lanes.
     *
     * @param all the receivers, similar directions next to each other
     */
    static ReceiverCones ofGroups(StepRows step, SortedReceivers all, boolean withVicinity, Work work) {
        int groups = (all.count() + ReceiverGroup.LANES - 1) / ReceiverGroup.LANES;
        ReceiverCones cones = new ReceiverCones(step, groups, withVicinity);
        work.forRanges(groups, BLOCK, (from, to) -> {
            double[] query = new double[cones.dimension];
            for (int group = from; group < to; group++) {
                int end = Math.min(all.count(), (group + 1) * ReceiverGroup.LANES);
                for (int place = group * ReceiverGroup.LANES; place < end; place++) {
                    all.query(cones.attention, place, query);
                    cones.include(group, all.receiver(place), query);
                }
            }
        });
        cones.complete(work);
        return cones;
    }

    /** Includes a receiver with its query in a cone; not for several threads. */
    void include(int cone, int receiver, double[] query) {
        double norm = Vectors.norm(query, 0, dimension);
        if (norm < norms[cone] && norm > 0) {
            norms[cone] = norm;
            weakest[cone] = receiver;
        }
        double divisor = norm == 0 ? 1 : norm;
        for (int k = 0, at = cone * dimension; k < dimension; k++, at++) {
            double direction = query[k] / divisor;
            lows[at] = direction < lows[at] ? direction : lows[at];
            highs[at] = direction > highs[at] ? direction : highs[at];
        }
    }

    /** Lets each cone span the one of the same number, too. */
    void join(ReceiverCones others) {
        for (int at = 0; at < lows.length; at++) {
            lows[at] = Math.min(lows[at], others.lows[at]);
            highs[at] = Math.max(highs[at], others.highs[at]);
        }
        for (int cone = 0; cone < norms.length; cone++) {
            if (others.norms[cone] < norms[cone]) {
                norms[cone] = others.norms[cone];
                weakest[cone] = others.weakest[cone];
            }
        }
    }

    /** Ends the inclusion of receivers. */
    void complete(Work work) {
        if (!withVicinity) {
            return;
        }
        int token = largest();
        work.forRanges(norms.length, BLOCK, (from, to) -> {
            double[] query = new double[dimension];
            for (int cone = from; cone < to; cone++) {
                if (weakest[cone] != NONE) {
                    attention.query(step.keys().token(weakest[cone]), query);
                    // no score is greater than twice the product of the norms, and the width grows with the best one
                    double width = attention
                            .strip(token, query, 2 * norms[cone] * largestNorm)
                            .width();
                    widths[cone] = width / norms[cone];
                }
            }
        });
    }

    /** A token of norm R. */
    private int largest() {
        Keys keys = step.keys();
        int key = 0;
        while (Vectors.norm(keys.rows(), key * dimension, dimension) != largestNorm) {
            key++;
        }
        return keys.token(key);
    }

    /** The number of cones. */
    int count() {
        return norms.length;
    }

    /** Lets a cone span cones [from, to). */
    void span(int from, int to, Cone cone) {
        cone.clear();
        double norm = Double.POSITIVE_INFINITY;
        double width = 0;
        for (int other = from; other < to; other++) {
            for (int k = 0; k < dimension; k++) {
                cone.include(k, lows[other * dimension + k], highs[other * dimension + k]);
            }
            norm = Math.min(norm, norms[other]);
            width = Math.max(width, widths[other]);
        }
        cone.complete(reach(norm, width));
    }

    private double reach(double norm, double width) {
        double share = largestNorm / attention.state().tokens().count();
        double vicinity = Math.max(width, Math.min(share, step.smallestMargin() / norm));
        double rounding = 2 * (slack + BoundSlack.ofUnderflow(dimension, norm));
        return (withVicinity ? vicinity * WIDENING : 0) + rounding;
    }
}
