package org.localmax.dynamics;

/**
 * When two scores count as tied: token j belongs to the neighbours of i if its score is at least the threshold less
 * tol_i = tolerance * |A x_i| * max_j |x_j|. With tolerance 0 the rounded scores alone decide.
 *
 * @param tolerance the relative tolerance, at least 0
 */
public record TiePolicy(double tolerance) {

    /** The default: large against rounding, small against anything drawn. */
    public static final TiePolicy DEFAULT = new TiePolicy(1e-12);

    public TiePolicy {
        if (!(tolerance >= 0 && tolerance < 1)) {
            throw new IllegalArgumentException("the tie tolerance is " + tolerance + "; expected a number in [0, 1)");
        }
    }

    /** The absolute tolerance tol_i of a row, from |A x_i| and max_j |x_j|. */
    public double of(double queryNorm, double largestNorm) {
        return tolerance * queryNorm * largestNorm;
    }
}
