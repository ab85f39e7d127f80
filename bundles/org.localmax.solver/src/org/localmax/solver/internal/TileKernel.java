package org.localmax.solver.internal;

/**
 * What is done with tiles of scores, receivers down and keys across, in double precision. Every implementation gives the
 * same bits. Receivers come in panels of {@link #ROWS}, keys in panels of {@link #COLUMNS}; see {@link Panels}.
 */
interface TileKernel {

    /** Receivers in a panel; row counts of tiles are multiples of it. */
    int ROWS = 4;

    /** Keys in a panel; the stride of tiles is a multiple of it. */
    int COLUMNS = 8;

    /** Coordinates that are multiplied in one go, so that a panel of keys stays in the nearest cache. */
    int CHUNK = 256;

    /** The kernels for the machine, or those of plain arithmetic. */
    static TileKernel of(boolean vectors) {
        return vectors ? new VectorTileKernel() : new ScalarTileKernel();
    }

    /**
     * Writes the scores of some panels of receivers for some panels of keys into a tile. A score is the number that
     * {@link org.localmax.dynamics.Vectors#dot} finds.
     *
     * @param stride the length of the tile's rows
     */
    void scores(
            double[] queries,
            int queriesAt,
            int queryPanels,
            double[] keys,
            int keysAt,
            int keyPanels,
            int dimension,
            double[] tile,
            int tileAt,
            int stride);

    /**
     * Adds products of weights and values to sums: sums[i, k] += sum_j weights[i, j] values[j, k], a chain of fused
     * multiply-adds in the order of j.
     *
     * @param row from one receiver to the next in the weights
     * @param panels how many panels of receivers
     * @param length the number of keys
     * @param values {@link #COLUMNS} coordinates of each key side by side, key after key; then the next coordinates
     * @param valueStride from a panel of coordinates to the next
     * @param stride the length of the rows of the sums, a multiple of {@link #COLUMNS}
     */
    void addProducts(
            double[] weights,
            int row,
            int panels,
            int length,
            double[] values,
            int valuesAt,
            int valueStride,
            double[] sums,
            int sumsAt,
            int stride);

    /** The same with weights in panels of {@link #ROWS} receivers. */
    void addPanelProducts(
            double[] weights,
            int panels,
            int length,
            double[] values,
            int valuesAt,
            int valueStride,
            double[] sums,
            int sumsAt,
            int stride);

    /** The greatest of some scores, or negative infinity. */
    double greatest(double[] scores, int at, int length);

    /**
     * Finds the scores of at least a floor.
     *
     * @param hits receives their places relative to {@code at}, ascending
     * @return how many there are
     */
    int hits(double[] scores, int at, int length, double floor, int[] hits);

    /**
     * Finds the scores of at least a floor or of at least the floor of their column.
     *
     * @param hits receives their places relative to {@code at}, ascending
     * @return how many there are
     */
    int hits(double[] scores, int at, int length, double floor, double[] floors, int floorsAt, int[] hits);

    /**
     * Adds rows of parts to sums, in any order: the sums are exact.
     *
     * @param width the length of a row, a multiple of 4
     */
    void addRows(double[] parts, int width, int[] rows, int count, double[] sums);

    /**
     * Raises numbers to the scores of their columns.
     *
     * @param stride the length of the tile's rows
     * @param rows how many rows
     * @param length how many columns, a multiple of {@link #COLUMNS}
     */
    void raise(double[] tile, int stride, int rows, int length, double[] greatest);

    /**
     * Turns scores s of one receiver into weights m 2^(beta (s - M) log2 e), in place. The difference comes first, as beta
     * may be so large that products with it are coarse.
     *
     * @param length how many, a multiple of {@link #COLUMNS}
     * @param origin M
     * @param counts m of each key
     * @return the sum of the weights: of those at 0, 4, 8 .., at 1, 5, 9 .. and so on, of which the first is added to the
     *     third, the second to the fourth, and the one to the other
     */
    double weigh(double[] scores, int at, int length, double beta, double origin, double[] counts, int countsAt);

    /**
     * The weights of a tile for its columns as receivers and its rows as keys.
     *
     * @param length how many columns, a multiple of {@link #COLUMNS}
     * @param origins M of each column
     * @param counts m of each row
     * @param weights receives the weights, in panels of {@link #ROWS} receivers
     * @param totals of each column, to which its weights are added in the order of the rows
     */
    void weighColumns(
            double[] tile,
            int stride,
            int rows,
            int length,
            double beta,
            double[] origins,
            int originsAt,
            double[] counts,
            int countsAt,
            double[] weights,
            double[] totals);
}
