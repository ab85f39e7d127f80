package org.localmax.dynamics;

import java.util.Arrays;

/**
 * The attention of all tokens in one state: scores, and for each receiver its {@link Row}. Immutable, to be used by any
 * number of threads.
 */
public final class Attention {

    private final Dynamics dynamics;
    private final Tokens tokens;
    private final double gamma;
    private final double parameter;
    private final DecisionBand band;
    private final int[] representative;

    Attention(Dynamics dynamics, State state) {
        this.dynamics = dynamics;
        this.tokens = state.tokens();
        dynamics.interaction().requireDimension(tokens.dimension());
        gamma = dynamics.stepSize().gamma(state.t());
        parameter = switch (dynamics.rule()) {
            case AttentionRule.Softmax softmax -> softmax.beta(state.t());
            case AttentionRule.Selective selective -> selective.delta(state.t());
        };
        band = new DecisionBand(dynamics, state);
        if (!(Math.abs(parameter) * band.greatestScore() <= Double.MAX_VALUE / 4)
                && dynamics.rule() instanceof AttentionRule.Softmax) {
            throw new IllegalArgumentException("beta times the scores overflows: beta is " + parameter
                    + " and scores may reach " + band.greatestScore() + "; expected a product below "
                    + Double.MAX_VALUE / 4);
        }
        representative = isPointSet(dynamics.rule()) ? Coincidence.representatives(tokens) : null;
    }

    /** The fraction of the way to the mean that tokens go in this step. */
    public double gamma() {
        return gamma;
    }

    /** All that is decided about receiver i: O(n d). */
    public Row row(int i) {
        double[] query = query(i);
        double[] scores = scores(query);
        return switch (dynamics.rule()) {
            case AttentionRule.Softmax softmax -> softmax(i, scores);
            case AttentionRule.Selective selective -> select(selective, i, query, scores);
        };
    }

    /** The scores g_ij of receiver i, one for each token j. */
    public double[] scores(int i) {
        return scores(query(i));
    }

    /** A x_i. */
    private double[] query(int i) {
        double[] query = new double[tokens.dimension()];
        dynamics.interaction().apply(tokens.rows(), i * tokens.dimension(), query);
        return query;
    }

    private double[] scores(double[] query) {
        int d = tokens.dimension();
        double[] scores = new double[tokens.count()];
        for (int j = 0; j < scores.length; j++) {
            scores[j] = Vectors.dot(query, 0, tokens.rows(), j * d, d);
        }
        return scores;
    }

    private Row softmax(int i, double[] scores) {
        double[] weights = scores;
        double greatest = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < weights.length; j++) {
            weights[j] = parameter * scores[j];
            greatest = Math.max(greatest, weights[j]);
        }
        int[] all = new int[weights.length];
        for (int j = 0; j < weights.length; j++) {
            weights[j] = StrictMath.exp(weights[j] - greatest);
            all[j] = j;
        }
        double[] mean = Mean.of(tokens, all, weights);
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        for (int j = 0; j < weights.length; j++) {
            weights[j] /= sum;
        }
        return new Row(i, all, weights, mean, Double.NaN, 0, 0, Double.NaN);
    }

    private Row select(AttentionRule.Selective rule, int i, double[] query, double[] scores) {
        int d = tokens.dimension();
        if (rule instanceof AttentionRule.FrankWolfe oracle && oracle.sense() == AttentionRule.Sense.MIN) {
            for (int j = 0; j < scores.length; j++) {
                scores[j] = -scores[j];
            }
        }
        int best = best(scores);
        double queryNorm = Vectors.norm(query, 0, d);
        double energy = Vectors.dot(query, 0, tokens.rows(), i * d, d);
        double reach = rule.reach(parameter, queryNorm, energy);
        double threshold = scores[best] - reach;
        double tolerance = dynamics.ties().of(queryNorm, band.largestNorm());
        int[] neighbours = chosen(rule, indices(scores, threshold - tolerance));
        double[] weights = new double[neighbours.length];
        Arrays.fill(weights, 1.0 / neighbours.length);
        double width = tolerance + band.of(i, rule, parameter, queryNorm, energy, Math.abs(scores[best]));
        Decisions decisions = new Decisions(tokens, representative, scores, best, threshold, reach <= width);
        return decisions.row(i, neighbours, weights, Mean.of(tokens, neighbours), width, band);
    }

    /** The token of greatest score; of several the one of least index. */
    private static int best(double[] scores) {
        int best = 0;
        for (int j = 1; j < scores.length; j++) {
            if (scores[j] > scores[best]) {
                best = j;
            }
        }
        return best;
    }

    private static int[] indices(double[] scores, double least) {
        int count = 0;
        for (double score : scores) {
            if (score >= least) {
                count++;
            }
        }
        int[] indices = new int[count];
        for (int j = 0, next = 0; next < count; j++) {
            if (scores[j] >= least) {
                indices[next++] = j;
            }
        }
        return indices;
    }

    /** Those of the tied tokens that the rule takes. */
    private int[] chosen(AttentionRule.Selective rule, int[] tied) {
        if (rule instanceof AttentionRule.FrankWolfe oracle && oracle.ties() == AttentionRule.Ties.FIRST) {
            return new int[] {tied[0]};
        }
        if (representative == null) {
            return tied;
        }
        return Arrays.stream(tied).filter(j -> representative[j] == j).toArray();
    }

    private static boolean isPointSet(AttentionRule rule) {
        return rule instanceof AttentionRule.Hardmax hardmax
                && hardmax.multiplicity() == AttentionRule.Multiplicity.POINT_SET;
    }
}
