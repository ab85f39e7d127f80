package org.localmax.solver.internal.trees;

import java.util.Arrays;
import org.localmax.dynamics.Attention;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.Strip;
import org.localmax.solver.internal.StepRows;

/** Receivers in the plane, sorted by direction, with what is to be known of their strips. For one thread, filled anew for each block. */
final class ReceiverBlock {

    private final StepRows step;
    private final Attention attention;
    private final SortedReceivers all;
    private final double largestNorm;
    /** Coordinate by coordinate. */
    private final double[][] tokens;

    /** As well; the same where the queries are the tokens. */
    private final double[][] queries;

    private final double[] queryX;
    private final double[] queryY;
    private final double[] query = new double[2];
    private final double[] best;
    private final Cuts cuts;
    private final CutKernel kernel;
    private int first;
    private int count;
    private double slack;

    /**
     * An empty block.
     *
     * @param all the receivers of all blocks
     * @param capacity so many receivers may come, a multiple of the size of a group
     */
    ReceiverBlock(StepRows step, SortedReceivers all, int capacity, boolean vectors) {
        this.step = step;
        this.all = all;
        attention = step.attention();
        largestNorm = attention.largestNorm();
        tokens = new double[2][capacity];
        queries = attention.dynamics().interaction().kind() == Interaction.Kind.IDENTITY
                ? tokens
                : new double[2][capacity];
        queryX = queries[0];
        queryY = queries[1];
        best = new double[capacity];
        cuts = new Cuts(capacity);
        kernel = CutKernel.of(attention, vectors);
    }

    /** Begins a block: the receivers [from, to) of all. */
    void begin(int from, int to) {
        first = from;
        count = to - from;
        Arrays.fill(best, Double.NEGATIVE_INFINITY);
        all.load(from, to, tokens);
        if (queries != tokens) {
            for (int place = 0; place < count; place++) {
                all.query(attention, from + place, query);
                queryX[place] = query[0];
                queryY[place] = query[1];
            }
        }
    }

    /**
     * Raises the greatest scores of a group of receivers.
     *
     * @param from the group's first receiver among all
     * @param contenders keys that may have greater scores
     */
    void raise(int from, Contenders contenders, GroupKernel groups) {
        groups.raise(queries, from - first, best, contenders);
    }

    /** Cuts the scores, when the greatest ones are known. */
    void cut() {
        double leastNorm = kernel.cut(tokens, queries, best, count, step.smallestMargin(), cuts);
        slack = BoundSlack.of(2, largestNorm) + BoundSlack.ofUnderflow(2, leastNorm);
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
        return all.strip(attention, first + place, query, best[place], cuts.vicinities()[place]);
    }

    /** The vicinity of a receiver's threshold. */
    double vicinity(int place) {
        return cuts.vicinities()[place];
    }

    /** The score of a receiver for a point. */
    double score(int place, double x, double y) {
        return Math.fma(queryY[place], y, queryX[place] * x);
    }

    /** Scores below this are out. */
    double outside(int place) {
        return cuts.outside()[place];
    }

    /** Scores above this are in. */
    double inside(int place) {
        return cuts.inside()[place];
    }

    double directionX(int place) {
        return cuts.directionX()[place];
    }

    double directionY(int place) {
        return cuts.directionY()[place];
    }

    /** {@link #outside} divided by the norm of the query. */
    double scaledOutside(int place) {
        return cuts.scaledOutside()[place];
    }

    /** {@link #inside} divided by the norm of the query. */
    double scaledInside(int place) {
        return cuts.scaledInside()[place];
    }

    /** Bounds what receivers cut beyond a point; see {@link CutKernel#bound}. */
    void bound(int from, int to, double x, double y, double[] bounds, int at) {
        kernel.bound(cuts, from, to, x, y, bounds, at);
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
