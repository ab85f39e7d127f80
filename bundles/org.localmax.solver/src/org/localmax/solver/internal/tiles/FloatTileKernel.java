package org.localmax.solver.internal.tiles;

/** Tiles of scores in single precision; see {@link TileKernel}. Every implementation gives the same bits. */
interface FloatTileKernel {

    /** Receivers in a panel. */
    int ROWS = TileKernel.ROWS;

    /** Keys in a panel. */
    int COLUMNS = 2 * TileKernel.COLUMNS;

    /** The kernels for the machine, or those of plain arithmetic. */
    static FloatTileKernel of(boolean vectors) {
        return vectors ? new VectorFloatTileKernel() : new ScalarFloatTileKernel();
    }

    /**
     * Writes the scores of some panels of receivers for some panels of keys into a tile. A score is a chain of
     * fused multiply-adds.
     *
     * @param stride the length of the tile's rows
     */
    void scores(
            float[] queries,
            int queriesAt,
            int queryPanels,
            float[] keys,
            int keysAt,
            int keyPanels,
            int dimension,
            float[] tile,
            int tileAt,
            int stride);

    /** The greatest of some scores, or negative infinity. */
    float greatest(float[] scores, int at, int length);

    /**
     * Finds the scores of at least a floor.
     *
     * @param hits receives their places relative to {@code at}, ascending
     * @return how many there are
     */
    int hits(float[] scores, int at, int length, float floor, int[] hits);

    /**
     * Finds the scores of at least a floor or of at least the floor of their column.
     *
     * @param hits receives their places relative to {@code at}, ascending
     * @return how many there are
     */
    int hits(float[] scores, int at, int length, float floor, float[] floors, int floorsAt, int[] hits);
}
