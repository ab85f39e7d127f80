package org.localmax.solver.internal;

import org.localmax.dynamics.Vectors;

/**
 * How far a score in binary64 may lie beyond a bound in binary64, per unit of the query's norm. With u the unit roundoff,
 * m the least positive number and R the largest norm of a token:
 *
 * <p>A direction is q / nu in binary64, nu being the norm of q in binary64, which is no less than any |q_k| (1 - 2 u); so its
 * coordinates are at most 1 + 3 u in size, and q is nu times the direction up to u + m in each, which moves an inner product
 * with a token by at most sqrt(d) (u + m) R. The score itself is off by at most d u |q| R + d m (a chain of d roundings),
 * that is (d + 1) u R + d m / nu after the division by nu.
 *
 * <p>A bound on &lt;u, x - v&gt; over boxes of directions and of points adds, for each coordinate, at most three products
 * of factors (|u_k| + h_k) and (|c_k - v_k| + e_k), where |v_k| is at most {@link #FARTHEST} R: the factors are at most
 * 1 + 3 u and 4 R (1 + 3 u) together. Each is reached after at most 3 roundings a factor, one of the product, and 3 d of the
 * sum: (3 d + 7) u times 4 d R. The inner product &lt;u, v&gt; of a direction with the reference is off by d u 3 R sqrt(d),
 * the difference of the threshold and it by what rounding outwards takes care of.
 *
 * <p>Together below (12 d^2 + 28 d + 3 d sqrt(d) + d + 1 + sqrt(d)) u R, and 16 d (d + 2) u R is more for d = 2 and 3.
 * Underflow adds at most m in each of 8 d operations.
 */
final class BoundSlack {

    /** References are at most this far from the origin, in each coordinate, in units of the largest norm. */
    static final double FARTHEST = 3;

    private BoundSlack() {}

    /** What rounding takes, whatever the query. */
    static double of(int dimension, double largestNorm) {
        return 16 * dimension * (dimension + 2) * Vectors.UNIT_ROUNDOFF * largestNorm
                + 8 * dimension * Double.MIN_VALUE;
    }

    /** What underflow takes in the score of a query of this norm. */
    static double ofUnderflow(int dimension, double queryNorm) {
        return dimension * Double.MIN_VALUE / queryNorm;
    }
}
