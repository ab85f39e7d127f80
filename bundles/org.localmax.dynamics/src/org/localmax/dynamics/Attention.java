package org.localmax.dynamics;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * The attention of all tokens in one state: for each receiver its query and scores, the {@link Strip} that cuts them, and
 * its {@link Row}. It never changes and is used by any number of threads.
 *
 * <p>{@link #row} is the definition. A solver that finds the neighbours in another way gets from here what makes its rows
 * the same: the comparable query, the strip, the grid of the sums and the verdict.
 */
public final class Attention {

    private final Dynamics dynamics;
    private final State state;
    private final Tokens tokens;
    private final double gamma;
    private final double parameter;
    private final DecisionBand band;
    private final SummationGrid grid;
    private final double meanError;
    /** Found when they are asked for first. */
    private Points points;

    Attention(Dynamics dynamics, State state, Workers workers) {
        this.dynamics = dynamics;
        this.state = state;
        this.tokens = state.tokens();
        dynamics.interaction().requireDimension(tokens.dimension());
        gamma = dynamics.stepSize().gamma(state.t());
        parameter = switch (dynamics.rule()) {
            case AttentionRule.Softmax softmax -> softmax.beta(state.t());
            case AttentionRule.Selective selective -> selective.delta(state.t());
            case CustomRule _ -> Double.NaN;
        };
        band = new DecisionBand(dynamics, state, workers);
        if (!(Math.abs(parameter) * band.greatestScore() <= Double.MAX_VALUE / 4)
                && dynamics.rule() instanceof AttentionRule.Softmax) {
            throw new IllegalArgumentException("beta times the scores overflows: beta is " + parameter
                    + " and scores may reach " + band.greatestScore() + "; expected a product below "
                    + Double.MAX_VALUE / 4);
        }
        grid = new SummationGrid(tokens, workers);
        meanError = band.meanError(grid);
    }

    /** The dynamics. */
    public Dynamics dynamics() {
        return dynamics;
    }

    /** The state. */
    public State state() {
        return state;
    }

    /** The fraction of the way to the mean that tokens go in this step. */
    public double gamma() {
        return gamma;
    }

    /** beta of softmax or delta of a selective rule at this step; NaN for a custom rule. */
    public double parameter() {
        return parameter;
    }

    /** max_j |x_j|. */
    public double largestNorm() {
        return band.largestNorm();
    }

    /** How far computed scores may lie from the threshold and be decided wrongly. */
    public DecisionBand band() {
        return band;
    }

    /** How coordinates are split so that they add up exactly. */
    public SummationGrid grid() {
        return grid;
    }

    /** The distinct points of the state; found by workers if they are not known yet. */
    public synchronized Points points(Workers workers) {
        if (points == null) {
            points = Points.of(tokens, workers);
        }
        return points;
    }

    /** Whether tokens at the same point count once. */
    public boolean countsPoints() {
        return dynamics.rule() instanceof AttentionRule.Hardmax hardmax
                && hardmax.multiplicity() == AttentionRule.Multiplicity.POINT_SET;
    }

    /** Whether of several neighbours only the one of least index is taken. */
    public boolean takesFirst() {
        return dynamics.rule() instanceof AttentionRule.FrankWolfe oracle && oracle.ties() == AttentionRule.Ties.FIRST;
    }

    /** Whether the least score is best. */
    private boolean minimises() {
        return dynamics.rule() instanceof AttentionRule.FrankWolfe oracle && oracle.sense() == AttentionRule.Sense.MIN;
    }

    /**
     * Writes the query of receiver i from the start of an array: A x_i, or -A x_i where the least score is best. Its inner
     * products with the tokens ({@link Vectors#dot}, query first) are what is compared, the greatest being best.
     */
    public void query(int i, double[] query) {
        query(tokens.rows(), i * tokens.dimension(), query);
    }

    /** The same for the token whose coordinates begin at an index of an array. */
    public void query(double[] rows, int at, double[] query) {
        dynamics.interaction().apply(rows, at, query);
        if (minimises()) {
            for (int k = 0; k < tokens.dimension(); k++) {
                query[k] = -query[k];
            }
        }
    }

    /**
     * Where the comparable scores of receiver i are cut.
     *
     * @param query its query
     * @param best the greatest of its comparable scores
     */
    public Strip strip(int i, double[] query, double best) {
        return strip(i, query, best, Double.POSITIVE_INFINITY);
    }

    /**
     * The same with a vicinity no greater than needed to find a margin below the closest one so far.
     *
     * @param closest a margin of the step
     */
    public Strip strip(int i, double[] query, double best, double closest) {
        return strip(tokens.rows(), i * tokens.dimension(), query, best, closest);
    }

    /**
     * How far the threshold of receiver i lies below its best score, if ties are left out.
     *
     * @param queryNorm the norm of its query
     */
    public double reach(int i, double[] query, double queryNorm) {
        AttentionRule.Selective rule = (AttentionRule.Selective) dynamics.rule();
        int d = tokens.dimension();
        return rule.reach(parameter, queryNorm, Vectors.dot(query, 0, tokens.rows(), i * d, d));
    }

    /** The same for the receiver whose coordinates begin at an index of an array. */
    public Strip strip(double[] rows, int at, double[] query, double best, double closest) {
        AttentionRule.Selective rule = (AttentionRule.Selective) dynamics.rule();
        int d = tokens.dimension();
        double queryNorm = Vectors.norm(query, 0, d);
        double energy = Vectors.dot(query, 0, rows, at, d);
        double reach = rule.reach(parameter, queryNorm, energy);
        double tolerance = dynamics.ties().of(queryNorm, band.largestNorm());
        double width = tolerance + band.of(rows, at, rule, parameter, queryNorm, energy, reach, Math.abs(best));
        double near = Math.min(queryNorm * band.largestNorm() / tokens.count(), closest);
        double vicinity = Math.max(width, near);
        return new Strip(best, best - reach, best - reach - tolerance, width, vicinity, reach <= width);
    }

    /**
     * Judges a row of a selective rule.
     *
     * @param near all tokens in the vicinity of the threshold, one a point with the number of tokens that count there
     * @param count the number of neighbours
     * @param mean their mean
     */
    public Verdict judge(Strip strip, NearTokens near, int count, double[] mean) {
        if (near.count() == 0) {
            return new Verdict(Double.POSITIVE_INFINITY, 0, 0, meanError, strip.vicinity());
        }
        return new Decisions(tokens, strip, near).judge(count, mean, state.error(), meanError);
    }

    /**
     * A bound on the {@link Strip#width()} of every receiver of a selective rule that compares scores, were the error of the
     * state another one.
     *
     * @param parameter delta
     */
    public double widest(double parameter, double stateError) {
        AttentionRule.Selective rule = (AttentionRule.Selective) dynamics.rule();
        double queryNorm = dynamics.interaction().normBound() * band.largestNorm();
        return 2 * dynamics.ties().of(queryNorm, band.largestNorm()) + band.atMost(rule, parameter, stateError);
    }

    /** How much every row adds to the state's error at least: that of the mean and of the move; 0 if that is not told. */
    public double leastErrorGrowth() {
        return dynamics.rule() instanceof AttentionRule.Selective ? meanError : 0;
    }

    /** The same for tokens of another largest norm whose sums the grid {@linkplain SummationGrid#suits suits}. */
    public double leastErrorGrowth(double otherNorm) {
        return dynamics.rule() instanceof AttentionRule.Selective ? band.meanError(grid, otherNorm) : 0;
    }

    /** All that is decided about receiver i: O(n d). */
    public Row row(int i) {
        double[] query = new double[tokens.dimension()];
        query(i, query);
        return switch (dynamics.rule()) {
            case AttentionRule.Softmax _ -> weighted(i, SoftmaxWeights.of(scores(query), parameter), true);
            case AttentionRule.HegselmannKrause _ -> select(i, ball(), negativeDistances(i));
            case AttentionRule.Selective _ -> {
                double[] scores = scores(query);
                yield select(i, strip(i, query, greatest(scores)), scores);
            }
            case CustomRule custom -> {
                double[] weights = scores(query);
                custom.weigh(receiver(i, query), weights);
                yield weighted(i, weights, false);
            }
        };
    }

    /** The scores g_ij of receiver i, one for each token j. */
    public double[] scores(int i) {
        double[] query = new double[tokens.dimension()];
        dynamics.interaction().apply(tokens.rows(), i * tokens.dimension(), query);
        return scores(query);
    }

    /** What a custom rule is told of receiver i. */
    public CustomRule.Receiver receiver(int i, double[] query) {
        int d = tokens.dimension();
        double energy = Vectors.dot(query, 0, tokens.rows(), i * d, d);
        return new CustomRule.Receiver(i, state.t(), gamma, Vectors.norm(query, 0, d), energy);
    }

    private double[] scores(double[] query) {
        int d = tokens.dimension();
        double[] scores = new double[tokens.count()];
        for (int j = 0; j < scores.length; j++) {
            scores[j] = Vectors.dot(query, 0, tokens.rows(), j * d, d);
        }
        return scores;
    }

    /**
     * The row of a rule that decides nothing.
     *
     * @param everyone whether tokens of weight 0 are neighbours, too
     * @throws IllegalArgumentException if the weights cannot be divided by their sum, or add up to no finite number
     */
    public Row weighted(int i, double[] weights, boolean everyone) {
        boolean divides = !(dynamics.rule() instanceof CustomRule custom) || custom.addsUpToOne();
        double sum = SoftmaxWeights.sum(weights);
        if (!(Math.abs(sum) < Double.POSITIVE_INFINITY) || divides && sum == 0) {
            throw new IllegalArgumentException("the weights of receiver " + i + " at t = " + state.t() + " add up to "
                    + sum + "; expected a finite number" + (divides ? " other than 0" : ""));
        }
        int count = 0;
        for (double weight : weights) {
            count += everyone || weight != 0 ? 1 : 0;
        }
        int[] members = new int[count];
        double[] shares = new double[count];
        for (int j = 0, next = 0; j < weights.length; j++) {
            if (everyone || weights[j] != 0) {
                members[next] = j;
                shares[next++] = weights[j];
            }
        }
        if (!divides) {
            double[] total = WeightedMean.sum(tokens, members, shares);
            return new Row(i, members, shares, total, Double.NaN, Double.NaN, 0, 0, Double.NaN);
        }
        double[] mean = WeightedMean.of(tokens, members, shares);
        for (int m = 0; m < count; m++) {
            shares[m] /= sum;
        }
        return new Row(i, members, shares, mean, Double.NaN, Double.NaN, 0, 0, Double.NaN);
    }

    private static double greatest(double[] scores) {
        double greatest = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            greatest = Math.max(greatest, score);
        }
        return greatest;
    }

    /** -|x_i - x_j| for each j: nearer is better. */
    private double[] negativeDistances(int i) {
        int d = tokens.dimension();
        double[] scores = new double[tokens.count()];
        for (int j = 0; j < scores.length; j++) {
            scores[j] = -Vectors.distance(tokens.rows(), i * d, tokens.rows(), j * d, d);
        }
        return scores;
    }

    /** Where distances are cut by the rule of Hegselmann and Krause: a token itself is best, beyond doubt. */
    private Strip ball() {
        double tolerance = dynamics.ties().of(1, band.largestNorm());
        double width = tolerance + band.ofDistance(parameter + tolerance);
        double vicinity = Math.max(width, band.largestNorm() / tokens.count());
        return new Strip(0, -parameter, -parameter - tolerance, width, vicinity, false);
    }

    private Row select(int i, Strip strip, double[] scores) {
        IntPredicate counted = counted();
        NearTokens near = new NearTokens();
        for (int j = 0; j < scores.length; j++) {
            if (counted.test(j) && strip.isNear(scores[j])) {
                near.add(j, 1, scores[j]);
            }
        }
        int[] neighbours = neighbours(scores, strip.least(), counted);
        double[] weights = new double[neighbours.length];
        Arrays.fill(weights, 1.0 / neighbours.length);
        double[] mean = mean(neighbours);
        Verdict verdict = judge(strip, near, neighbours.length, mean);
        return new Row(
                i,
                neighbours,
                weights,
                mean,
                margin(scores, strip, counted),
                strip.vicinity(),
                verdict.ambiguous(),
                verdict.consequential(),
                verdict.errorGrowth());
    }

    /** Which tokens may be neighbours: all, or of those at a point the first. */
    private IntPredicate counted() {
        if (!countsPoints()) {
            return j -> true;
        }
        Points known = points(Workers.ALONE);
        return j -> known.first(known.of(j)) == j;
    }

    private int[] neighbours(double[] scores, double least, IntPredicate counted) {
        int[] neighbours = new int[scores.length];
        int count = 0;
        for (int j = 0; j < scores.length; j++) {
            if (scores[j] >= least && counted.test(j)) {
                neighbours[count++] = j;
            }
        }
        return Arrays.copyOf(neighbours, takesFirst() ? 1 : count);
    }

    private double[] mean(int[] members) {
        double[] mean = new double[tokens.dimension()];
        for (int k = 0; k < mean.length; k++) {
            double highs = 0;
            double lows = 0;
            for (int j : members) {
                double high = grid.high(k, tokens.get(j, k));
                highs += high;
                lows += grid.low(k, tokens.get(j, k), high);
            }
            mean[k] = SummationGrid.mean(highs, lows, members.length);
        }
        return mean;
    }

    /** The least distance of a score from the threshold, of the tokens decided about. */
    private double margin(double[] scores, Strip strip, IntPredicate counted) {
        int best = 0;
        while (scores[best] != strip.best()) {
            best++;
        }
        double margin = Double.POSITIVE_INFINITY;
        for (int j = 0; j < scores.length; j++) {
            double distance = Math.abs(scores[j] - strip.threshold());
            if (distance < margin && counted.test(j) && !(scores[j] == strip.best() && tokens.coincide(j, best))) {
                margin = distance;
            }
        }
        return margin;
    }
}
