package org.localmax.solver.internal.trees;

/** Places on Hilbert's curve through a square of cells: cells that follow each other have a side in common. */
final class Hilbert {

    private static final int LEVELS = 16;

    /** Cells on an axis. */
    static final int CELLS = 1 << LEVELS;

    private Hilbert() {}

    /** The place of a cell, a number of 32 bits: two for each halving of the square, which the curve enters turned. */
    static long place(int x, int y) {
        long place = 0;
        int swapped = 0;
        int flipped = 0;
        for (int level = LEVELS - 1; level >= 0; level--) {
            int bitX = x >> level & 1;
            int bitY = y >> level & 1;
            int turn = (bitX ^ bitY) & swapped ^ flipped;
            int first = bitX ^ turn;
            int second = bitY ^ turn;
            place = place << 2 | 3 * first ^ second;
            int turns = second ^ 1;
            flipped ^= first & turns;
            swapped ^= turns;
        }
        return place;
    }
}
