package org.localmax.geometry;

import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.Vectors;

/**
 * The norm |x|_A = sqrt(&lt;Ax, x&gt;) of a symmetric positive definite interaction A = L L^T (Cholesky), which is the Euclidean
 * norm of L^T x.
 */
public final class InteractionNorm {

    private final int dimension;
    /** L, d x d, row by row; empty for the Euclidean norm. */
    private final double[] factor;

    private InteractionNorm(int dimension, double[] factor) {
        this.dimension = dimension;
        this.factor = factor;
    }

    /** The Euclidean norm of R^d. */
    public static InteractionNorm euclidean(int dimension) {
        return new InteractionNorm(dimension, new double[0]);
    }

    /**
     * The norm of an interaction.
     *
     * @throws IllegalArgumentException if A is not symmetric, or not positive definite up to rounding: if a pivot of its
     *     factorisation is at most 4 d u |A|, u = 2^-53
     */
    public static InteractionNorm of(Interaction interaction) {
        int d = interaction.dimension();
        return switch (interaction.kind()) {
            case IDENTITY -> euclidean(d);
            case SYMMETRIC -> new InteractionNorm(d, cholesky(interaction));
            case GENERAL ->
                throw new IllegalArgumentException(
                        "the interaction is not symmetric; expected a symmetric positive definite matrix for a norm");
        };
    }

    /** Whether an interaction has a norm: whether it is symmetric, and positive definite up to rounding. */
    public static boolean exists(Interaction interaction) {
        try {
            of(interaction);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static double[] cholesky(Interaction a) {
        int d = a.dimension();
        double negligible = 4 * d * Vectors.UNIT_ROUNDOFF * a.normBound();
        double[] l = new double[d * d];
        for (int c = 0; c < d; c++) {
            for (int r = c; r < d; r++) {
                double rest = a.get(r, c);
                for (int k = 0; k < c; k++) {
                    rest = Math.fma(-l[r * d + k], l[c * d + k], rest);
                }
                if (r == c && !(rest > negligible)) {
                    throw new IllegalArgumentException("pivot " + (c + 1) + " of the interaction is " + rest
                            + "; expected a symmetric positive definite matrix for a norm");
                }
                l[r * d + c] = r == c ? Math.sqrt(rest) : rest / l[c * d + c];
            }
        }
        return l;
    }

    /** The dimension d. */
    public int dimension() {
        return dimension;
    }

    /** |x|_A. */
    public double of(double[] vector) {
        return Vectors.norm(toEuclidean(vector), 0, dimension);
    }

    /** L^T x: the A-norm of x is its Euclidean one. A new array. */
    public double[] toEuclidean(double[] vector) {
        double[] mapped = new double[dimension];
        map(vector, 0, mapped, 0);
        return mapped;
    }

    /** All L^T x_i, n x d. */
    public Tokens toEuclidean(Tokens tokens) {
        if (isEuclidean()) {
            return tokens;
        }
        double[] mapped = new double[tokens.rows().length];
        for (int at = 0; at < mapped.length; at += dimension) {
            map(tokens.rows(), at, mapped, at);
        }
        return Tokens.ofRows(tokens.count(), dimension, mapped);
    }

    private boolean isEuclidean() {
        return factor.length == 0;
    }

    private void map(double[] x, int from, double[] mapped, int to) {
        if (isEuclidean()) {
            System.arraycopy(x, from, mapped, to, dimension);
            return;
        }
        for (int k = 0; k < dimension; k++) {
            double sum = 0;
            for (int r = k; r < dimension; r++) {
                sum = Math.fma(factor[r * dimension + k], x[from + r], sum);
            }
            mapped[to + k] = sum;
        }
    }
}
