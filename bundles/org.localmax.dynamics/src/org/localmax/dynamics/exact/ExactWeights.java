package org.localmax.dynamics.exact;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.AttentionRule.FrankWolfe;
import org.localmax.dynamics.AttentionRule.Hardmax;
import org.localmax.dynamics.AttentionRule.Localmax;
import org.localmax.dynamics.AttentionRule.Multiplicity;
import org.localmax.dynamics.AttentionRule.Selective;
import org.localmax.dynamics.AttentionRule.Sense;
import org.localmax.dynamics.AttentionRule.Ties;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Entmax;
import org.localmax.dynamics.Rational;

/** The weights of a row, by each rule that keeps to the fractions. */
final class ExactWeights {

    private ExactWeights() {}

    /** @throws IllegalArgumentException if the rule leaves the fractions */
    static void require(AttentionRule rule) {
        boolean keeps = rule instanceof Selective || rule instanceof Entmax entmax && entmax.alpha() == 2;
        if (!keeps) {
            throw new IllegalArgumentException("the rule " + rule + " leaves the fractions; exact arithmetic expects"
                    + " hardmax, localmax, frank-wolfe or sparsemax");
        }
    }

    /** @throws IllegalArgumentException if a parameter of the rule leaves its range or the fractions at step t */
    static void requireAt(AttentionRule rule, long t) {
        switch (rule) {
            case Localmax localmax -> delta(localmax, t);
            case Entmax entmax -> beta(entmax, t);
            default -> {
                // has no parameters
            }
        }
    }

    /**
     * The weights of all tokens for receiver i.
     *
     * @param query A x_i
     * @param scores g_ij, one a token
     */
    static Rational[] of(
            AttentionRule rule,
            ExactState state,
            int i,
            Rational[] query,
            Rational[] scores,
            CancellationCheck wanted) {
        return switch (rule) {
            case FrankWolfe oracle
            when oracle.ties() == Ties.FIRST -> {
                int first = best(oracle, scores);
                yield uniform(scores, j -> j == first);
            }
            case Selective selective -> {
                Rational best = scores[best(selective, scores)];
                Optional<Rational> reach = squaredReach(selective, state, i, query);
                yield uniform(scores, j -> {
                    wanted.check();
                    return counts(selective, state.tokens(), j)
                            && (reach.isEmpty()
                                    || best.minus(scores[j]).squared().compareTo(reach.get()) <= 0);
                });
            }
            case Entmax entmax -> sparsemax(entmax, state.t(), scores, wanted);
            default -> throw new IllegalStateException("no fractions for " + rule);
        };
    }

    /** The token of best score; of several the first. */
    static int best(Selective rule, Rational[] scores) {
        Comparator<Rational> order = rule instanceof FrankWolfe oracle && oracle.sense() == Sense.MIN
                ? Comparator.reverseOrder()
                : Comparator.naturalOrder();
        int best = 0;
        for (int j = 1; j < scores.length; j++) {
            best = order.compare(scores[j], scores[best]) > 0 ? j : best;
        }
        return best;
    }

    /** Whether a token may be a neighbour: all may, or of those at a point the first. */
    static boolean counts(Selective rule, ExactTokens tokens, int j) {
        return !(rule instanceof Hardmax hardmax
                && hardmax.multiplicity() == Multiplicity.POINT_SET
                && isRepeated(tokens, j));
    }

    /**
     * The square of the distance delta s_i from the best score to the threshold, since s_i may be a root; empty for an
     * infinite one.
     */
    static Optional<Rational> squaredReach(Selective rule, ExactState state, int i, Rational[] query) {
        if (!(rule instanceof Localmax localmax)) {
            return Optional.of(Rational.ZERO);
        }
        return delta(localmax, state.t())
                .map(delta -> delta.squared()
                        .times(
                                switch (localmax.scale()) {
                                    case NORMALIZED -> energy(state, i, query);
                                    case ABSOLUTE -> Rational.ONE;
                                    case KEYNORM -> squaredNorm(query);
                                }));
    }

    private static boolean isRepeated(ExactTokens tokens, int j) {
        for (int earlier = 0; earlier < j; earlier++) {
            if (tokens.coincide(earlier, j)) {
                return true;
            }
        }
        return false;
    }

    private static Rational[] uniform(Rational[] scores, IntPredicate member) {
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

    /** delta at step t; empty if it is infinite. */
    private static Optional<Rational> delta(Localmax rule, long t) {
        if (rule.delta(t) == Double.POSITIVE_INFINITY) {
            return Optional.empty();
        }
        Rational delta = rule.delta().exactly(t).orElseThrow(() -> notAFraction("delta", t));
        if (delta.signum() < 0) {
            throw new IllegalArgumentException(
                    "delta is " + delta + " at t = " + t + "; expected a number of at least 0");
        }
        return Optional.of(delta);
    }

    private static Rational beta(Entmax rule, long t) {
        return rule.beta().exactly(t).orElseThrow(() -> notAFraction("beta", t));
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

    /** The projection of beta g_i onto the simplex (Martins and Astudillo, ICML 2016, algorithm 1). */
    private static Rational[] sparsemax(Entmax rule, long t, Rational[] scores, CancellationCheck wanted) {
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
