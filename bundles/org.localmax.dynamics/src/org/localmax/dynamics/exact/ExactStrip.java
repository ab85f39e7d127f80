package org.localmax.dynamics.exact;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.Optional;
import org.localmax.dynamics.AttentionRule.FrankWolfe;
import org.localmax.dynamics.AttentionRule.Hardmax;
import org.localmax.dynamics.AttentionRule.Localmax;
import org.localmax.dynamics.AttentionRule.Multiplicity;
import org.localmax.dynamics.AttentionRule.Selective;
import org.localmax.dynamics.AttentionRule.Sense;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Rational;

/** Where the scores of one receiver are cut, and how close the closest decision is. Nothing but that distance is rounded. */
final class ExactStrip {

    /**
     * Bounds the rounding of |gap - reach| by doubles, in units of gap + reach: gap is rounded once, reach before and after the
     * root, and their difference once, together less than 4 * 2^-53.
     */
    private static final double SLACK = 0x1p-51;

    /** The same where doubles run out: the root of what is lost below 2^-1074, and more. */
    private static final double LEAST_SLACK = 0x1p-530;

    /** So many bits of a root are more than a double has. */
    private static final int BITS_OF_ROOT = 64;

    private final Selective rule;
    private final ExactTokens tokens;
    private final int chosen;
    /** |M_i - g_ij|. */
    private final Rational[] gaps;

    private final Optional<Rational> squaredReach;

    /**
     * @param query A x_i
     * @param scores g_ij, one a token
     */
    ExactStrip(Selective rule, ExactState state, int i, Rational[] query, Rational[] scores, CancellationCheck wanted) {
        this.rule = rule;
        tokens = state.tokens();
        chosen = best(rule, scores);
        gaps = new Rational[scores.length];
        for (int j = 0; j < gaps.length; j++) {
            wanted.check();
            Rational gap = scores[chosen].minus(scores[j]);
            gaps[j] = gap.signum() < 0 ? gap.negated() : gap;
        }
        squaredReach = squaredReach(rule, state, i, query);
    }

    /** The token of best score; of several the first. */
    private static int best(Selective rule, Rational[] scores) {
        Comparator<Rational> order = rule instanceof FrankWolfe oracle && oracle.sense() == Sense.MIN
                ? Comparator.reverseOrder()
                : Comparator.naturalOrder();
        int best = 0;
        for (int j = 1; j < scores.length; j++) {
            best = order.compare(scores[j], scores[best]) > 0 ? j : best;
        }
        return best;
    }

    /** The square of the distance delta s_i from the best score to the threshold, since s_i may be a root; empty if infinite. */
    private static Optional<Rational> squaredReach(Selective rule, ExactState state, int i, Rational[] query) {
        if (!(rule instanceof Localmax localmax)) {
            return Optional.of(Rational.ZERO);
        }
        return ExactWeights.parameter(localmax, state.t())
                .map(delta -> delta.squared()
                        .times(
                                switch (localmax.scale()) {
                                    case NORMALIZED -> energy(state, i, query);
                                    case ABSOLUTE -> Rational.ONE;
                                    case KEYNORM -> squaredNorm(query);
                                }));
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

    static Rational squaredNorm(Rational[] vector) {
        Rational sum = Rational.ZERO;
        for (Rational coordinate : vector) {
            sum = sum.plus(coordinate.squared());
        }
        return sum;
    }

    /** The token of best score; of several the one of least index. */
    int chosen() {
        return chosen;
    }

    /** Whether token j is a neighbour, ties included: M - g &lt;= delta s as (M - g)^2 &lt;= delta^2 s^2, so that no root is taken. */
    boolean holds(int j) {
        boolean isWithin = gaps[j].signum() == 0
                || squaredReach
                        .map(reach -> reach.signum() != 0 && gaps[j].squared().compareTo(reach) <= 0)
                        .orElse(true);
        return isWithin && counts(j);
    }

    /** Whether a token may be a neighbour: all may, or of those at a point the first. */
    private boolean counts(int j) {
        if (rule instanceof Hardmax hardmax && hardmax.multiplicity() == Multiplicity.POINT_SET) {
            for (int earlier = 0; earlier < j; earlier++) {
                if (tokens.coincide(earlier, j)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The least distance of a score from the threshold; the chosen maximiser and tokens at its point are not counted. */
    double margin(CancellationCheck wanted) {
        if (squaredReach.isEmpty()) {
            return Double.POSITIVE_INFINITY;
        }
        Rational square = squaredReach.get();
        Optional<Rational> root = square.root();
        double reach = Math.sqrt(square.toDouble());
        double least = Double.POSITIVE_INFINITY;
        for (int j = 0; j < gaps.length; j++) {
            wanted.check();
            double gap = gaps[j].toDouble();
            boolean isFar = Math.abs(gap - reach) - SLACK * (gap + reach) - LEAST_SLACK > least;
            boolean isIdentical = gaps[j].signum() == 0 && tokens.coincide(j, chosen);
            if (!isFar && !isIdentical && counts(j)) {
                least = Math.min(least, root.isPresent() ? distance(gaps[j], root.get()) : fromRoot(gaps[j], square));
            }
        }
        return least;
    }

    private static double distance(Rational gap, Rational reach) {
        return Math.abs(gap.minus(reach).toDouble());
    }

    /** |gap - sqrt(q)| as |gap^2 - q| over gap + sqrt(q), where nothing cancels; q &gt; 0. */
    private static double fromRoot(Rational gap, Rational q) {
        BigInteger product = q.numerator().multiply(q.denominator());
        int shift = Math.max(0, BITS_OF_ROOT - product.bitLength() / 2);
        // sqrt(p/q) = sqrt(p q) / q
        Rational root = new Rational(
                product.shiftLeft(2 * shift).sqrt(), q.denominator().shiftLeft(shift));
        Rational difference = gap.squared().minus(q);
        return Math.abs(difference.over(gap.plus(root)).toDouble());
    }
}
