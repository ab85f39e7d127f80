package org.localmax.solver.internal.trees;

import java.util.Arrays;
import org.localmax.dynamics.Attention;
import org.localmax.dynamics.Strip;
import org.localmax.dynamics.Vectors;
import org.localmax.solver.internal.SelectedRow;
import org.localmax.solver.internal.StepRows;

/**
 * A few receivers whose queries point in similar directions, side by side in lanes: they look at the same parts of a
 * {@link BoxTree}. Arrays hold a number a lane, and coordinate by coordinate where they hold vectors. Lanes to spare repeat
 * the last receiver. For one thread, filled anew for each group.
 */
final class ReceiverGroup {

    /** The number of lanes; a multiple of 4. */
    static final int LANES = 32;

    private final StepRows step;
    private final Attention attention;
    private final int dimension;
    private final double largestNorm;
    private final double roundingSlack;
    private final int[] receivers = new int[LANES];
    private final double[][] queries;
    private final double[] directions;
    /** 1 for a query of 0, whose direction is 0, too. */
    private final double[] norms = new double[LANES];

    /** For each lane the inner product of its direction with the reference. */
    private final double[] ofReference = new double[LANES];

    private final double[] best = new double[LANES];
    private final Strip[] strips = new Strip[LANES];
    private final double[] outside = new double[LANES];
    private final double[] inside = new double[LANES];
    private final SelectedRow[] rows = new SelectedRow[LANES];
    private final GroupSums sums;
    private final DirectionBox box;
    private final double[] query;
    private int count;
    private double slack;
    private boolean hasNarrowed;

    ReceiverGroup(StepRows step) {
        this.step = step;
        attention = step.attention();
        dimension = step.keys().dimension();
        largestNorm = attention.largestNorm();
        roundingSlack = BoundSlack.of(dimension, largestNorm);
        queries = new double[dimension][LANES];
        directions = new double[dimension * LANES];
        sums = new GroupSums(dimension);
        box = new DirectionBox(dimension);
        query = new double[dimension];
        Arrays.setAll(rows, _ -> new SelectedRow(step));
    }

    /** Begins another group: receivers [from, to) of an order, at least one and at most as many as lanes. */
    void begin(int[] order, int from, int to) {
        count = to - from;
        Arrays.fill(best, Double.NEGATIVE_INFINITY);
        for (int lane = 0; lane < LANES; lane++) {
            receivers[lane] = order[Math.min(from + lane, to - 1)];
            attention.query(step.keys().token(receivers[lane]), query);
            for (int k = 0; k < dimension; k++) {
                queries[k][lane] = query[k];
            }
        }
    }

    /** Begins another group: receivers [from, to) of all, at least one and at most as many as lanes. */
    void begin(SortedReceivers all, int from, int to) {
        count = to - from;
        Arrays.fill(best, Double.NEGATIVE_INFINITY);
        for (int lane = 0; lane < LANES; lane++) {
            int place = Math.min(from + lane, to - 1);
            receivers[lane] = all.receiver(place);
            all.query(attention, place, query);
            for (int k = 0; k < dimension; k++) {
                queries[k][lane] = query[k];
            }
        }
    }

    /** Finds the directions of the queries, and their box. */
    void orient() {
        box.clear();
        Arrays.fill(ofReference, 0);
        slack = roundingSlack;
        for (int lane = 0; lane < LANES; lane++) {
            setDirection(lane);
        }
    }

    private void setDirection(int lane) {
        getQuery(lane);
        double norm = Vectors.norm(query, 0, dimension);
        norms[lane] = norm == 0 ? 1 : norm;
        slack = Math.max(slack, roundingSlack + BoundSlack.ofUnderflow(dimension, norms[lane]));
        for (int k = 0; k < dimension; k++) {
            double direction = query[k] / norms[lane];
            directions[k * LANES + lane] = direction;
            box.include(k, direction);
        }
    }

    private void getQuery(int lane) {
        for (int k = 0; k < dimension; k++) {
            query[k] = queries[k][lane];
        }
    }

    /** The number of receivers. */
    int count() {
        return count;
    }

    int dimension() {
        return dimension;
    }

    /** The box of all directions, with its reference. */
    DirectionBox box() {
        return box;
    }

    /** The queries, coordinate by coordinate. */
    double[][] queries() {
        return queries;
    }

    /** The greatest scores so far. */
    double[] best() {
        return best;
    }

    /** Scores below these are out beyond doubt, and so far from the threshold that they do not matter. */
    double[] outside() {
        return outside;
    }

    /** Scores above these are in beyond doubt, and so far from the threshold that they only count. */
    double[] inside() {
        return inside;
    }

    /** What the members found so far add up to. */
    GroupSums sums() {
        return sums;
    }

    /** The score of lane's receiver for a point. */
    double score(int lane, double[][] coordinates, int point) {
        return ScalarGroupKernel.score(queries, lane, coordinates, point);
    }

    /** Moves the reference of the box to a point. */
    private void refer(double[] point) {
        Arrays.fill(ofReference, 0);
        for (int k = 0; k < dimension; k++) {
            box.refer(k, point[k]);
            for (int lane = 0; lane < LANES; lane++) {
                ofReference[lane] += directions[k * LANES + lane] * point[k];
            }
        }
    }

    /** Whether {@link #leastOutside} or {@link #greatestInside} may have moved since the last time that this was asked. */
    boolean hasNarrowed() {
        boolean narrowed = hasNarrowed;
        hasNarrowed = false;
        return narrowed;
    }

    /** A node whose upper bound is below this holds scores below {@link #outside} alone. */
    double leastOutside() {
        double least = Double.POSITIVE_INFINITY;
        for (int lane = 0; lane < LANES; lane++) {
            least = Math.min(least, BoundSlack.clamp(outside[lane] / norms[lane], largestNorm) - ofReference[lane]);
        }
        return least - slack;
    }

    /** A node whose lower bound is above this holds scores above {@link #inside} alone. */
    double greatestInside() {
        double greatest = Double.NEGATIVE_INFINITY;
        for (int lane = 0; lane < LANES; lane++) {
            double scaled = BoundSlack.clamp(inside[lane] / norms[lane], largestNorm);
            greatest = Math.max(greatest, scaled - ofReference[lane]);
        }
        return greatest + slack;
    }

    /** Cuts the scores, when the best ones are known, and begins the rows. */
    void cut() {
        sums.clear();
        for (int lane = 0; lane < LANES; lane++) {
            getQuery(lane);
            strips[lane] = lane < count ? step.strip(receivers[lane], query, best[lane]) : strips[lane - 1];
            outside[lane] = NearZone.low(strips[lane], strips[lane].vicinity());
            inside[lane] = NearZone.high(strips[lane], strips[lane].vicinity());
            rows[lane].begin(strips[lane]);
        }
    }

    /**
     * Makes a point at the threshold of the middle receiver the reference: below its best key, along its direction.
     *
     * @param keys among them the best ones
     */
    void referToThreshold(Contenders keys) {
        int lane = count / 2;
        int top = 0;
        while (score(lane, keys.coordinates(), top) != best[lane]) {
            top++;
        }
        for (int k = 0; k < dimension; k++) {
            query[k] = keys.coordinates()[k][top];
        }
        refer(query);
        double shift = strips[lane].threshold() / norms[lane] - ofReference[lane];
        boolean isNear = true;
        for (int k = 0; k < dimension; k++) {
            query[k] = box.reference(k) + shift * directions[k * LANES + lane];
            isNear &= Math.abs(query[k]) <= BoundSlack.FARTHEST * largestNorm;
        }
        if (isNear) {
            refer(query);
        }
    }

    /**
     * Adds a key that a lane's receiver has to look at one by one. A score whose distance from the threshold is known
     * makes farther ones irrelevant, unless they are ambiguous: of those only the nearest tells, as the margin. Twice the
     * width is always looked at, so that later steps may know what is nowhere near ambiguous.
     */
    void add(int lane, int key, double score) {
        if (score > inside[lane]) {
            rows[lane].addMember(key);
        } else if (score >= outside[lane]) {
            rows[lane].add(key, score);
            narrow(lane, score);
        }
    }

    private void narrow(int lane, double score) {
        if (score != best[lane]) {
            double distance = Math.abs(score - strips[lane].threshold());
            Strip narrow = strips[lane].lookingWithin(Math.max(2 * strips[lane].width(), distance));
            strips[lane] = narrow;
            rows[lane].narrow(narrow);
            outside[lane] = NearZone.low(narrow, narrow.vicinity());
            inside[lane] = NearZone.high(narrow, narrow.vicinity());
            hasNarrowed = true;
        }
    }

    /** Hands the rows to the step and returns how many tokens they are of. */
    int finish() {
        int tokens = 0;
        for (int lane = 0; lane < count; lane++) {
            sums.addTo(rows[lane], lane);
            rows[lane].finish(receivers[lane]);
            tokens += step.keys().multiplicity(receivers[lane]);
        }
        return tokens;
    }
}
