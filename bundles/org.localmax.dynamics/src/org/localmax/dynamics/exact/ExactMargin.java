package org.localmax.dynamics.exact;

import java.math.BigInteger;
import java.util.Optional;
import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.AttentionRule.Selective;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Rational;

/** How close the closest decision of a row was. The differences are exact; only the distance found last is rounded. */
final class ExactMargin {

    private ExactMargin() {}

    /**
     * The least distance of a score from the threshold; the chosen maximiser and tokens at its point are not counted.
     *
     * @param query A x_i
     * @param scores g_ij, one a token
     */
    static double of(
            AttentionRule rule,
            ExactState state,
            int i,
            Rational[] query,
            Rational[] scores,
            CancellationCheck wanted) {
        if (!(rule instanceof Selective selective)) {
            return Double.NaN;
        }
        Optional<Rational> squaredReach = ExactWeights.squaredReach(selective, state, i, query);
        if (squaredReach.isEmpty()) {
            return Double.POSITIVE_INFINITY;
        }
        int chosen = ExactWeights.best(selective, scores);
        Optional<Rational> reach = root(squaredReach.get());
        double least = Double.POSITIVE_INFINITY;
        for (int j = 0; j < scores.length; j++) {
            wanted.check();
            Rational gap = scores[chosen].minus(scores[j]);
            boolean identical = gap.signum() == 0 && state.tokens().coincide(j, chosen);
            if (!identical && ExactWeights.counts(selective, state.tokens(), j)) {
                Rational distance = gap.signum() < 0 ? gap.negated() : gap;
                least = Math.min(
                        least,
                        reach.map(width -> Math.abs(distance.minus(width).toDouble()))
                                .orElseGet(() -> fromRoot(distance, squaredReach.get())));
            }
        }
        return least;
    }

    /** |gap - sqrt(q)| as |gap^2 - q| over gap + sqrt(q), where nothing cancels. */
    private static double fromRoot(Rational gap, Rational q) {
        double sum = gap.toDouble() + Math.sqrt(q.toDouble());
        Rational difference = gap.squared().minus(q);
        if (!(sum > 0 && sum < Double.POSITIVE_INFINITY)) {
            return Math.abs(difference.toDouble());
        }
        return Math.abs(difference.over(Rational.of(sum)).toDouble());
    }

    /** The root of a fraction where it is one. */
    private static Optional<Rational> root(Rational square) {
        BigInteger[] p = square.numerator().sqrtAndRemainder();
        BigInteger[] q = square.denominator().sqrtAndRemainder();
        boolean isSquare = p[1].signum() == 0 && q[1].signum() == 0;
        return isSquare ? Optional.of(new Rational(p[0], q[0])) : Optional.empty();
    }
}
