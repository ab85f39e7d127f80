package org.localmax.solver.internal.trees;

/** Places on Hilbert's curve through a square of cells: cells that follow each other have a side in common. */
final class Hilbert {

    /** So often an axis is halved. */
    static final int LEVELS = 16;

    /** Cells on an axis. */
    static final int CELLS = 1 << LEVELS;

    private Hilbert() {}

    /**
     * The place of a cell, or of the larger one around it after fewer halvings of the square: a number of two bits for each
     * halving. The curve enters each part turned.
     *
     * @param levels how often the square is halved, at most 16 times
     */
    static long place(int x, int y, int levels) {
        long place = 0;
        int swapped = 0;
        int flipped = 0;
        for (int level = LEVELS - 1; level >= LEVELS - levels; level--) {
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
