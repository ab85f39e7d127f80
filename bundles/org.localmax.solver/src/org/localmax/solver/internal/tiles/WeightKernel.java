package org.localmax.solver.internal.tiles;

/**
 * What softmax does with tiles of scores: weights, and sums of tokens times these. Every implementation gives the same bits.
 * Tiles have receivers down and keys across; see {@link TileKernel}.
 */
interface WeightKernel {

    /** The greatest number of rows and of columns of a tile: two tiles fit the second cache. */
    int SIDE = 192;

    /** From a row of a tile to the next: an odd number of cache lines, so that a column is spread over the nearest cache. */
    int STRIDE = SIDE + 8;

    /** Sums over a row are made of so many sums, of each such place, that no width of vectors decides their bits. */
    int PARTS = 8;

    /** The kernels for the machine, or those of plain arithmetic. */
    static WeightKernel of(boolean vectors) {
        return vectors ? new VectorWeightKernel() : new ScalarWeightKernel();
    }

    /**
     * Adds products of weights and values to sums: sums[i, k] += sum_j weights[i, j] values[j, k], a chain of fused
     * multiply-adds in the order of j.
     *
     * @param panels how many panels of receivers
     * @param length the number of keys
     * @param values {@link TileKernel#COLUMNS} coordinates of each key side by side, key after key; then the next coordinates
     * @param valueStride from a panel of coordinates to the next
     * @param sums the sums of a panel of receivers, then those of the next one: of each receiver {@link TileKernel#COLUMNS}
     *     coordinates, receiver after receiver; then the next coordinates
     * @param width the number of sums of a receiver, a multiple of {@link TileKernel#COLUMNS}
     */
    void addProducts(
            double[] weights,
            int panels,
            int length,
            double[] values,
            int valuesAt,
            int valueStride,
            double[] sums,
            int sumsAt,
            int width);

    /** The same with receivers across and keys down. */
    void addTransposedProducts(
            double[] weights,
            int panels,
            int length,
            double[] values,
            int valuesAt,
            int valueStride,
            double[] sums,
            int sumsAt,
            int width);

    /**
     * Raises numbers to the scores of their columns.
     *
     * @param rows how many rows
     * @param length how many columns, a multiple of {@link TileKernel#COLUMNS}
     */
    void raise(double[] tile, int rows, int length, double[] greatest);

    /**
     * Turns scores s of one receiver into weights 2^(beta (s - M) log2 e), in place. The difference comes first, as beta
     * may be so large that products with it are coarse.
     *
     * @param length how many, a multiple of {@link TileKernel#COLUMNS}
     * @param origin M
     * @param counts m of each key
     * @return the sum of m times the weights, by {@link #total}
     */
    double weigh(double[] scores, int at, int length, double beta, double origin, double[] counts, int countsAt);

    /**
     * The weights of a tile for its columns as receivers and its rows as keys.
     *
     * @param rows how many rows
     * @param length how many columns, a multiple of {@link TileKernel#COLUMNS}
     * @param origins M of each column
     * @param counts m of each row
     * @param weights receives the weights, a tile
     * @param totals of each column, to which m times its weights are added in the order of the rows
     */
    void weighColumns(
            double[] tile,
            int rows,
            int length,
            double beta,
            double[] origins,
            double[] counts,
            int countsAt,
            double[] weights,
            double[] totals);

    /**
     * Turns scores s of one receiver into weights 2^(beta s log2 e), in place, which count for the columns as receivers, too.
     *
     * @param length how many, a multiple of {@link TileKernel#COLUMNS}
     * @param counts m of each key
     * @param count m of the receiver as a key
     * @param totals of each column, to which m times its weight is added
     * @return the sum of m times the weights, by {@link #total}
     */
    double weighBothWays(
            double[] scores,
            int at,
            int length,
            double beta,
            double[] counts,
            int countsAt,
            double count,
            double[] totals,
            int totalsAt);

    /** Where coordinate k of receiver i is among the sums. */
    static int place(int i, int k, int width) {
        int panel = (i / TileKernel.ROWS * width + k / TileKernel.COLUMNS * TileKernel.COLUMNS) * TileKernel.ROWS;
        return panel + i % TileKernel.ROWS * TileKernel.COLUMNS + k % TileKernel.COLUMNS;
    }

    /** The sum of {@link #PARTS} sums: of the first and the fifth, the second and the sixth, and so on, in halves. */
    static double total(double[] parts) {
        return ((parts[0] + parts[4]) + (parts[2] + parts[6])) + ((parts[1] + parts[5]) + (parts[3] + parts[7]));
    }
}
