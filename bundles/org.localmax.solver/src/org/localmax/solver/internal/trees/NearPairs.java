package org.localmax.solver.internal.trees;

import java.util.Arrays;

/** Receivers and keys whose scores are near the receivers' thresholds, to be sorted by receiver. */
final class NearPairs {

    /** More than this are too many to remember for a block of receivers. */
    private static final int MOST = 1 << 21;

    private int count;
    private int[] places = new int[1 << 10];
    private int[] keys = new int[1 << 10];
    /** For each place where its pairs begin in the order. */
    private final int[] begins;

    private int[] order = {};

    /** @param capacity the greatest number of places */
    NearPairs(int capacity) {
        begins = new int[capacity + 2];
    }

    /** Forgets all. */
    void clear() {
        count = 0;
    }

    /** Adds a pair. */
    void add(int place, int key) {
        if (count == places.length) {
            places = Arrays.copyOf(places, 2 * count);
            keys = Arrays.copyOf(keys, 2 * count);
        }
        places[count] = place;
        keys[count++] = key;
    }

    boolean areTooMany() {
        return count > MOST;
    }

    /**
     * Sorts the pairs by their places, those of one place in the order they were added.
     *
     * @param placesInAll the number of places
     */
    void sort(int placesInAll) {
        Arrays.fill(begins, 0);
        for (int pair = 0; pair < count; pair++) {
            begins[places[pair] + 2]++;
        }
        for (int place = 2; place < placesInAll + 2; place++) {
            begins[place] += begins[place - 1];
        }
        order = count > order.length ? new int[places.length] : order;
        for (int pair = 0; pair < count; pair++) {
            order[begins[places[pair] + 1]++] = keys[pair];
        }
    }

    /** The index of the first pair of a place, and of the one after the last of the place before. */
    int begin(int place) {
        return begins[place];
    }

    /** The key of a pair, by its index once sorted. */
    int key(int index) {
        return order[index];
    }
}
