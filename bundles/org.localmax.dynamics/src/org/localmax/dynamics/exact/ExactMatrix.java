package org.localmax.dynamics.exact;

import java.util.Arrays;
import org.localmax.dynamics.Interaction;
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

    public int dimension() {
        return rows.length;
    }

    /** The entry of a row and a column, both from 0. */
    public Rational get(int row, int column) {
        return rows[row][column];
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

    @Override
    public boolean equals(Object other) {
        return other instanceof ExactMatrix that && Arrays.deepEquals(rows, that.rows);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(rows);
    }
}
