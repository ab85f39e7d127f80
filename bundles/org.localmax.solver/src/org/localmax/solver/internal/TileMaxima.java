package org.localmax.solver.internal;

import java.util.Arrays;

/** The greatest scores of a block of queries, and a bound for each query and tile. */
final class TileMaxima {

    private static final int LANES = ShellKeys.LANES;

    private final QueryBlock queries;
    private final double[] greatest;
    /** Tile by tile, one a query. */
    private final double[] bounds;

    /** Looks at tiles as long as they may have a greater score for one of four queries. */
    TileMaxima(ShellKeys keys, QueryBlock queries, TileKernel kernel) {
        this.queries = queries;
        int length = queries.length();
        greatest = new double[length];
        Arrays.fill(greatest, Double.NEGATIVE_INFINITY);
        bounds = new double[keys.tiles() * length];
        double[] lanes = new double[LANES * LANES];
        for (int tile = 0; tile < keys.tiles(); tile++) {
            for (int query = 0; query < length; query += LANES) {
                if (mayBeGreater(tile, query)) {
                    kernel.greatest(keys, tile, queries, query, lanes);
                    take(tile, query, lanes);
                }
            }
        }
    }

    /** Bounds the scores of four queries in a tile. Returns whether one of them may be as great as the greatest so far. */
    private boolean mayBeGreater(int tile, int query) {
        boolean open = false;
        for (int q = query; q < query + LANES; q++) {
            double bound = queries.bound(q, tile);
            bounds[tile * queries.length() + q] = bound;
            open |= !(bound < greatest[q]);
        }
        return open;
    }

    private void take(int tile, int query, double[] lanes) {
        for (int q = 0, lane = 0; q < LANES; q++, lane += LANES) {
            double ofTile = greater(greater(lanes[lane], lanes[lane + 1]), greater(lanes[lane + 2], lanes[lane + 3]));
            bounds[tile * queries.length() + query + q] = ofTile;
            greatest[query + q] = greater(greatest[query + q], ofTile);
        }
    }

    private static double greater(double a, double b) {
        return a > b ? a : b;
    }

    /** The greatest score of a query. */
    double greatest(int query) {
        return greatest[query];
    }

    /** What the scores of a query in a tile do not exceed. */
    double ofTile(int tile, int query) {
        return bounds[tile * queries.length() + query];
    }

    /** Takes note that a tile has nothing more to offer to a query. */
    void leaveOut(int tile, int query) {
        bounds[tile * queries.length() + query] = Double.NEGATIVE_INFINITY;
    }
}
