package org.localmax.solver.internal.trees;

import org.localmax.solver.internal.Work;

/**
 * Sorts numbered codes: each entry is a code of 32 bits and below it the number, of 31 bits, of what it stands for. Three
 * passes over digits of 11 bits from the least significant one, the entries in blocks; stable, so that entries in the order
 * of their numbers come out sorted by both.
 */
final class RadixSort {

    /** Bits of a number. */
    static final int INDEX_BITS = 31;

    private static final long INDEX = (1L << INDEX_BITS) - 1;
    private static final int DIGIT_BITS = 11;
    private static final int DIGITS = 1 << DIGIT_BITS;
    private static final int LEAST_BLOCK = 1 << 14;
    private static final int MOST_BLOCKS = 64;

    private RadixSort() {}

    /** The entry of a code, of at most 32 bits, with its number. */
    static long entry(long code, int index) {
        return code << INDEX_BITS | index;
    }

    /** The number in an entry. */
    static int index(long entry) {
        return (int) (entry & INDEX);
    }

    /** The code in an entry. */
    static long code(long entry) {
        return entry >>> INDEX_BITS;
    }

    /**
     * The first n entries sorted by their codes.
     *
     * @param entries used up; both it and the array returned are scratch space of the work
     */
    static long[] sort(long[] entries, int n, Work work) {
        long[] from = entries;
        long[] to = work.takeLongs(n);
        for (int shift = INDEX_BITS; shift < Long.SIZE - 1; shift += DIGIT_BITS) {
            pass(from, to, n, shift, work);
            long[] swapped = from;
            from = to;
            to = swapped;
        }
        work.giveBack(to);
        return from;
    }

    private static void pass(long[] from, long[] to, int n, int shift, Work work) {
        int length = Math.max(LEAST_BLOCK, (n + MOST_BLOCKS - 1) / MOST_BLOCKS);
        int[][] places = new int[(int) (((long) n + length - 1) / length)][DIGITS];
        work.forRanges(n, length, (begin, end) -> count(from, begin, end, shift, places[begin / length]));
        int place = 0;
        for (int digit = 0; digit < DIGITS; digit++) {
            for (int[] ofBlock : places) {
                int here = ofBlock[digit];
                ofBlock[digit] = place;
                place += here;
            }
        }
        work.forRanges(n, length, (begin, end) -> scatter(from, begin, end, shift, places[begin / length], to));
    }

    private static void count(long[] from, int begin, int end, int shift, int[] counts) {
        for (int i = begin; i < end; i++) {
            counts[(int) (from[i] >>> shift) & DIGITS - 1]++;
        }
    }

    private static void scatter(long[] from, int begin, int end, int shift, int[] places, long[] to) {
        for (int i = begin; i < end; i++) {
            long entry = from[i];
            to[places[(int) (entry >>> shift) & DIGITS - 1]++] = entry;
        }
    }
}
