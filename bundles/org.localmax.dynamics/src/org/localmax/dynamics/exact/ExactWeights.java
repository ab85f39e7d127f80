package org.localmax.dynamics.exact;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.AttentionRule.FrankWolfe;
import org.localmax.dynamics.AttentionRule.HegselmannKrause;
import org.localmax.dynamics.AttentionRule.Localmax;
import org.localmax.dynamics.AttentionRule.Selective;
import org.localmax.dynamics.AttentionRule.Ties;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Entmax;
import org.localmax.dynamics.Rational;
import org.localmax.dynamics.Schedule;

/** The weights of a row, by each rule that keeps to the fractions. */
final class ExactWeights {

    private ExactWeights() {}

    /** @throws IllegalArgumentException if the rule leaves the fractions */
    static void require(AttentionRule rule) {
        boolean keeps = rule instanceof Selective || rule instanceof Entmax entmax && entmax.alpha() == 2;
        if (!keeps) {
            throw new IllegalArgumentException("the weights of this rule leave the fractions; exact arithmetic"
                    + " expects hardmax, localmax, frank-wolfe, hegselmann-krause or sparsemax");
        }
    }

    /**
     * The parameter of a rule at step t; empty if it has none, or an infinite one.
     *
     * @throws IllegalArgumentException if it leaves its range or the fractions
     */
    static Optional<Rational> parameter(AttentionRule rule, long t) {
        return switch (rule) {
            case Localmax localmax -> delta(localmax, localmax.delta(), t);
            case HegselmannKrause ball -> delta(ball, ball.delta(), t);
            case Entmax entmax -> Optional.of(beta(entmax, t));
            default -> Optional.empty();
        };
    }

    /** The equal weights of the tokens within a ball. */
    static Rational[] of(ExactBall ball, int n) {
        return uniform(n, ball::holds);
    }

    /** The equal weights of the tokens within a strip, or of the first of best score alone. */
    static Rational[] of(Selective rule, ExactStrip strip, int n) {
        boolean takesFirst = rule instanceof FrankWolfe oracle && oracle.ties() == Ties.FIRST;
        return uniform(n, takesFirst ? j -> j == strip.chosen() : strip::holds);
    }

    private static Rational[] uniform(int n, IntPredicate member) {
        Rational[] weights = new Rational[n];
        int count = 0;
        for (int j = 0; j < weights.length; j++) {
            boolean in = member.test(j);
            weights[j] = in ? Rational.ONE : Rational.ZERO;
            count += in ? 1 : 0;
        }
        Rational share = Rational.of(1, count);
        for (int j = 0; j < weights.length; j++) {
            weights[j] = weights[j].times(share);
        }
        return weights;
    }

    /** delta at step t; empty if it is infinite. */
    private static Optional<Rational> delta(Selective rule, Schedule delta, long t) {
        if (rule.delta(t) == Double.POSITIVE_INFINITY) {
            return Optional.empty();
        }
        Rational value = delta.exactly(t).orElseThrow(() -> notAFraction("delta", t));
        if (value.signum() < 0) { // it may round to 0
            throw new IllegalArgumentException(
                    "delta is " + value + " at t = " + t + "; expected a number of at least 0");
        }
        return Optional.of(value);
    }

    private static Rational beta(Entmax rule, long t) {
        return rule.beta().exactly(t).orElseThrow(() -> notAFraction("beta", t));
    }

    /** The projection of beta g_i onto the simplex (Martins and Astudillo, ICML 2016, algorithm 1). */
    static Rational[] sparsemax(Entmax rule, long t, Rational[] scores, CancellationCheck wanted) {
        Rational beta = beta(rule, t);
        Rational[] z = Arrays.stream(scores).map(beta::times).toArray(Rational[]::new);
        Rational[] sorted = z.clone();
        Arrays.sort(sorted, Comparator.reverseOrder());
        Rational sum = Rational.ZERO;
        Rational tau = Rational.ZERO;
        for (int k = 0; k < sorted.length; k++) {
            wanted.check();
            sum = sum.plus(sorted[k]);
            Rational support = Rational.of(k + 1);
            if (Rational.ONE.plus(support.times(sorted[k])).compareTo(sum) <= 0) {
                break;
            }
            tau = sum.minus(Rational.ONE).over(support);
        }
        Rational threshold = tau;
        return Arrays.stream(z)
                .map(value -> value.compareTo(threshold) > 0 ? value.minus(threshold) : Rational.ZERO)
                .toArray(Rational[]::new);
    }

    private static IllegalArgumentException notAFraction(String parameter, long t) {
        return new IllegalArgumentException(parameter + " at t = " + t
                + " is not a fraction; exact arithmetic expects numbers, + - * / and integer powers of them");
    }
}
