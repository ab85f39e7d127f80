package org.localmax.solver.internal.tiles;

import org.localmax.solver.internal.Spares;
import org.localmax.solver.internal.Work;

/** A {@link CandidateScan} of the very scores of the definition. */
final class DoubleScan extends CandidateScan {

    private final Panels queries;
    private final Panels keys;
    private final Panels leaders;
    private final int leaderCount;
    private final CandidateWidths widths;
    private final TileKernel kernel;
    private final int stride;
    private final Spares<Tile> tiles;

    /** Scores of a tile, and places in a row of it. */
    private record Tile(double[] scores, int[] hits) {}

    DoubleScan(
            double[] queryRows,
            Panels keys,
            int[] leading,
            CandidateWidths widths,
            Blocks blocks,
            CandidateLists lists,
            boolean symmetric,
            TileKernel kernel,
            Work work) {
        super(blocks, lists, symmetric);
        int d = keys.dimension();
        this.keys = keys;
        this.widths = widths;
        this.kernel = kernel;
        queries = Panels.of(queryRows, blocks.count(), d, TileKernel.ROWS, work);
        leaders = keys.of(leading);
        leaderCount = leading.length;
        stride = Math.max(blocks.side(), panels(leaderCount, TileKernel.COLUMNS) * TileKernel.COLUMNS);
        tiles = new Spares<>(() -> new Tile(new double[TILE_ROWS * stride], new int[stride]));
    }

    @Override
    void begin(int from, int to) {
        tiles.lend(tile -> {
            score(from, to, leaders, 0, leaderCount, tile.scores);
            for (int i = from; i < to; i++) {
                double greatest = kernel.greatest(tile.scores, (i - from) * stride, leaderCount);
                lists().begin(i, widths.of(i), Math.max(greatest, widths.ownScore(i)));
            }
        });
    }

    private void score(int from, int to, Panels some, int keysFrom, int keysTo, double[] scores) {
        kernel.scores(
                queries.values(),
                queries.at(from),
                panels(to - from, TileKernel.ROWS),
                some.values(),
                some.at(keysFrom),
                panels(keysTo - keysFrom, TileKernel.COLUMNS),
                keys.dimension(),
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
        double[] floors = lists().floors();
        int count = bothWays
                ? kernel.hits(tile.scores, at, length, floors[i], floors, keysFrom, tile.hits)
                : kernel.hits(tile.scores, at, length, floors[i], tile.hits);
        for (int h = 0; h < count; h++) {
            int j = keysFrom + tile.hits[h];
            double score = tile.scores[at + tile.hits[h]];
            lists().offer(i, j, score);
            if (bothWays) {
                lists().offer(j, i, score);
            }
        }
    }
}
