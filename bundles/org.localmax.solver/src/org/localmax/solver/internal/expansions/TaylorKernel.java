package org.localmax.solver.internal.expansions;

import org.localmax.solver.internal.VectorSupport;

/**
 * The inner loops of Taylor expansions. Each number's operations and their order are the same in every implementation, and
 * so are the bits.
 */
interface TaylorKernel {

    /** Keys at a time. */
    int KEYS = 64;

    /** Rows of a tile of moments. */
    int ROWS = 4;

    /** Columns of a tile of moments. */
    int COLUMNS = 8;

    /** Receivers at a time. */
    int RECEIVERS = 32;

    /** The kernel on vectors if it may be used and is there. */
    static TaylorKernel of(boolean vectors) {
        return vectors && VectorSupport.available() ? new VectorTaylorKernel() : new ScalarTaylorKernel();
    }

    /** Replaces numbers from index {@code from} to {@code to}, a multiple of 8, by their powers of 2. */
    void exp2(double[] exponents, int from, int to);

    /**
     * Writes powers of one number a key, those of a group of columns as (u^(c &amp; 1) u^(c &amp; 2)) u^(c &amp; 4) times
     * u^8 for each group before.
     *
     * @param u {@link #KEYS} numbers
     * @param columns groups of {@link #KEYS} x {@link #COLUMNS} numbers
     */
    void fillColumns(double[] u, int groups, double[] columns);

    /**
     * Writes rows of which each is the one before times one factor a key.
     *
     * @param first the first row
     * @param u {@link #KEYS} factors
     * @param rows {@code count} rows of {@link #KEYS} numbers
     */
    void fillRows(double[] first, double[] u, int count, double[] rows);

    /**
     * Adds the products of rows and columns, summed over the keys, to tiles that follow each other.
     *
     * @param rows {@link #ROWS} rows of {@link #KEYS} numbers from {@code row} on
     * @param columns groups of {@link #KEYS} x {@link #COLUMNS} numbers
     * @param tiles how many groups of columns are taken
     * @param moments {@link #ROWS} x {@link #COLUMNS} numbers a tile, from {@code tile} on
     */
    void addProducts(double[] rows, int row, double[] columns, int tiles, double[] moments, int tile);

    /**
     * Takes a step of Horner's rule for a polynomial in two variables s and t at {@link #RECEIVERS} places: its value F
     * becomes F s + P(t), its derivative along s becomes that times s plus F, and along t that times s plus P'(t).
     *
     * @param coefficients of P for t^0 to t^degree, from {@code at} on
     * @param values F, and its derivatives along s and t
     */
    void advance(double[] coefficients, int at, int degree, double[] t, double[] s, double[][] values);
}
