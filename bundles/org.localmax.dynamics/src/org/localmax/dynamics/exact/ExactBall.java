package org.localmax.dynamics.exact;

import java.util.Optional;
import org.localmax.dynamics.AttentionRule.HegselmannKrause;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Rational;

/** The ball around one receiver that its neighbours are in, by the rule of Hegselmann and Krause. */
final class ExactBall {

    /** |x_i - x_j|^2. */
    private final Rational[] squaredDistances;
    /** Empty if infinite. */
    private final Optional<Rational> radius;

    ExactBall(HegselmannKrause rule, ExactState state, int i, CancellationCheck wanted) {
        ExactTokens tokens = state.tokens();
        radius = ExactWeights.parameter(rule, state.t());
        squaredDistances = new Rational[tokens.count()];
        for (int j = 0; j < squaredDistances.length; j++) {
            wanted.check();
            Rational sum = Rational.ZERO;
            for (int k = 0; k < tokens.dimension(); k++) {
                sum = sum.plus(tokens.get(j, k).minus(tokens.get(i, k)).squared());
            }
            squaredDistances[j] = sum;
        }
    }

    /** Whether token j is a neighbour. */
    boolean holds(int j) {
        return radius.map(delta -> squaredDistances[j].compareTo(delta.squared()) <= 0)
                .orElse(true);
    }

    /** The least distance of a token from the boundary, rounded; the receiver and tokens at its point are not counted. */
    double margin(CancellationCheck wanted) {
        double least = Double.POSITIVE_INFINITY;
        for (int j = 0; radius.isPresent() && j < squaredDistances.length; j++) {
            wanted.check();
            if (squaredDistances[j].signum() != 0) {
                Rational delta = radius.get();
                double difference = squaredDistances[j].minus(delta.squared()).toDouble();
                double sum = Math.sqrt(squaredDistances[j].toDouble()) + delta.toDouble();
                least = Math.min(least, Math.abs(difference) / sum);
            }
        }
        return least;
    }
}
