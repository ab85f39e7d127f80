package org.localmax.dynamics;

/**
 * Tells whether a symmetric matrix is positive semidefinite up to rounding: Cholesky elimination with complete pivoting
 * (Higham, Accuracy and Stability of Numerical Algorithms, section 10.3) meets no pivot below -4 d u |A|, and what remains
 * behind the last positive pivot is that small too.
 */
final class PivotedCholesky {

    private final int dimension;
    private final double[] rest;
    private final boolean[] done;
    private final double negligible;

    private PivotedCholesky(int dimension, double[] matrix, double norm) {
        this.dimension = dimension;
        rest = matrix.clone();
        done = new boolean[dimension];
        negligible = 4 * dimension * Vectors.UNIT_ROUNDOFF * norm;
    }

    /**
     * Whether a symmetric matrix is positive semidefinite.
     *
     * @param matrix d x d, row by row
     * @param norm its Frobenius norm
     */
    static boolean isPositiveSemidefinite(int dimension, double[] matrix, double norm) {
        return new PivotedCholesky(dimension, matrix, norm).eliminatesToNothing();
    }

    private boolean eliminatesToNothing() {
        for (int round = 0; round < dimension; round++) {
            int pivot = greatestPivot();
            if (rest[pivot * dimension + pivot] <= negligible) {
                return isRestNegligible();
            }
            eliminate(pivot);
        }
        return true;
    }

    private int greatestPivot() {
        int pivot = -1;
        for (int k = 0; k < dimension; k++) {
            if (!done[k] && (pivot < 0 || rest[k * dimension + k] > rest[pivot * dimension + pivot])) {
                pivot = k;
            }
        }
        return pivot;
    }

    private void eliminate(int pivot) {
        done[pivot] = true;
        for (int r = 0; r < dimension; r++) {
            if (done[r]) {
                continue;
            }
            double factor = rest[r * dimension + pivot] / rest[pivot * dimension + pivot];
            for (int c = 0; c < dimension; c++) {
                rest[r * dimension + c] -= factor * rest[pivot * dimension + c];
            }
        }
    }

    private boolean isRestNegligible() {
        for (int r = 0; r < dimension; r++) {
            for (int c = 0; c < dimension; c++) {
                if (!done[r] && !done[c] && Math.abs(rest[r * dimension + c]) > negligible) {
                    return false;
                }
            }
        }
        return true;
    }
}
