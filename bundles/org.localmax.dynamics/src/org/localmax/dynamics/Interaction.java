package org.localmax.dynamics;

import java.util.Arrays;

/**
 * The matrix A of the scores g_ij = &lt;A x_i, x_j&gt;. A acts on the receiver i, which matters when A is not
 * symmetric. Identity, symmetric and general matrices are told apart by {@link #kind()}.
 */
public final class Interaction {

    /** What is known of A. */
    public enum Kind {
        IDENTITY,
        SYMMETRIC,
        GENERAL
    }

    private final int dimension;
    private final Kind kind;
    private final double[] matrix;
    private final double norm;

    private Interaction(int dimension, Kind kind, double[] matrix) {
        this.dimension = dimension;
        this.kind = kind;
        this.matrix = matrix;
        this.norm = kind == Kind.IDENTITY ? 1 : Vectors.norm(matrix, 0, matrix.length);
    }

    /** The identity of R^d. */
    public static Interaction identity(int dimension) {
        double[] matrix = new double[dimension * dimension];
        for (int k = 0; k < dimension; k++) {
            matrix[k * dimension + k] = 1;
        }
        return new Interaction(dimension, Kind.IDENTITY, matrix);
    }

    /**
     * The matrix given by its rows, which are copied.
     *
     * @throws IllegalArgumentException if it is not square or an entry is not finite
     */
    public static Interaction of(double[]... rows) {
        int dimension = rows.length;
        if (dimension == 0) {
            throw new IllegalArgumentException("the matrix has no rows; expected a square matrix");
        }
        double[] matrix = new double[dimension * dimension];
        for (int r = 0; r < dimension; r++) {
            if (rows[r].length != dimension) {
                throw new IllegalArgumentException("row " + (r + 1) + " of the matrix has " + rows[r].length
                        + " entries; expected " + dimension + ", since the matrix has " + dimension + " rows");
            }
            for (double entry : rows[r]) {
                if (!Double.isFinite(entry)) {
                    throw new IllegalArgumentException(
                            "row " + (r + 1) + " of the matrix has the entry " + entry + "; expected finite numbers");
                }
            }
            System.arraycopy(rows[r], 0, matrix, r * dimension, dimension);
        }
        return new Interaction(dimension, kindOf(dimension, matrix), matrix);
    }

    /**
     * A = K^T Q, so that the score is &lt;Q x_i, K x_j&gt;.
     *
     * @param query Q, m x d
     * @param key K, m x d
     */
    public static Interaction ofQueryKey(double[][] query, double[][] key) {
        if (query.length == 0 || query.length != key.length) {
            throw new IllegalArgumentException("the query matrix has " + query.length + " rows and the key matrix "
                    + key.length + "; expected the same number, at least 1");
        }
        int dimension = query[0].length;
        double[][] product = new double[dimension][dimension];
        for (int m = 0; m < query.length; m++) {
            if (query[m].length != dimension || key[m].length != dimension) {
                throw new IllegalArgumentException("row " + (m + 1) + " has " + query[m].length
                        + " entries in the query matrix and " + key[m].length + " in the key matrix; expected "
                        + dimension + " in both");
            }
            for (int r = 0; r < dimension; r++) {
                for (int c = 0; c < dimension; c++) {
                    product[r][c] = Math.fma(key[m][r], query[m][c], product[r][c]);
                }
            }
        }
        return of(product);
    }

    private static Kind kindOf(int dimension, double[] matrix) {
        boolean identity = true;
        boolean symmetric = true;
        for (int r = 0; r < dimension; r++) {
            for (int c = 0; c < dimension; c++) {
                identity &= matrix[r * dimension + c] == (r == c ? 1 : 0);
                symmetric &= matrix[r * dimension + c] == matrix[c * dimension + r];
            }
        }
        if (identity) {
            return Kind.IDENTITY;
        }
        return symmetric ? Kind.SYMMETRIC : Kind.GENERAL;
    }

    /** The dimension d; A is d x d. */
    public int dimension() {
        return dimension;
    }

    /**
     * Checks that A acts on tokens of dimension d.
     *
     * @throws IllegalArgumentException if it does not
     */
    public void requireDimension(int d) {
        if (dimension != d) {
            throw new IllegalArgumentException("the interaction is a " + dimension + " x " + dimension
                    + " matrix; expected " + d + " x " + d + ", since the tokens have dimension " + d);
        }
    }

    public Kind kind() {
        return kind;
    }

    /** Entry of A, both indices from 0. */
    public double get(int row, int column) {
        return matrix[row * dimension + column];
    }

    /** An upper bound of the spectral norm of A: 1 for the identity, the Frobenius norm otherwise. */
    public double normBound() {
        return norm;
    }

    /** Writes A x into {@code product} from its start, where x is the slice of {@code values} at {@code offset}. */
    public void apply(double[] values, int offset, double[] product) {
        if (kind == Kind.IDENTITY) {
            System.arraycopy(values, offset, product, 0, dimension);
            return;
        }
        for (int r = 0; r < dimension; r++) {
            product[r] = Vectors.dot(matrix, r * dimension, values, offset, dimension);
        }
    }

    /**
     * Whether A is symmetric and positive semidefinite up to rounding: Cholesky with complete pivoting (Higham, section
     * 10.3) meets no pivot below -d u |A|, and what remains behind the last positive pivot is that small too.
     */
    public boolean isPositiveSemidefinite() {
        if (kind == Kind.IDENTITY) {
            return true;
        }
        if (kind == Kind.GENERAL) {
            return false;
        }
        double[] rest = matrix.clone();
        double negligible = 4 * dimension * Vectors.UNIT_ROUNDOFF * norm;
        boolean[] done = new boolean[dimension];
        for (int round = 0; round < dimension; round++) {
            int pivot = -1;
            for (int k = 0; k < dimension; k++) {
                if (!done[k] && (pivot < 0 || rest[k * dimension + k] > rest[pivot * dimension + pivot])) {
                    pivot = k;
                }
            }
            double diagonal = rest[pivot * dimension + pivot];
            if (diagonal <= negligible) {
                return isNegligible(rest, done, negligible);
            }
            done[pivot] = true;
            eliminate(rest, done, pivot, diagonal);
        }
        return true;
    }

    private void eliminate(double[] rest, boolean[] done, int pivot, double diagonal) {
        for (int r = 0; r < dimension; r++) {
            if (done[r]) {
                continue;
            }
            double factor = rest[r * dimension + pivot] / diagonal;
            for (int c = 0; c < dimension; c++) {
                rest[r * dimension + c] -= factor * rest[pivot * dimension + c];
            }
        }
    }

    private boolean isNegligible(double[] rest, boolean[] done, double negligible) {
        for (int r = 0; r < dimension; r++) {
            for (int c = 0; c < dimension; c++) {
                if (!done[r] && !done[c] && Math.abs(rest[r * dimension + c]) > negligible) {
                    return false;
                }
            }
        }
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Interaction that && Arrays.equals(matrix, that.matrix);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(matrix);
    }
}
