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

    /** A larger matrix would not fit an array. */
    private static final int LARGEST_DIMENSION = 32_768;

    private final int dimension;
    private final Kind kind;
    /** d x d, row by row; empty for the identity. */
    private final double[] matrix;

    private final double norm;
    private final double error;

    private Interaction(int dimension, Kind kind, double[] matrix, double error) {
        this.dimension = dimension;
        this.kind = kind;
        this.matrix = kind == Kind.IDENTITY ? new double[0] : matrix;
        this.norm = kind == Kind.IDENTITY ? 1 : Vectors.norm(matrix, 0, matrix.length);
        this.error = error;
    }

    /** The identity of R^d. */
    public static Interaction identity(int dimension) {
        return new Interaction(dimension, Kind.IDENTITY, new double[0], 0);
    }

    /**
     * The matrix given by its rows, which are copied.
     *
     * @throws IllegalArgumentException if it is not square or an entry is not finite
     */
    public static Interaction of(double[]... rows) {
        return of(rows, 0);
    }

    private static Interaction of(double[][] rows, double error) {
        int dimension = rows.length;
        if (dimension == 0 || dimension > LARGEST_DIMENSION) {
            throw new IllegalArgumentException(
                    "the matrix has " + dimension + " rows; expected 1 to " + LARGEST_DIMENSION);
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
        return new Interaction(dimension, kindOf(dimension, matrix), matrix, error);
    }

    /**
     * A = K^T Q, so that the score is &lt;Q x_i, K x_j&gt;. The product is rounded; {@link #error()} bounds by how much, and
     * where A is symmetric up to that it is made so.
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
        for (int m = 0; m < query.length; m++) {
            if (query[m].length != dimension || key[m].length != dimension) {
                throw new IllegalArgumentException("row " + (m + 1) + " has " + query[m].length
                        + " entries in the query matrix and " + key[m].length + " in the key matrix; expected "
                        + dimension + " in both");
            }
        }
        double[][] product = new double[dimension][dimension];
        double[][] bound = new double[dimension][dimension];
        double chain = 2 * Vectors.chainError(query.length);
        for (int r = 0; r < dimension; r++) {
            for (int c = 0; c < dimension; c++) {
                double magnitude = 0;
                for (int m = 0; m < query.length; m++) {
                    product[r][c] = Math.fma(key[m][r], query[m][c], product[r][c]);
                    magnitude += Math.abs(key[m][r] * query[m][c]);
                }
                bound[r][c] = chain * magnitude;
            }
        }
        symmetrise(product, bound);
        double error = 0;
        for (double[] row : bound) {
            error += Vectors.norm(row, 0, dimension);
        }
        return of(product, error);
    }

    /** Makes a matrix symmetric if rounding alone can be why it is not. */
    private static void symmetrise(double[][] product, double[][] bound) {
        for (int r = 0; r < product.length; r++) {
            for (int c = 0; c < r; c++) {
                if (Math.abs(product[r][c] - product[c][r]) > bound[r][c] + bound[c][r]) {
                    return;
                }
            }
        }
        for (int r = 0; r < product.length; r++) {
            for (int c = 0; c < r; c++) {
                double middle = product[r][c] + (product[c][r] - product[r][c]) / 2;
                product[r][c] = middle;
                product[c][r] = middle;
            }
        }
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
        if (kind == Kind.IDENTITY) {
            return row == column ? 1 : 0;
        }
        return matrix[row * dimension + column];
    }

    /** A bound on the norm of what rounding did to A when it was made; 0 where A was given. */
    public double error() {
        return error;
    }

    /** An upper bound of the spectral norm of A: 1 for the identity, the Frobenius norm otherwise. */
    public double normBound() {
        return norm;
    }

    /** -A. */
    public Interaction negated() {
        double[][] rows = new double[dimension][dimension];
        for (int r = 0; r < dimension; r++) {
            for (int c = 0; c < dimension; c++) {
                rows[r][c] = -get(r, c);
            }
        }
        return of(rows, error);
    }

    /** Writes A x into {@code product} from its start, where x is the slice of {@code values} at {@code offset}. */
    public void apply(double[] values, int offset, double[] product) {
        if (kind == Kind.IDENTITY) {
            for (int k = 0; k < dimension; k++) { // sooner done than a call to copy where there are few
                product[k] = values[offset + k];
            }
            return;
        }
        for (int r = 0; r < dimension; r++) {
            product[r] = Vectors.dot(matrix, r * dimension, values, offset, dimension);
        }
    }

    /** Whether A is symmetric and positive semidefinite up to rounding. */
    public boolean isPositiveSemidefinite() {
        return switch (kind) {
            case IDENTITY -> true;
            case SYMMETRIC -> PivotedCholesky.isPositiveSemidefinite(dimension, matrix, norm);
            case GENERAL -> false;
        };
    }

    /** (A + A^T) / 2. */
    public Interaction symmetricPart() {
        if (kind != Kind.GENERAL) {
            return this;
        }
        double[][] rows = new double[dimension][dimension];
        for (int r = 0; r < dimension; r++) {
            for (int c = 0; c < dimension; c++) {
                rows[r][c] = get(r, c) / 2 + get(c, r) / 2;
            }
        }
        return of(rows, error);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Interaction that && dimension == that.dimension && Arrays.equals(matrix, that.matrix);
    }

    @Override
    public int hashCode() {
        return 31 * dimension + Arrays.hashCode(matrix);
    }
}
