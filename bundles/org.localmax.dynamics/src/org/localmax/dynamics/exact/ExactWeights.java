package org.localmax.dynamics.exact;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.AttentionRule.FrankWolfe;
import org.localmax.dynamics.AttentionRule.HegselmannKrause;
import org.localmax.dynamics.AttentionRule.Localmax;
import org.localmax.dynamics.AttentionRule.Selective;
import org.localmax.dynamics.AttentionRule.Softmax;
import org.localmax.dynamics.AttentionRule.Ties;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.CustomRule;
import org.localmax.dynamics.Entmax;
import org.localmax.dynamics.Rational;
import org.localmax.dynamics.SampledSoftmax;
import org.localmax.dynamics.Schedule;
import org.localmax.dynamics.TopK;

/** The weights of a row, by each rule that keeps to the fractions. */
final class ExactWeights {

    private ExactWeights() {}

    /** @throws IllegalArgumentException if the rule leaves the fractions */
    static void require(AttentionRule rule) {
        boolean keeps = switch (rule) {
            case Selective _ -> true;
            case Entmax entmax -> entmax.alpha() == 2;
            case Softmax softmax -> isFlat(softmax.beta());
            case TopK best -> isFlat(best.beta());
            case SampledSoftmax chain -> {
                if (!isFlat(chain.beta())) {
                    throw new IllegalArgumentException(
                            "the probabilities of sampled-softmax are exponentials, which leave"
                                    + " the fractions, so that who is drawn may depend on rounding; exact arithmetic expects"
                                    + " beta = 0 of it");
                }
                yield true;
            }
            case ExactCustomRule custom -> {
                custom.whyNotExact().ifPresent(why -> {
                    throw new IllegalArgumentException(why);
                });
                yield true;
            }
            default -> false;
        };
        if (!keeps) {
            throw new IllegalArgumentException("the weights of this rule leave the fractions; exact arithmetic"
                    + " expects hardmax, localmax, frank-wolfe, hegselmann-krause, sparsemax,"
                    + " top-k, softmax or sampled-softmax with beta = 0, or a formula that keeps to them");
        }
    }

    /** Whether exponentials have the inverse temperature 0 to begin with, at which they are 1. */
    private static boolean isFlat(Schedule beta) {
        return beta.exactly(0).filter(Rational.ZERO::equals).isPresent();
    }

    /** beta of exponentials at step t, which is 0. */
    private static Rational flat(Schedule beta, long t) {
        Rational value = beta.exactly(t).orElseThrow(() -> notAFraction("beta", t));
        if (value.signum() != 0) {
            throw new IllegalArgumentException("beta is " + value + " at t = " + t
                    + ", and exponentials leave the fractions; exact arithmetic expects beta = 0 of top-k, softmax"
                    + " and sampled-softmax");
        }
        return value;
    }

    /**
     * The finite parameters of a rule at step t.
     *
     * @throws IllegalArgumentException if one leaves its range or the fractions
     */
    static Collection<Rational> parameters(AttentionRule rule, long t) {
        return rule instanceof ExactCustomRule custom
                ? custom.exactParameters(t).values()
                : parameter(rule, t).stream().toList();
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
            case Softmax softmax -> Optional.of(flat(softmax.beta(), t));
            case TopK best -> Optional.of(flat(best.beta(), t));
            case SampledSoftmax chain -> Optional.of(flat(chain.beta(), t));
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

    /** The equal weights of all tokens, of softmax at the inverse temperature 0. */
    static Rational[] of(Softmax rule, long t, int n) {
        flat(rule.beta(), t);
        return uniform(n, _ -> true);
    }

    /** The equal weights of the k tokens of greatest score; of equal scores those of least index are taken. */
    static Rational[] of(TopK rule, long t, Rational[] scores, CancellationCheck wanted) {
        flat(rule.beta(), t);
        Comparator<Integer> better = (i, j) -> {
            wanted.check();
            return scores[j].compareTo(scores[i]);
        };
        Set<Integer> best = IntStream.range(0, scores.length)
                .boxed()
                .sorted(better) // is stable
                .limit(rule.k())
                .collect(Collectors.toSet());
        return uniform(scores.length, best::contains);
    }

    /** The weight 1 of a token that is drawn from all. */
    static Rational[] of(SampledSoftmax rule, long t, int receiver, int n) {
        flat(rule.beta(), t);
        double[] drawn = new double[n];
        rule.weigh(new CustomRule.Receiver(receiver, t, 1, 0, 0), drawn);
        return Arrays.stream(drawn).mapToObj(Rational::of).toArray(Rational[]::new);
    }

    /** The weights of a rule of one's own, divided by their sum. */
    static Rational[] of(ExactCustomRule rule, ExactCustomRule.ExactReceiver receiver, Rational[] scores) {
        Rational[] weights = rule.weights(receiver, scores);
        Rational sum = Arrays.stream(weights).reduce(Rational.ZERO, Rational::plus);
        if (sum.signum() == 0) {
            throw new IllegalArgumentException("the weights of token " + receiver.index() + " at t = " + receiver.t()
                    + " add up to 0; expected a number other than 0");
        }
        return Arrays.stream(weights).map(weight -> weight.over(sum)).toArray(Rational[]::new);
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
