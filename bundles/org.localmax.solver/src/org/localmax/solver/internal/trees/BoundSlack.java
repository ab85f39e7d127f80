package org.localmax.solver.internal.trees;

import org.localmax.dynamics.Vectors;

/**
 * How far a score in binary64 may lie beyond a bound in binary64, per unit of the query's norm. With u the unit roundoff,
 * m the least positive number and R the largest norm of a token:
 *
 * <p>A direction is q / nu in binary64, nu being the norm of q in binary64, which is no less than any |q_k| (1 - 2 u); so its
 * coordinates are at most 1 + 3 u in size, and q is nu times the direction up to u + m in each, which moves an inner product
 * with a token by at most sqrt(d) (u + m) R. The score itself is off by at most d u |q| R + d m (a chain of d roundings),
 * that is sqrt(d) d u R + d m / nu after the division by nu.
 *
 * <p>A bound on &lt;u, x - v&gt; over boxes of directions and of points has, for each coordinate, three products, together
 * at most (|u_k| + h_k) (|c_k - v_k| + e_k); where |v_k| is at most {@link #FARTHEST} R, the factors are at most 1 + 3 u and
 * 4 R (1 + 3 u). Each product is reached after at most 3 roundings a factor and one of its own, and the sums round 3 d times:
 * together (3 d + 7) u times 4 d R.
 *
 * <p>A threshold divided by nu is rounded once, by 4 u R at most once it is {@link #clamp clamped}; its inner product with
 * the reference is off by d u 3 d R, and the difference of these, of at most (4 + 3 d) R, and the slack taken off it are
 * rounded.
 *
 * <p>Together below (12 d^2 + 28 d + d sqrt(d) + sqrt(d) + 3 d^2 + 6 d + 13) u R, which is less than 24 d (d + 2) u R for d =
 * 2 and 3. Underflow adds at most m in each of 8 d operations.
 */
final class BoundSlack {

    /** References are at most this far from the origin, in each coordinate, in units of the largest norm. */
    static final double FARTHEST = 3;

    /** The least positive number, a few times and divided by this, is still below the least normal number. */
    private static final double LARGE = 0x1p-48;

    private BoundSlack() {}

    /** What rounding takes, whatever the query. */
    static double of(int dimension, double largestNorm) {
        return 24 * dimension * (dimension + 2) * Vectors.UNIT_ROUNDOFF * largestNorm
                + 8 * dimension * Double.MIN_VALUE;
    }

    /** What underflow takes in the score of a query of this norm; for large ones more, as subnormal numbers are slow. */
    static double ofUnderflow(int dimension, double queryNorm) {
        return queryNorm >= LARGE ? Double.MIN_NORMAL : dimension * Double.MIN_VALUE / queryNorm;
    }

    /**
     * A threshold, divided by the query's norm, at most 4 R in size: scores divided by it are at most sqrt(3) R in size, but
     * for what rounding and underflow take, so one beyond 4 R has all of them on the same side.
     */
    static double clamp(double threshold, double largestNorm) {
        return Math.max(-4 * largestNorm, Math.min(threshold, 4 * largestNorm));
    }
}
