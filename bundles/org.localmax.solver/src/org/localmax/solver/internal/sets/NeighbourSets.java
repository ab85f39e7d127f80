package org.localmax.solver.internal.sets;

import java.util.Arrays;

/** The neighbour sets of all tokens as bits, 64 tokens in a number, and which of them are equal. */
final class NeighbourSets {

    private final int count;
    private final int words;
    private final long[] bits;
    private final long lastWord;
    private boolean isGrouped;

    private final int[] distinctOf;
    private int distinct;
    /** The members of distinct sets, one set after the other, and where each ends. */
    private int[] members;

    private final int[] ends;
    /** A hash table of distinct sets: one more than its number, or 0. */
    private final int[] table;

    private final int[] firstRow;

    NeighbourSets(int count) {
        this.count = count;
        words = words(count);
        bits = new long[count * words];
        lastWord = -1L >>> -count;
        distinctOf = new int[count];
        members = new int[4 * count];
        ends = new int[count];
        firstRow = new int[count];
        table = new int[4 * Integer.highestOneBit(count)];
    }

    /** How many numbers hold the bits of so many tokens. */
    static int words(int count) {
        return (count + Long.SIZE - 1) / Long.SIZE;
    }

    /**
     * Sets the neighbours of token i.
     *
     * @param set its bits; those behind the last token are cleared
     * @return whether they are others than before
     */
    boolean set(int i, long[] set) {
        set[words - 1] &= lastWord;
        int start = i * words;
        boolean changed = false;
        for (int word = 0; word < words; word++) {
            changed |= bits[start + word] != set[word];
            bits[start + word] = set[word];
        }
        isGrouped &= !changed;
        return changed;
    }

    /** The number of neighbours of token i. */
    int size(int i) {
        int size = 0;
        for (int word = i * words; word < (i + 1) * words; word++) {
            size += Long.bitCount(bits[word]);
        }
        return size;
    }

    /** The number of distinct sets. */
    int distinct() {
        if (!isGrouped) {
            group();
            isGrouped = true;
        }
        return distinct;
    }

    /** Which of the distinct sets is that of token i. */
    int distinctOf(int i) {
        return distinctOf[i];
    }

    /** The members of all distinct sets, one set after the other, each in the order of their indices. */
    int[] members() {
        return members;
    }

    /** Where the members of a distinct set begin. */
    int start(int set) {
        return set == 0 ? 0 : ends[set - 1];
    }

    /** Where they end. */
    int end(int set) {
        return ends[set];
    }

    private void group() {
        Arrays.fill(table, 0);
        distinct = 0;
        for (int i = 0; i < count; i++) {
            int slot = slot(i);
            if (table[slot] == 0) {
                firstRow[distinct] = i;
                list(i);
                table[slot] = ++distinct;
            }
            distinctOf[i] = table[slot] - 1;
        }
    }

    private int slot(int i) {
        int slot = hash(i) & table.length - 1;
        while (table[slot] != 0 && !areEqual(i, firstRow[table[slot] - 1])) {
            slot = slot + 1 & table.length - 1;
        }
        return slot;
    }

    private int hash(int i) {
        long hash = 0;
        for (int word = i * words; word < (i + 1) * words; word++) {
            hash = (hash ^ bits[word]) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 32;
        }
        return (int) hash;
    }

    private boolean areEqual(int i, int j) {
        for (int word = 0; word < words; word++) {
            if (bits[i * words + word] != bits[j * words + word]) {
                return false;
            }
        }
        return true;
    }

    /** Appends the members of the set of token i. */
    private void list(int i) {
        int end = start(distinct);
        if (end + count > members.length) {
            members = Arrays.copyOf(members, 2 * members.length);
        }
        for (int word = 0; word < words; word++) {
            for (long rest = bits[i * words + word]; rest != 0; rest &= rest - 1) {
                members[end++] = word * Long.SIZE + Long.numberOfTrailingZeros(rest);
            }
        }
        ends[distinct] = end;
    }
}
