package org.localmax.solver.internal;

import java.util.ArrayList;
import java.util.List;

/**
 * Arrays that every step of many needs for a while. The machine fills a new array with zeros on one thread, which takes as long
 * as some of the work that is done in it; these are filled once. For the thread that takes the steps.
 */
final class Scratch {

    /** So many arrays are kept. */
    private static final int MOST = 4;

    /** An array of more than so many times the numbers needed is left to others. */
    private static final int LARGEST_SHARE = 2;

    private final List<long[]> spares = new ArrayList<>();

    /** An array of at least so many numbers, which may hold anything. */
    long[] take(int length) {
        for (long[] spare : spares) {
            if (spare.length >= length && spare.length <= (long) LARGEST_SHARE * length) {
                spares.remove(spare);
                return spare;
            }
        }
        return new long[length];
    }

    /** Keeps an array for the next one who needs it. */
    void give(long[] array) {
        if (spares.size() == MOST) {
            spares.removeFirst();
        }
        spares.add(array);
    }
}
