package org.localmax.solver.internal.tiles;

import org.localmax.solver.internal.Spares;
import org.localmax.solver.internal.Work;

/** A {@link CandidateScan} of scores in single precision, whose error the widths allow for. */
final class FloatScan extends CandidateScan {

    private final FloatPanels queries;
    private final FloatPanels keys;
    private final FloatPanels leaders;
    private final int leaderCount;
    private final FilterBounds bounds;
    private final FloatTileKernel kernel;
    private final int stride;
    private final Spares<Tile> tiles;
    /** For each receiver a number that is at most its floor. */
    private final float[] floors;

    /** Scores of a tile, and places in a row of it. */
    private record Tile(float[] scores, int[] hits) {}

    FloatScan(
            double[] queryRows,
            double[] keyRows,
            int[] leading,
            FilterBounds bounds,
            Blocks blocks,
            CandidateLists lists,
            boolean symmetric,
            FloatTileKernel kernel,
            Work work) {
        super(blocks, lists, symmetric);
        int n = blocks.count();
        int d = bounds.dimension();
        this.bounds = bounds;
        this.kernel = kernel;
        queries = FloatPanels.of(queryRows, n, d, FloatTileKernel.ROWS, bounds.queryExponent(), work);
        keys = FloatPanels.of(keyRows, n, d, FloatTileKernel.COLUMNS, bounds.keyExponent(), work);
        leaderCount = leading.length;
        leaders = keys.of(leading);
        stride = Math.max(blocks.side(), panels(leaderCount, FloatTileKernel.COLUMNS) * FloatTileKernel.COLUMNS);
        tiles = new Spares<>(() -> new Tile(new float[TILE_ROWS * stride], new int[stride]));
        floors = new float[n];
    }

    @Override
    void begin(int from, int to) {
        tiles.lend(tile -> {
            score(from, to, leaders, 0, leaderCount, tile.scores);
            for (int i = from; i < to; i++) {
                double width = bounds.width(i);
                if (width < Double.POSITIVE_INFINITY) {
                    double greatest = kernel.greatest(tile.scores, (i - from) * stride, leaderCount);
                    lists().begin(i, width, Math.max(greatest, bounds.ownScore(i)));
                } else {
                    lists().giveUp(i);
                }
                lower(i);
            }
        });
    }

    /** Rounding to nearest moves by half a unit in the last place at most, and one place down is at least as much. */
    private void lower(int i) {
        double floor = lists().floors()[i];
        floors[i] = floor == Double.POSITIVE_INFINITY ? Float.POSITIVE_INFINITY : Math.nextDown((float) floor);
    }

    private void score(int from, int to, FloatPanels some, int keysFrom, int keysTo, float[] scores) {
        kernel.scores(
                queries.values(),
                queries.at(from),
                panels(to - from, FloatTileKernel.ROWS),
                some.values(),
                some.at(keysFrom),
                panels(keysTo - keysFrom, FloatTileKernel.COLUMNS),
                bounds.dimension(),
                scores,
                0,
                stride);
    }

    @Override
    void scan(int from, int to, int keysFrom, int keysTo, boolean bothWays) {
        tiles.lend(tile -> {
            score(from, to, keys, keysFrom, keysTo, tile.scores);
            for (int i = from; i < to; i++) {
                read(i, (i - from) * stride, keysFrom, keysTo - keysFrom, bothWays, tile);
            }
        });
    }

    private void read(int i, int at, int keysFrom, int length, boolean bothWays, Tile tile) {
        int count = bothWays
                ? kernel.hits(tile.scores, at, length, floors[i], floors, keysFrom, tile.hits)
                : kernel.hits(tile.scores, at, length, floors[i], tile.hits);
        for (int h = 0; h < count; h++) {
            int j = keysFrom + tile.hits[h];
            double score = tile.scores[at + tile.hits[h]];
            lists().offer(i, j, score);
            if (bothWays) {
                lists().offer(j, i, score);
                lower(j);
            }
        }
        if (count > 0) {
            lower(i);
        }
    }
}
