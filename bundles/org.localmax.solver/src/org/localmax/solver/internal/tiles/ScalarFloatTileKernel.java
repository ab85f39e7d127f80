package org.localmax.solver.internal.tiles;

/** Tiles in plain arithmetic, operation by operation as {@link VectorFloatTileKernel}. */
final class ScalarFloatTileKernel implements FloatTileKernel {

    @Override
    public void scores(
            float[] queries,
            int queriesAt,
            int queryPanels,
            float[] keys,
            int keysAt,
            int keyPanels,
            int dimension,
            float[] tile,
            int tileAt,
            int stride) {
        for (int p = 0; p < keyPanels; p++) {
            for (int q = 0; q < queryPanels * ROWS; q++) {
                int query = queriesAt + q / ROWS * ROWS * dimension + q % ROWS;
                int at = tileAt + q * stride + p * COLUMNS;
                chains(queries, query, keys, keysAt + p * COLUMNS * dimension, dimension, tile, at);
            }
        }
    }

    /** A panel of scores of one receiver. */
    private static void chains(float[] a, int aAt, float[] b, int bAt, int length, float[] c, int at) {
        for (int r = 0; r < COLUMNS; r++) {
            float sum = -0f; // as if there was none: -0 + x = x, sign included
            for (int k = 0; k < length; k++) {
                sum = Math.fma(a[aAt + ROWS * k], b[bAt + COLUMNS * k + r], sum);
            }
            c[at + r] = sum;
        }
    }

    @Override
    public float greatest(float[] scores, int at, int length) {
        float greatest = Float.NEGATIVE_INFINITY;
        for (int j = 0; j < length; j++) {
            greatest = Math.max(greatest, scores[at + j]);
        }
        return greatest;
    }

    @Override
    public int hits(float[] scores, int at, int length, float floor, int[] hits) {
        int count = 0;
        for (int j = 0; j < length; j++) {
            if (scores[at + j] >= floor) {
                hits[count++] = j;
            }
        }
        return count;
    }

    @Override
    public int hits(float[] scores, int at, int length, float floor, float[] floors, int floorsAt, int[] hits) {
        int count = 0;
        for (int j = 0; j < length; j++) {
            if (scores[at + j] >= floor || scores[at + j] >= floors[floorsAt + j]) {
                hits[count++] = j;
            }
        }
        return count;
    }
}
