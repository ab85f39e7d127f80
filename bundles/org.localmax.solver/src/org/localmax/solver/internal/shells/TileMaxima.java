package org.localmax.solver.internal.shells;

import java.util.Arrays;

/** The greatest scores of a block of queries, and a bound for each query and tile. */
final class TileMaxima {

    private static final int LANES = ShellKeys.LANES;

    private final ShellKeys keys;
    private final QueryBlock queries;
    private final double[] greatest;
    /** For each tile that was looked at the greatest score of each query. */
    private final double[][] ofTiles;
    /** How many tiles were looked at for each four queries. */
    private final int[] looked;

    /** Looks at tiles as long as they may have a greater score for one of four queries. */
    TileMaxima(ShellKeys keys, QueryBlock queries, ShellKernel kernel) {
        this.keys = keys;
        this.queries = queries;
        int length = queries.length();
        greatest = new double[length];
        Arrays.fill(greatest, Double.NEGATIVE_INFINITY);
        ofTiles = new double[keys.tiles()][];
        looked = new int[length / LANES];
        double[] lanes = new double[LANES * LANES];
        boolean open = true;
        for (int tile = 0; open && tile < keys.tiles(); tile++) {
            open = false;
            for (int four = 0; four < looked.length; four++) {
                if (looked[four] == tile && mayBeGreater(tile, four * LANES)) {
                    if (!open) {
                        open = true;
                        ofTiles[tile] = new double[length];
                    }
                    kernel.greatest(keys, tile, queries, four * LANES, lanes);
                    take(tile, four * LANES, lanes);
                    looked[four]++;
                }
            }
        }
    }

    private boolean mayBeGreater(int tile, int query) {
        boolean open = false;
        for (int q = query; q < query + LANES; q++) {
            open |= !(queries.bound(q, tile) < greatest[q]);
        }
        return open;
    }

    private void take(int tile, int query, double[] lanes) {
        for (int q = 0, lane = 0; q < LANES; q++, lane += LANES) {
            double ofTile = greater(greater(lanes[lane], lanes[lane + 1]), greater(lanes[lane + 2], lanes[lane + 3]));
            ofTiles[tile][query + q] = ofTile;
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
        return tile < looked[query / LANES] ? ofTiles[tile][query] : queries.bound(query, tile);
    }

    /** Tiles from this one on have no score of a query that reaches a level, nor have some before. */
    int end(int query, double level) {
        int tile = looked[query / LANES];
        while (tile < keys.tiles() && !(queries.bound(query, tile) < level)) {
            tile++;
        }
        return tile;
    }
}
