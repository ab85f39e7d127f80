package org.localmax.experiments;

import com.ezylang.evalex.parser.ASTNode;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.localmax.dynamics.AttentionRule.Scale;
import org.localmax.dynamics.Rational;
import org.localmax.dynamics.Schedule;
import org.localmax.dynamics.exact.ExactCustomRule;
import org.localmax.experiments.internal.formula.ExactWeight;
import org.localmax.experiments.internal.formula.FormulaSyntax;
import org.localmax.experiments.internal.formula.LaterText;
import org.localmax.experiments.internal.formula.Term;
import org.localmax.experiments.internal.formula.Terms;
import org.localmax.experiments.internal.formula.WeightSyntax;

/**
 * A rule of one's own: the weight that receiver i gives token j as a formula, such as {@code exp(beta*g)*(g>=M-delta*s)},
 * divided by the sum of the row. Its variables are g = g_ij, M = max_k g_ik, the scale s = s_i of localmax, beta, delta, alpha,
 * t, i and j (from 0).
 */
public final class WeightFormula implements ExactCustomRule {

    private static final int SCORE = WeightSyntax.VARIABLES.indexOf("g");
    private static final int TOKEN = WeightSyntax.VARIABLES.indexOf("j");

    private final String weight;
    private final Schedule beta;
    private final Schedule delta;
    private final Scale scale;
    private final Term term;
    private final ExactWeight exactWeight;
    private final boolean usesAlpha;

    /**
     * @param weight the formula
     * @param beta what beta stands for in it
     * @param delta what delta stands for in it
     * @param scale which scale s stands for
     * @throws IllegalArgumentException with a message for the user, if the formula does not parse
     */
    public WeightFormula(String weight, Schedule beta, Schedule delta, Scale scale) {
        ASTNode tree = WeightSyntax.tree(weight);
        this.weight = weight.strip();
        this.beta = beta;
        this.delta = delta;
        this.scale = scale;
        term = Terms.of(tree, WeightSyntax.VARIABLES);
        exactWeight = new ExactWeight(tree, schedules(), scale);
        usesAlpha = FormulaSyntax.mentions(tree, "alpha");
    }

    /** Whether alpha occurs in the weight. */
    boolean usesAlpha() {
        return usesAlpha;
    }

    /**
     * The rule that weighs at t = 0 as this one does at a later step, and so on.
     *
     * @param laterBeta its beta
     * @param laterDelta its delta
     */
    public WeightFormula later(long first, Schedule laterBeta, Schedule laterDelta) {
        ASTNode tree = WeightSyntax.tree(weight);
        String text = FormulaSyntax.dependsOnStep(tree) ? LaterText.of(tree, first) : weight;
        return new WeightFormula(text, laterBeta, laterDelta, scale);
    }

    public String weight() {
        return weight;
    }

    public Schedule beta() {
        return beta;
    }

    public Schedule delta() {
        return delta;
    }

    public Scale scale() {
        return scale;
    }

    @Override
    public Map<String, Schedule> schedules() {
        return Map.of("beta", beta, "delta", delta);
    }

    @Override
    public void weigh(Receiver receiver, double[] weights) {
        double greatest = Double.NEGATIVE_INFINITY;
        for (double score : weights) {
            greatest = Math.max(greatest, score);
        }
        long t = receiver.t();
        double gamma = receiver.gamma();
        double alpha = gamma / (1 - gamma);
        double[] values = {0, greatest, scaleOf(receiver), beta.at(t), delta.at(t), alpha, t, receiver.index(), 0};
        for (int j = 0; j < weights.length; j++) {
            values[SCORE] = weights[j];
            values[TOKEN] = j;
            weights[j] = term.value(values);
        }
    }

    @Override
    public Optional<String> whyNotExact() {
        return exactWeight
                .leaving()
                .map(name -> "the weight '" + weight + "' uses '" + name
                        + "', which leaves the fractions; exact arithmetic expects numbers, + - * / %, integer powers,"
                        + " comparisons, abs, ceil, floor, if, max, min, pow, sign and table");
    }

    @Override
    public Map<String, Rational> exactParameters(long t) {
        return exactWeight.parameters(t);
    }

    @Override
    public Rational[] weights(ExactReceiver receiver, Rational[] scores) {
        return exactWeight.of(receiver, scores);
    }

    private double scaleOf(Receiver receiver) {
        return switch (scale) {
            case NORMALIZED -> Math.sqrt(Math.max(0, receiver.energy()));
            case ABSOLUTE -> 1;
            case KEYNORM -> receiver.queryNorm();
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WeightFormula that
                && weight.equals(that.weight)
                && beta.equals(that.beta)
                && delta.equals(that.delta)
                && scale == that.scale;
    }

    @Override
    public int hashCode() {
        return Objects.hash(weight, beta, delta, scale);
    }

    @Override
    public String toString() {
        return weight;
    }
}
