package org.localmax.dynamics;

/**
 * How far a computed score may lie from the threshold and still be decided wrongly: rounding of scores and thresholds,
 * and what the error of the state does to them. Euclidean norms; u is the unit roundoff, c_d = d u / (1 - d u).
 */
public final class DecisionBand {

    private static final double U = Vectors.UNIT_ROUNDOFF;
    /** For the rounding of bounds. */
    private static final double ROOM = 1 + 0x1p-10;

    private final int dimension;
    private final double largestNorm;
    private final double greatestScore;
    private final double stateError;
    private final double matrixNorm;
    private final double chain;
    /** {@link #underflow} of the largest norm: subnormal, which is slow to reckon with. */
    private final double largestUnderflow;
    /** Whether A is the identity: a query is the token then, up to its sign. */
    private final boolean queryIsToken;
    /** Error of A x relative to |x|, that of A itself included; nothing is rounded when A is the identity. */
    private final double productError;

    DecisionBand(Dynamics dynamics, State state, Workers workers) {
        Tokens tokens = state.tokens();
        dimension = tokens.dimension();
        largestNorm = tokens.largestNorm(workers);
        stateError = state.error();
        matrixNorm = dynamics.interaction().normBound();
        chain = Vectors.chainError(dimension);
        largestUnderflow = underflow(largestNorm);
        queryIsToken = dynamics.interaction().kind() == Interaction.Kind.IDENTITY;
        double rounding = queryIsToken ? 0 : chain * matrixNorm;
        productError = rounding + dynamics.interaction().error();
        greatestScore = matrixNorm * largestNorm * largestNorm;
        if (!(greatestScore <= Double.MAX_VALUE / 4)) {
            throw new IllegalArgumentException("scores overflow: the largest token has norm " + largestNorm
                    + " and A has norm " + matrixNorm + "; expected |A| |x|^2 below " + Double.MAX_VALUE / 4);
        }
    }

    /** max_j |x_j|. */
    public double largestNorm() {
        return largestNorm;
    }

    /** A bound on |g_ij|. */
    double greatestScore() {
        return greatestScore;
    }

    /**
     * A bound on |fl(M - reach - g) - (M - reach - g)| for the receiver i whose coordinates
     * begin at an index of an array, whichever token is decided about, where the exact
     * value is that of the exact trajectory. Both M and g carry the error of a score, so it counts twice.
     *
     * @param reach the rule's, for this delta, query and energy
     */
    double of(
            double[] rows,
            int at,
            AttentionRule.Selective rule,
            double delta,
            double queryNorm,
            double energy,
            double reach,
            double bestScore) {
        double norm = queryIsToken ? queryNorm : Vectors.norm(rows, at, dimension);
        if (reach == Double.POSITIVE_INFINITY) {
            return 0;
        }
        double score = (chain * queryNorm + productError * norm) * largestNorm
                + largestUnderflow
                + stateError * (queryNorm + matrixNorm * largestNorm + matrixNorm * stateError);
        double scale = rule instanceof AttentionRule.Localmax localmax
                ? delta * scaleError(localmax.scale(), norm, queryNorm, energy)
                : 0;
        return 2 * score + scale + 4 * U * (bestScore + reach);
    }

    /**
     * A bound on |fl(|x_i - x_j|) - |x_i - x_j|| for distances of about a threshold: d differences of relative error u, the
     * chain of their squares, and the root, below (d + 4) u in all, doubled for those beyond the threshold; each token has
     * the error of the state.
     */
    double ofDistance(double threshold) {
        return 2 * (dimension + 4) * U * threshold + 2 * stateError;
    }

    /**
     * A bound on {@link #of}, whichever the receiver, were the error of the state another one. Where the scale is a root of
     * the energy, it also covers an A that is semidefinite but for rounding.
     */
    double atMost(AttentionRule.Selective rule, double delta, double error) {
        double queryNorm = matrixNorm * largestNorm;
        double score = (chain * matrixNorm + productError) * largestNorm * largestNorm
                + largestUnderflow
                + error * (2 * queryNorm + matrixNorm * error);
        double scale =
                rule instanceof AttentionRule.Localmax localmax ? delta * scaleErrorAtMost(localmax.scale(), error) : 0;
        double reach = rule.reach(delta, queryNorm, greatestScore);
        return ROOM * (2 * score + scale + 4 * U * (greatestScore + reach));
    }

    private double scaleErrorAtMost(AttentionRule.Scale scale, double error) {
        return switch (scale) {
            case ABSOLUTE -> 0;
            case KEYNORM -> (chain * matrixNorm + productError) * largestNorm + matrixNorm * error;
            case NORMALIZED -> {
                double indefinite = queryIsToken ? 0 : 64.0 * dimension * dimension * U * matrixNorm;
                double energyError = (chain * matrixNorm + productError + indefinite) * largestNorm * largestNorm;
                double root = Math.sqrt(matrixNorm);
                yield Math.sqrt(energyError + largestUnderflow) + 2 * U * root * largestNorm + root * error;
            }
        };
    }

    private double scaleError(AttentionRule.Scale scale, double norm, double queryNorm, double energy) {
        return switch (scale) {
            case ABSOLUTE -> 0;
            case KEYNORM -> chain * queryNorm + productError * norm + matrixNorm * stateError;
            case NORMALIZED -> {
                double energyError = chain * queryNorm * norm + productError * norm * norm + largestUnderflow;
                double root = Math.sqrt(Math.max(0, energy));
                double rounding =
                        root > 0 ? Math.min(energyError / root, Math.sqrt(energyError)) : Math.sqrt(energyError);
                yield rounding + 2 * U * root + Math.sqrt(matrixNorm) * stateError;
            }
        };
    }

    /**
     * What underflow may take from an inner product &lt;A x, y&gt;: at most d roundings to a multiple of the least positive
     * number there, and as many in each of the d coordinates of A x, which |y| multiplies.
     */
    private double underflow(double norm) {
        return (dimension + 2) * Double.MIN_VALUE * (1 + dimension * norm);
    }

    /** The error bound e(t) of the state. */
    public double stateError() {
        return stateError;
    }

    /** A bound on |A|. */
    public double matrixNorm() {
        return matrixNorm;
    }

    /** c_d. */
    public double chain() {
        return chain;
    }

    /** The error of A x relative to |x|. */
    public double productError() {
        return productError;
    }

    /** What underflow may take from an inner product with a token. */
    public double underflow() {
        return largestUnderflow;
    }

    /** Whether A is the identity: a query is the token then, up to its sign. */
    public boolean queryIsToken() {
        return queryIsToken;
    }

    /**
     * What rounding adds to the state's error in a row, with R = max_j |x_j|. A mean of tokens: what the grid loses, and 2 u
     * R. The update: gamma 2 u 2R, subtraction and product 2 u 2R, addition u R. Together below 12 u R and the loss.
     */
    double meanError(SummationGrid grid) {
        return meanError(grid, largestNorm);
    }

    /** The same for tokens of another largest norm. */
    double meanError(SummationGrid grid, double norm) {
        return (12 * U + grid.loss()) * norm + dimension * Double.MIN_VALUE;
    }
}
