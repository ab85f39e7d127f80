package org.localmax.geometry;

import org.localmax.dynamics.Tokens;

/**
 * Euclidean distances from conv X in any dimension, without its vertices: by {@linkplain MinimumNormPoint Wolfe's algorithm} over all
 * tokens, O(n d) for every round of it, of which there are a few per dimension. Cheaper than the hull where few points are asked
 * about.
 */
public final class HullDistance {

    private final Tokens tokens;
    private final double tolerance;
    private final int exponent;

    /** Distances from the hull of tokens. */
    public HullDistance(Tokens tokens) {
        this.tokens = tokens;
        exponent = ExactScaling.unitExponent(tokens.rows());
        ExactScaling scaling = ExactScaling.of(tokens);
        tolerance = scaling.unscaled(ManyDimensionalHull.tolerance(scaling.tokens()), 1);
    }

    /** Points no farther than this count as points of the hull: {@link ManyDimensionalHull#tolerance()}. */
    public double tolerance() {
        return tolerance;
    }

    /** The distance of a point, in units of the coordinates. */
    public double of(double[] point) {
        Requirements.dimension(tokens, point);
        int unit = Math.max(exponent, ExactScaling.unitExponent(point));
        MinimumNormPoint least =
                MinimumNormPoint.of(ExactScaling.times(tokens.rows(), -unit), ExactScaling.times(point, -unit));
        return Math.scalb(least.norm(), unit);
    }
}
