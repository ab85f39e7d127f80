package org.localmax.dynamics.exact;

import java.util.Arrays;
import java.util.Collections;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.Movement;
import org.localmax.dynamics.Rational;

/** A square matrix over the fractions: A of the scores, or a value matrix. Immutable. */
public final class ExactMatrix {

    private final Rational[][] rows;

    private ExactMatrix(Rational[][] rows) {
        this.rows = rows;
    }

    /** The identity of Q^d. */
    public static ExactMatrix identity(int dimension) {
        Rational[][] rows = new Rational[dimension][dimension];
        for (int r = 0; r < dimension; r++) {
            Arrays.fill(rows[r], Rational.ZERO);
            rows[r][r] = Rational.ONE;
        }
        return new ExactMatrix(rows);
    }

    /**
     * The matrix given by its rows, which are copied.
     *
     * @throws IllegalArgumentException if it is not square
     */
    public static ExactMatrix of(Rational[]... rows) {
        Rational[][] copies = new Rational[rows.length][];
        for (int r = 0; r < rows.length; r++) {
            if (rows[r].length != rows.length) {
                throw new IllegalArgumentException("row " + (r + 1) + " of the matrix has " + rows[r].length
                        + " entries; expected " + rows.length + ", since the matrix has " + rows.length + " rows");
            }
            copies[r] = rows[r].clone();
        }
        return new ExactMatrix(copies);
    }

    /** The numbers that the entries of A are, to the last bit. */
    public static ExactMatrix of(Interaction interaction) {
        int d = interaction.dimension();
        Rational[][] rows = new Rational[d][d];
        for (int r = 0; r < d; r++) {
            for (int c = 0; c < d; c++) {
                rows[r][c] = Rational.of(interaction.get(r, c));
            }
        }
        return new ExactMatrix(rows);
    }

    /**
     * A = K^T Q, so that the score is &lt;Q x_i, K x_j&gt;.
     *
     * @param query Q, m x d
     * @param key K, m x d
     * @throws IllegalArgumentException if the shapes differ
     */
    public static ExactMatrix ofQueryKey(Rational[][] query, Rational[][] key) {
        Interaction.ofQueryKey(rounded(query), rounded(key)); // says what is wrong with the shapes
        int d = query[0].length;
        Rational[][] product = new Rational[d][d];
        for (int r = 0; r < d; r++) {
            for (int c = 0; c < d; c++) {
                Rational sum = Rational.ZERO;
                for (int m = 0; m < query.length; m++) {
                    sum = sum.plus(key[m][r].times(query[m][c]));
                }
                product[r][c] = sum;
            }
        }
        return new ExactMatrix(product);
    }

    /**
     * The P = (I + V)^-1 V of this matrix V.
     *
     * @throws IllegalArgumentException if I + V has no inverse
     */
    public ExactMatrix preconditioner() {
        int d = rows.length;
        Rational[][] left = of(rows).rows;
        Rational[][] right = of(rows).rows;
        for (int r = 0; r < d; r++) {
            left[r][r] = left[r][r].plus(Rational.ONE);
        }
        for (int column = 0; column < d; column++) {
            int pivot = column;
            while (pivot < d && left[pivot][column].signum() == 0) {
                pivot++;
            }
            if (pivot == d) {
                throw Movement.noPreconditioner();
            }
            Collections.swap(Arrays.asList(left), pivot, column);
            Collections.swap(Arrays.asList(right), pivot, column);
            Rational inverse = Rational.ONE.over(left[column][column]);
            left[column] = multiple(left[column], inverse);
            right[column] = multiple(right[column], inverse);
            for (int r = 0; r < d; r++) {
                if (r != column && left[r][column].signum() != 0) {
                    Rational factor = left[r][column];
                    left[r] = difference(left[r], multiple(left[column], factor));
                    right[r] = difference(right[r], multiple(right[column], factor));
                }
            }
        }
        return new ExactMatrix(right);
    }

    private static Rational[] multiple(Rational[] row, Rational factor) {
        return Arrays.stream(row).map(factor::times).toArray(Rational[]::new);
    }

    private static Rational[] difference(Rational[] row, Rational[] other) {
        Rational[] difference = new Rational[row.length];
        Arrays.setAll(difference, c -> row[c].minus(other[c]));
        return difference;
    }

    /** The matrix of the nearest doubles. */
    public Interaction rounded() {
        return Interaction.of(rounded(rows));
    }

    private static double[][] rounded(Rational[][] rows) {
        return Arrays.stream(rows)
                .map(row -> Arrays.stream(row).mapToDouble(Rational::toDouble).toArray())
                .toArray(double[][]::new);
    }

    public int dimension() {
        return rows.length;
    }

    /** The entry of a row and a column, both from 0. */
    public Rational get(int row, int column) {
        return rows[row][column];
    }

    /** c I - A. */
    public ExactMatrix subtractedFrom(Rational c) {
        Rational[][] difference = new Rational[rows.length][rows.length];
        for (int r = 0; r < rows.length; r++) {
            for (int k = 0; k < rows.length; k++) {
                difference[r][k] = r == k ? c.minus(rows[r][k]) : rows[r][k].negated();
            }
        }
        return new ExactMatrix(difference);
    }

    /** Whether A is symmetric. */
    public boolean isSymmetric() {
        for (int r = 0; r < rows.length; r++) {
            for (int c = 0; c < r; c++) {
                if (!rows[r][c].equals(rows[c][r])) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether A is symmetric and positive semidefinite: no pivot of its elimination is negative, and beside a pivot 0 all is 0. */
    public boolean isPositiveSemidefinite() {
        return isSymmetric() && hasPivots(0);
    }

    /** Whether A is symmetric and positive definite: all pivots of its elimination are positive. */
    public boolean isPositiveDefinite() {
        return isSymmetric() && hasPivots(1);
    }

    /** Whether no pivot has a sign below this one. */
    private boolean hasPivots(int sign) {
        ExactMatrix rest = of(rows);
        for (int pivot = 0; pivot < rows.length; pivot++) {
            if (!rest.eliminates(pivot) || rest.rows[pivot][pivot].signum() < sign) {
                return false;
            }
        }
        return true;
    }

    /** Subtracts a row from those below, so that its column is 0 there; false where a negative square is left. */
    private boolean eliminates(int pivot) {
        Rational[] row = rows[pivot];
        for (int r = pivot + 1; r < rows.length; r++) {
            if (row[pivot].signum() == 0 && rows[r][pivot].signum() != 0) {
                return false;
            }
            Rational factor = rows[r][pivot].signum() == 0 ? Rational.ZERO : rows[r][pivot].over(row[pivot]);
            for (int c = pivot; factor.signum() != 0 && c < rows.length; c++) {
                rows[r][c] = rows[r][c].minus(factor.times(row[c]));
            }
        }
        return row[pivot].signum() >= 0;
    }

    /** The product with a vector. */
    public Rational[] times(Rational[] vector) {
        Rational[] product = new Rational[rows.length];
        for (int r = 0; r < rows.length; r++) {
            Rational sum = Rational.ZERO;
            for (int c = 0; c < vector.length; c++) {
                if (rows[r][c].signum() != 0) {
                    sum = sum.plus(rows[r][c].times(vector[c]));
                }
            }
            product[r] = sum;
        }
        return product;
    }

    /** The product with another matrix, this one on the left. */
    public ExactMatrix times(ExactMatrix right) {
        ExactMatrix columns = right.transposed();
        Rational[][] product = new Rational[rows.length][];
        for (int c = 0; c < rows.length; c++) {
            product[c] = times(columns.rows[c]);
        }
        return new ExactMatrix(product).transposed();
    }

    /** The transpose. */
    public ExactMatrix transposed() {
        Rational[][] columns = new Rational[rows.length][rows.length];
        for (int r = 0; r < rows.length; r++) {
            for (int c = 0; c < rows.length; c++) {
                columns[c][r] = rows[r][c];
            }
        }
        return new ExactMatrix(columns);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ExactMatrix that && Arrays.deepEquals(rows, that.rows);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(rows);
    }
}
