package org.localmax.dynamics.exact;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.Predicate;
import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.AttentionRule.FrankWolfe;
import org.localmax.dynamics.AttentionRule.Hardmax;
import org.localmax.dynamics.AttentionRule.HegselmannKrause;
import org.localmax.dynamics.AttentionRule.Localmax;
import org.localmax.dynamics.AttentionRule.Multiplicity;
import org.localmax.dynamics.AttentionRule.Sense;
import org.localmax.dynamics.AttentionRule.Ties;
import org.localmax.dynamics.Entmax;
import org.localmax.dynamics.Rational;

/** The weights of a row, by each rule that keeps to the fractions. */
final class ExactWeights {

    private ExactWeights() {}

    /** @throws IllegalArgumentException if the rule leaves the fractions */
    static void require(AttentionRule rule) {
        boolean keeps = rule instanceof AttentionRule.Selective || rule instanceof Entmax entmax && entmax.alpha() == 2;
        if (!keeps) {
            throw new IllegalArgumentException("the rule " + rule + " leaves the fractions; exact arithmetic expects"
                    + " hardmax, localmax, frank-wolfe or sparsemax");
        }
    }

    /**
     * The weights of all tokens for receiver i.
     *
     * @param query A x_i
     * @param scores g_ij, one a token
     */
    static Rational[] of(AttentionRule rule, ExactState state, int i, Rational[] query, Rational[] scores) {
        return switch (rule) {
            case Hardmax hardmax -> {
                Rational best = best(scores);
                boolean pointSet = hardmax.multiplicity() == Multiplicity.POINT_SET;
                yield uniform(scores, j -> scores[j].equals(best) && !(pointSet && isRepeated(state.tokens(), j)));
            }
            case Localmax localmax -> localmax(localmax, state, i, query, scores);
            case HegselmannKrause ball -> ball(ball, state, i);
            case FrankWolfe oracle -> oracle(oracle, scores);
            case Entmax entmax -> sparsemax(entmax, state.t(), scores);
            default -> throw new IllegalStateException("no fractions for " + rule);
        };
    }

    private static Rational best(Rational[] scores) {
        return Arrays.stream(scores).max(Comparator.naturalOrder()).orElseThrow();
    }

    private static boolean isRepeated(ExactTokens tokens, int j) {
        for (int earlier = 0; earlier < j; earlier++) {
            if (tokens.coincide(earlier, j)) {
                return true;
            }
        }
        return false;
    }

    private static Rational[] uniform(Rational[] scores, Predicate<Integer> member) {
        Rational[] weights = new Rational[scores.length];
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

    /** M - g &lt;= delta s, as (M - g)^2 &lt;= delta^2 s^2 where s is a root: no root is taken. */
    private static Rational[] localmax(Localmax rule, ExactState state, int i, Rational[] query, Rational[] scores) {
        if (rule.delta(state.t()) == Double.POSITIVE_INFINITY) {
            return uniform(scores, j -> true);
        }
        Rational delta = rule.delta().exactly(state.t()).orElseThrow(() -> notAFraction("delta", state.t()));
        Rational squaredScale = switch (rule.scale()) {
            case NORMALIZED -> energy(state, i, query);
            case ABSOLUTE -> Rational.ONE;
            case KEYNORM -> squaredNorm(query);
        };
        Rational squaredReach = delta.squared().times(squaredScale);
        Rational best = best(scores);
        return uniform(scores, j -> best.minus(scores[j]).squared().compareTo(squaredReach) <= 0);
    }

    private static Rational[] ball(HegselmannKrause rule, ExactState state, int i) {
        ExactTokens tokens = state.tokens();
        Rational[] squares = new Rational[tokens.count()];
        for (int j = 0; j < squares.length; j++) {
            Rational[] difference = tokens.token(j);
            for (int k = 0; k < difference.length; k++) {
                difference[k] = difference[k].minus(tokens.get(i, k));
            }
            squares[j] = squaredNorm(difference);
        }
        if (rule.delta(state.t()) == Double.POSITIVE_INFINITY) {
            return uniform(squares, j -> true);
        }
        Rational delta = rule.delta().exactly(state.t()).orElseThrow(() -> notAFraction("delta", state.t()));
        return uniform(squares, j -> squares[j].compareTo(delta.squared()) <= 0);
    }

    private static Rational energy(ExactState state, int i, Rational[] query) {
        Rational energy = state.tokens().product(query, i);
        if (energy.signum() < 0) {
            throw new IllegalArgumentException("<Ax, x> is " + energy + " for token " + i + " at t = " + state.t()
                    + "; the normalized scale of localmax takes its square root and needs A symmetric positive"
                    + " semidefinite");
        }
        return energy;
    }

    private static Rational squaredNorm(Rational[] vector) {
        return Arrays.stream(vector).map(Rational::squared).reduce(Rational.ZERO, Rational::plus);
    }

    private static Rational[] oracle(FrankWolfe oracle, Rational[] scores) {
        Comparator<Rational> order =
                oracle.sense() == Sense.MAX ? Comparator.naturalOrder() : Comparator.reverseOrder();
        Rational best = Arrays.stream(scores).max(order).orElseThrow();
        if (oracle.ties() == Ties.MEAN) {
            return uniform(scores, j -> scores[j].equals(best));
        }
        int first = Arrays.asList(scores).indexOf(best);
        return uniform(scores, j -> j == first);
    }

    /** The projection of beta g_i onto the simplex (Martins and Astudillo, ICML 2016, algorithm 1). */
    private static Rational[] sparsemax(Entmax rule, long t, Rational[] scores) {
        Rational beta = rule.beta().exactly(t).orElseThrow(() -> notAFraction("beta", t));
        Rational[] z = Arrays.stream(scores).map(beta::times).toArray(Rational[]::new);
        Rational[] sorted = z.clone();
        Arrays.sort(sorted, Comparator.reverseOrder());
        Rational sum = Rational.ZERO;
        Rational tau = Rational.ZERO;
        for (int k = 0; k < sorted.length; k++) {
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
                + " is not a fraction; exact arithmetic expects numbers, + - * / and integer" + " powers of them");
    }
}
