package org.localmax.solver.internal.tiles;

/**
 * What is done with tiles of scores, receivers down and keys across, in double precision. Every implementation gives the
 * same bits. Receivers come in panels of {@link #ROWS}, keys in panels of {@link #COLUMNS}; see {@link Panels}.
 */
interface TileKernel {

    /** Receivers in a panel; row counts of tiles are multiples of it. */
    int ROWS = 8;

    /** Keys in a panel; the stride of tiles is a multiple of it. */
    int COLUMNS = 16;

    /** The length of rows that are added up is a multiple of it. */
    int MULTIPLE = COLUMNS;

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
     * Finds the scores of at most a ceiling.
     *
     * @param misses receives their places relative to {@code at}, ascending
     * @return how many there are
     */
    int misses(double[] scores, int at, int length, double ceiling, int[] misses);

    /**
     * Finds the scores of at least a floor or of at least the floor of their column.
     *
     * @param hits receives their places relative to {@code at}, ascending
     * @return how many there are
     */
    int hits(double[] scores, int at, int length, double floor, double[] floors, int floorsAt, int[] hits);

    /**
     * Adds the high and low parts of rows ({@link org.localmax.dynamics.SummationGrid}) to sums, in any order: these are exact.
     *
     * @param width the length of a row, a multiple of {@link #MULTIPLE}
     * @param weights of each row, with which its parts are multiplied
     * @param rounders what rounds to high parts, then what rounds to low parts
     * @param sums of high parts, then of low parts
     */
    void addParts(double[] rows, int width, int[] some, int count, double[] weights, double[] rounders, double[] sums);
}
