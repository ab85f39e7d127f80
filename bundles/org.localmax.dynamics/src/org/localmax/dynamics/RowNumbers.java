package org.localmax.dynamics;

/**
 * What a step tells of each row besides its mean: rows come in any order, and what belongs to one lies side by side, so that
 * each fetches as little as possible from memory. For several threads, each row for one of them.
 */
final class RowNumbers {

    /** The count, the fingerprint, and the bits of the clearance. */
    private static final int NUMBERS = 3;

    private final long[] numbers;

    /** Of so many rows. */
    RowNumbers(int rows) {
        numbers = new long[Math.multiplyExact(rows, NUMBERS)];
    }

    /** Sets those of a row. */
    void set(int row, int count, long fingerprint, double clearance) {
        int at = row * NUMBERS;
        numbers[at] = count;
        numbers[at + 1] = fingerprint;
        numbers[at + 2] = Double.doubleToRawLongBits(clearance);
    }

    /** Writes those of rows [from, to) to an array each. */
    void separate(int from, int to, int[] counts, long[] fingerprints, double[] clearances) {
        for (int row = from, at = from * NUMBERS; row < to; row++, at += NUMBERS) {
            counts[row] = (int) numbers[at];
            fingerprints[row] = numbers[at + 1];
            clearances[row] = Double.longBitsToDouble(numbers[at + 2]);
        }
    }
}
