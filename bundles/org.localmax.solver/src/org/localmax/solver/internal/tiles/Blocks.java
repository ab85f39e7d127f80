package org.localmax.solver.internal.tiles;

import org.localmax.solver.internal.Work;

/**
 * The points in an odd number B of blocks, and the rounds in which every block meets every other: in round c block c - t
 * meets block c + t (modulo B) for t = 0 .. (B - 1) / 2. Since B is odd, the two differ except for t = 0, no block is in
 * two meetings of a round, and all pairs have met after B rounds: the meetings of a round may be held at once, each free to
 * change what belongs to its two blocks.
 *
 * @param count the number of points
 * @param side the number of points in a block, a multiple of the widest panels; the last blocks may have fewer or none
 * @param number B
 */
record Blocks(int count, int side, int number) {

    private static final int MULTIPLE = FloatTileKernel.COLUMNS;

    /** A meeting takes at most about so many multiplications. */
    private static final long LONGEST_MEETING = 1L << 29;

    /**
     * Blocks of about a size, or less where meetings would be long.
     *
     * @param largest so large that meetings are not tiny, and so small that what they use fits a cache
     */
    static Blocks of(int count, int dimension, int largest) {
        int most = largest;
        while (most > 2 * MULTIPLE && (long) most * most * dimension > LONGEST_MEETING) {
            most /= 2;
        }
        int number = (count + most - 1) / most | 1;
        int side = (count + number - 1) / number;
        return new Blocks(count, (side + MULTIPLE - 1) / MULTIPLE * MULTIPLE, number);
    }

    int from(int block) {
        return (int) Math.min(count, (long) block * side);
    }

    int to(int block) {
        return from(block + 1);
    }

    /** The number of points, that of the padding of the last block included. */
    int paddedCount() {
        return (count + MULTIPLE - 1) / MULTIPLE * MULTIPLE;
    }

    /** What two blocks do when they meet. */
    @FunctionalInterface
    interface Meeting {

        /** Two blocks meet, or one is alone with itself. */
        void hold(int first, int second);
    }

    /** Holds all meetings. */
    void meet(Work work, Meeting meeting) {
        for (int c = 0; c < number; c++) {
            int round = c;
            work.forBlocks(number / 2 + 1, t -> meeting.hold((round - t + number) % number, (round + t) % number));
        }
    }
}
