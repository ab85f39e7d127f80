package org.localmax.experiments.internal.formula;

import com.ezylang.evalex.parser.ASTNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.localmax.dynamics.AttentionRule.Scale;
import org.localmax.dynamics.Rational;
import org.localmax.dynamics.Schedule;
import org.localmax.dynamics.exact.ExactCustomRule.ExactReceiver;

/**
 * A weight by a formula over the fractions. Its value is asked for where a token has one; the scale s is a root there, which has
 * one where it is a fraction.
 */
public final class ExactWeight {

    private final Scale scale;
    private final Map<String, Schedule> schedules = new TreeMap<>();
    private final Optional<String> leaving;
    private final ExactTerm term;

    /**
     * @param tree the {@linkplain WeightSyntax weight}
     * @param schedules its parameters; those that do not occur in it are not asked for
     * @param scale which scale s stands for
     */
    public ExactWeight(ASTNode tree, Map<String, Schedule> schedules, Scale scale) {
        this.scale = scale;
        schedules.forEach((name, schedule) -> {
            if (FormulaSyntax.mentions(tree, name)) {
                this.schedules.put(name, schedule);
            }
        });
        leaving = ExactTerms.leaving(tree, WeightSyntax.VARIABLES);
        term = ExactTerms.of(tree, WeightSyntax.VARIABLES);
    }

    /** What of it is no fraction, such as exp; empty if nothing is. */
    public Optional<String> leaving() {
        return leaving;
    }

    /**
     * The parameters that occur in it, at step t.
     *
     * @throws IllegalArgumentException if one of them is not a fraction
     */
    public Map<String, Rational> parameters(long t) {
        Map<String, Rational> values = new TreeMap<>();
        schedules.forEach((name, schedule) -> values.put(
                name,
                schedule.exactly(t)
                        .orElseThrow(() -> new IllegalArgumentException(name + " at t = " + t
                                + " is not a fraction; exact arithmetic expects numbers, + - * / and integer powers of"
                                + " them"))));
        return values;
    }

    /**
     * The weights of a row.
     *
     * @throws IllegalArgumentException if one is not a fraction
     */
    public Rational[] of(ExactReceiver receiver, Rational[] scores) {
        Map<String, Rational> parameters = parameters(receiver.t());
        Rational greatest = scores[0];
        for (Rational score : scores) {
            greatest = score.compareTo(greatest) > 0 ? score : greatest;
        }
        Rational[] weights = new Rational[scores.length];
        for (int j = 0; j < weights.length; j++) {
            try {
                weights[j] = term.value(values(receiver, parameters, scores[j], greatest, j));
            } catch (ArithmeticException e) {
                throw new IllegalArgumentException("the weight of token " + j + " for token " + receiver.index()
                        + " at t = " + receiver.t() + " leaves the fractions: " + e.getMessage());
            }
        }
        return weights;
    }

    private IntFunction<Rational> values(
            ExactReceiver receiver, Map<String, Rational> parameters, Rational score, Rational greatest, int j) {
        return index -> switch (WeightSyntax.VARIABLES.get(index)) {
            case "g" -> score;
            case "M" -> greatest;
            case "s" -> scaleOf(receiver);
            case "alpha" -> alpha(receiver.gamma());
            case "t" -> Rational.of(receiver.t());
            case "i" -> Rational.of(receiver.index());
            case "j" -> Rational.of(j);
            case String parameter -> parameters.get(parameter);
        };
    }

    private static Rational alpha(Rational gamma) {
        if (gamma.equals(Rational.ONE)) {
            throw new ArithmeticException("gamma is 1, where alpha is infinite");
        }
        return gamma.over(Rational.ONE.minus(gamma));
    }

    private Rational scaleOf(ExactReceiver receiver) {
        return switch (scale) {
            case NORMALIZED -> root(receiver.energy(), "s is the root of <A x_i, x_i>, ");
            case ABSOLUTE -> Rational.ONE;
            case KEYNORM -> root(receiver.squaredQueryNorm(), "s is |A x_i|, the root of ");
        };
    }

    private static Rational root(Rational square, String what) {
        return square.root()
                .orElseThrow(() -> new ArithmeticException(what + square
                        + ", and no fraction; exact arithmetic expects a weight without s, or the scale absolute"));
    }
}
