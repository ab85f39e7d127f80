package org.localmax.solver.internal.sets;

/** The coordinates of tokens, column by column, each filled up to a multiple of four with those of token 0. */
final class TokenColumns {

    /** How many tokens a vector holds. */
    static final int LANES = 4;

    private final int count;
    private final int dimension;
    private final int length;
    private final double[] values;

    TokenColumns(int count, int dimension) {
        this.count = count;
        this.dimension = dimension;
        length = (count + LANES - 1) / LANES * LANES;
        values = new double[dimension * length];
    }

    /** @param rows n x d */
    void set(double[] rows) {
        for (int k = 0; k < dimension; k++) {
            int column = k * length;
            for (int j = 0, at = k; j < count; j++, at += dimension) {
                values[column + j] = rows[at];
            }
            for (int j = count; j < length; j++) {
                values[column + j] = rows[k];
            }
        }
    }

    /** The same tokens row by row: a new array. */
    double[] rows() {
        double[] rows = new double[count * dimension];
        for (int k = 0; k < dimension; k++) {
            int column = k * length;
            for (int j = 0, at = k; j < count; j++, at += dimension) {
                rows[at] = values[column + j];
            }
        }
        return rows;
    }

    /** The number of tokens. */
    int count() {
        return count;
    }

    int dimension() {
        return dimension;
    }

    /** The length of a column. */
    int length() {
        return length;
    }

    /** All columns, one after the other. */
    double[] values() {
        return values;
    }
}
