package org.localmax.dynamics;

/**
 * How far a computed score may lie from the threshold and still be decided wrongly: rounding of scores and thresholds,
 * and what the error of the state does to them. Euclidean norms; u is the unit roundoff, c_d = d u / (1 - d u).
 */
final class DecisionBand {

    private static final double U = Vectors.UNIT_ROUNDOFF;

    private final Tokens tokens;
    private final double largestNorm;
    private final double greatestScore;
    private final double stateError;
    private final double matrixNorm;
    private final double chain;
    /** Error of A x relative to |A|_F |x|; nothing is rounded when A is the identity. */
    private final double productError;

    DecisionBand(Dynamics dynamics, State state) {
        tokens = state.tokens();
        largestNorm = tokens.largestNorm();
        stateError = state.error();
        matrixNorm = dynamics.interaction().normBound();
        chain = Vectors.chainError(tokens.dimension());
        productError = dynamics.interaction().kind() == Interaction.Kind.IDENTITY ? 0 : chain * matrixNorm;
        greatestScore = matrixNorm * largestNorm * largestNorm;
        if (!(greatestScore <= Double.MAX_VALUE / 4)) {
            throw new IllegalArgumentException("scores overflow: the largest token has norm " + largestNorm
                    + " and A has norm " + matrixNorm + "; expected |A| |x|^2 below " + Double.MAX_VALUE / 4);
        }
    }

    /** max_j |x_j|. */
    double largestNorm() {
        return largestNorm;
    }

    /** A bound on |g_ij|. */
    double greatestScore() {
        return greatestScore;
    }

    /**
     * A bound on |fl(M - reach - g) - (M - reach - g)| for receiver i, whichever token is decided about, where the exact
     * value is that of the exact trajectory. Both M and g carry the error of a score, so it counts twice.
     */
    double of(
            int i, AttentionRule.Selective rule, double delta, double queryNorm, double energy, double greatestScore) {
        double norm = Vectors.norm(tokens.rows(), i * tokens.dimension(), tokens.dimension());
        double reach = rule.reach(delta, queryNorm, energy);
        if (reach == Double.POSITIVE_INFINITY) {
            return 0;
        }
        double score = (chain * queryNorm + productError * norm) * largestNorm
                + stateError * (queryNorm + matrixNorm * largestNorm + matrixNorm * stateError);
        double scale = rule instanceof AttentionRule.Localmax localmax
                ? delta * scaleError(localmax.scale(), norm, queryNorm, energy)
                : 0;
        return 2 * score + scale + 4 * U * (greatestScore + reach);
    }

    private double scaleError(AttentionRule.Scale scale, double norm, double queryNorm, double energy) {
        return switch (scale) {
            case ABSOLUTE -> 0;
            case KEYNORM -> chain * queryNorm + productError * norm + matrixNorm * stateError;
            case NORMALIZED -> {
                double energyError = chain * queryNorm * norm + productError * norm * norm;
                double root = Math.sqrt(Math.max(0, energy));
                double rounding =
                        root > 0 ? Math.min(energyError / root, Math.sqrt(energyError)) : Math.sqrt(energyError);
                yield rounding + 2 * U * root + Math.sqrt(matrixNorm) * stateError;
            }
        };
    }

    /**
     * The error bound of the state after a row with so many neighbours: a sum of k terms, a division, and the update
     * each round coordinate by coordinate, at most (k + 8) u max_j |x_j| together.
     */
    double afterMeanOf(int neighbours) {
        return stateError + meanError(neighbours);
    }

    /** What rounding adds to the state's error in a row with so many neighbours. */
    double meanError(int neighbours) {
        return (neighbours + 8) * U * largestNorm;
    }
}
