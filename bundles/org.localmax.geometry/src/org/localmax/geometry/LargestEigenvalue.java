package org.localmax.geometry;

import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.Vectors;

/**
 * Bounds of the largest eigenvalue of a symmetric matrix M: the least L for which L I - M has a Cholesky factor, found by
 * halving. A factor found is that of a matrix within d (d + 2) u |L I - M| of this one, and pivots up to 4 d u |L I - M| count as none;
 * |L I - M| is at most (1 + sqrt d) |M|, which 16 d (d + 2) u |M| makes up for.
 *
 * @param least no more than it
 * @param greatest no less than it
 */
public record LargestEigenvalue(double least, double greatest) {

    /** As many as a double has digits, and some. */
    private static final int HALVINGS = 60;

    /**
     * The largest eigenvalue of a matrix.
     *
     * @throws IllegalArgumentException if it is not symmetric
     */
    public static LargestEigenvalue of(Interaction m) {
        if (m.kind() == Interaction.Kind.GENERAL) {
            throw new IllegalArgumentException("the matrix is not symmetric; expected one whose eigenvalues are real");
        }
        int d = m.dimension();
        if (d == 1 || m.kind() == Interaction.Kind.IDENTITY) {
            return new LargestEigenvalue(m.get(0, 0), m.get(0, 0));
        }
        double low = m.get(0, 0);
        for (int k = 1; k < d; k++) {
            low = Math.max(low, m.get(k, k));
        }
        double high = m.normBound();
        for (int halving = 0; halving < HALVINGS; halving++) {
            double middle = low + (high - low) / 2;
            if (InteractionNorm.exists(subtracted(m, middle))) {
                high = middle;
            } else {
                low = middle;
            }
        }
        double slack = 16 * d * (d + 2) * Vectors.UNIT_ROUNDOFF * m.normBound();
        return new LargestEigenvalue(low - slack, high + slack);
    }

    /** L I - M. */
    private static Interaction subtracted(Interaction m, double value) {
        int d = m.dimension();
        double[][] rows = new double[d][d];
        for (int r = 0; r < d; r++) {
            for (int c = 0; c < d; c++) {
                rows[r][c] = (r == c ? value : 0) - m.get(r, c);
            }
        }
        return Interaction.of(rows);
    }
}
