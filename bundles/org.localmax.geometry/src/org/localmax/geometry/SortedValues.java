package org.localmax.geometry;

import java.util.Arrays;
import org.localmax.dynamics.CancellationCheck;

/** Sorts numbers by merging sorted blocks, between which it can be cancelled. */
final class SortedValues {

    private static final int BLOCK = 1 << 16;

    private SortedValues() {}

    /** Sorts in place; none is NaN. */
    static void sort(double[] values, CancellationCheck wanted) {
        for (int from = 0; from < values.length; from += BLOCK) {
            wanted.check();
            Arrays.sort(values, from, (int) Math.min((long) from + BLOCK, values.length));
        }
        double[] source = values;
        double[] merged = values.length > BLOCK ? new double[values.length] : values;
        for (long length = BLOCK; length < values.length; length *= 2) {
            for (long from = 0; from < values.length; from += 2 * length) {
                int middle = (int) Math.min(from + length, values.length);
                merge(source, (int) from, middle, (int) Math.min(from + 2 * length, values.length), merged, wanted);
            }
            double[] next = source;
            source = merged;
            merged = next;
        }
        if (source != values) {
            System.arraycopy(source, 0, values, 0, values.length);
        }
    }

    private static void merge(
            double[] source, int from, int middle, int to, double[] merged, CancellationCheck wanted) {
        for (int at = from, left = from, right = middle; at < to; at++) {
            if (at % BLOCK == 0) {
                wanted.check();
            }
            boolean takesLeft = right == to || left < middle && source[left] <= source[right];
            merged[at] = takesLeft ? source[left++] : source[right++];
        }
    }
}
