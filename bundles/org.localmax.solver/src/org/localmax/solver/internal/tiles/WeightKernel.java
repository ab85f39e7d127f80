package org.localmax.solver.internal.tiles;

/**
 * What softmax does with tiles of scores: weights, and sums of tokens times these. Every implementation gives the same bits.
 * See {@link TileKernel}.
 */
interface WeightKernel {

    /** The kernels for the machine, or those of plain arithmetic. */
    static WeightKernel of(boolean vectors) {
        return vectors ? new VectorWeightKernel() : new ScalarWeightKernel();
    }

    /**
     * Adds products of weights and values to sums: sums[i, k] += sum_j weights[i, j] values[j, k], a chain of fused
     * multiply-adds in the order of j.
     *
     * @param row from one receiver to the next in the weights
     * @param panels how many panels of receivers
     * @param length the number of keys
     * @param values {@link TileKernel#COLUMNS} coordinates of each key side by side, key after key; then the next coordinates
     * @param valueStride from a panel of coordinates to the next
     * @param stride the length of the rows of the sums, a multiple of {@link TileKernel#COLUMNS}
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

    /** The same with weights in panels of {@link TileKernel#ROWS} receivers. */
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

    /**
     * Raises numbers to the scores of their columns.
     *
     * @param stride the length of the tile's rows
     * @param rows how many rows
     * @param length how many columns, a multiple of {@link TileKernel#COLUMNS}
     */
    void raise(double[] tile, int stride, int rows, int length, double[] greatest);

    /**
     * Turns scores s of one receiver into weights m 2^(beta (s - M) log2 e), in place. The difference comes first, as beta
     * may be so large that products with it are coarse.
     *
     * @param length how many, a multiple of {@link TileKernel#COLUMNS}
     * @param origin M
     * @param counts m of each key
     * @return the sum of the weights: of those at 0, 4, 8 .., at 1, 5, 9 .. and so on, of which the first is added to the
     *     third, the second to the fourth, and the one to the other
     */
    double weigh(double[] scores, int at, int length, double beta, double origin, double[] counts, int countsAt);

    /**
     * The weights of a tile for its columns as receivers and its rows as keys.
     *
     * @param length how many columns, a multiple of {@link TileKernel#COLUMNS}
     * @param origins M of each column
     * @param counts m of each row
     * @param weights receives the weights, in panels of {@link TileKernel#ROWS} receivers
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
