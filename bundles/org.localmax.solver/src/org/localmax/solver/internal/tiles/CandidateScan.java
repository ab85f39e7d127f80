package org.localmax.solver.internal.tiles;

import java.util.Arrays;
import org.localmax.dynamics.Vectors;
import org.localmax.solver.internal.Keys;
import org.localmax.solver.internal.Work;

/**
 * Finds the candidates of all receivers: a scan over tiles of scores, each compared with what the receivers have found so
 * far. Where receivers and keys can change places, a tile is looked at from both sides, and half of the tiles suffice.
 */
abstract class CandidateScan {

    /** Receivers in a tile. */
    static final int TILE_ROWS = 64;

    /** Keys that all receivers look at first, so that their lists do not fill with what later keys surpass. */
    private static final int LEADERS = 64;

    private final Blocks blocks;
    private final CandidateLists lists;
    private final boolean symmetric;

    CandidateScan(Blocks blocks, CandidateLists lists, boolean symmetric) {
        this.blocks = blocks;
        this.lists = lists;
        this.symmetric = symmetric;
    }

    final Blocks blocks() {
        return blocks;
    }

    final CandidateLists lists() {
        return lists;
    }

    /** Begins the lists of receivers [from, to), at most {@link #TILE_ROWS}, with their scores for the leaders. */
    abstract void begin(int from, int to);

    /**
     * Offers the scores of receivers [from, to), at most {@link #TILE_ROWS} and those of one block, for keys [keysFrom,
     * keysTo), and those of the keys as receivers, too, if it is both ways.
     */
    abstract void scan(int from, int to, int keysFrom, int keysTo, boolean bothWays);

    /** Scans everything. */
    final void run(Work work) {
        work.forRanges(blocks.count(), TILE_ROWS, this::begin);
        if (symmetric) {
            blocks.meet(work, this::meet);
        } else {
            work.forRanges(blocks.count(), TILE_ROWS, (from, to) -> {
                for (int block = 0; block < blocks.number(); block++) {
                    work.requireWanted();
                    scan(from, to, blocks.from(block), blocks.to(block), false);
                }
            });
        }
    }

    private void meet(int first, int second) {
        if (blocks.from(second) == blocks.to(second)) {
            return;
        }
        for (int from = blocks.from(first); from < blocks.to(first); from += TILE_ROWS) {
            int to = Math.min(blocks.to(first), from + TILE_ROWS);
            scan(from, to, blocks.from(second), blocks.to(second), first != second);
        }
    }

    /** The number of panels of so many rows. */
    static int panels(int rows, int width) {
        return (rows + width - 1) / width;
    }

    /** The keys of largest norm: likely to have great scores. */
    static int[] leaders(Keys keys) {
        int n = keys.count();
        int d = keys.dimension();
        if (n <= LEADERS) {
            return range(n);
        }
        double[] norms = new double[n];
        for (int key = 0; key < n; key++) {
            norms[key] = Vectors.norm(keys.rows(), key * d, d);
        }
        double[] sorted = norms.clone();
        Arrays.sort(sorted);
        double least = sorted[n - LEADERS];
        int[] leaders = new int[LEADERS];
        int count = 0;
        for (int key = 0; key < n && count < LEADERS; key++) {
            if (norms[key] >= least) {
                leaders[count++] = key;
            }
        }
        return leaders;
    }

    /** 0 .. n - 1. */
    static int[] range(int n) {
        int[] range = new int[n];
        Arrays.setAll(range, i -> i);
        return range;
    }
}
