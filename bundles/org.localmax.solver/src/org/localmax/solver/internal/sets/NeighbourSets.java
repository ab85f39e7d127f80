package org.localmax.solver.internal.sets;

import java.util.Arrays;

/**
 * The neighbour sets of all tokens as bits, 64 tokens in a number; which of them are equal, and how each of the distinct ones differs
 * from one before it: sets of receivers near each other have most of their members in common.
 */
final class NeighbourSets {

    /** So many sets before one are looked at for the one that differs least. */
    private static final int LOOKED_AT = 16;

    private final int count;
    private final int words;
    private final long[] bits;
    private final long lastWord;
    private boolean isGrouped;

    private final int[] distinctOf;
    private int distinct;
    /** A hash table of distinct sets: one more than its number, or 0. */
    private final int[] table;
    /** A token with each of the distinct sets. */
    private final int[] owners;
    /** For each distinct set, one more than the number of the set before it that it is like; 0 for the empty set. */
    private final int[] likes;

    private final double[] sizes;
    /** Set by set, the members that it has beyond the set that it is like, then those that it lacks. */
    private int[] changes;

    private final int[] middles;
    private final int[] ends;

    NeighbourSets(int count) {
        this.count = count;
        words = words(count);
        bits = new long[count * words];
        lastWord = -1L >>> -count;
        distinctOf = new int[count];
        table = new int[4 * Integer.highestOneBit(count)];
        owners = new int[count];
        likes = new int[count];
        sizes = new double[count];
        changes = new int[4 * count];
        middles = new int[count];
        ends = new int[count];
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

    /** The number of distinct sets. */
    int distinct() {
        if (!isGrouped) {
            group();
            isGrouped = true;
        }
        return distinct;
    }

    /** Which of the distinct sets is that of each token. */
    int[] distinctOf() {
        return distinctOf;
    }

    /** The number of members of each distinct set. */
    double[] sizes() {
        return sizes;
    }

    /**
     * Adds up the two parts of the members of each distinct set: those of the set that it is like, and what it has beyond it or lacks.
     * Each sum on the way is that of a set of tokens, too, and so are all of them exact if those are.
     *
     * @param highs one part of each token
     * @param lows the other one
     * @param highSums that of a set goes to one more than its number; at 0 is that of the empty set, 0
     * @param lowSums likewise
     */
    void sum(double[] highs, double[] lows, double[] highSums, double[] lowSums) {
        int at = 0;
        for (int set = 0; set < distinct; set++) {
            double high = highSums[likes[set]];
            double low = lowSums[likes[set]];
            for (; at < middles[set]; at++) {
                high += highs[changes[at]];
                low += lows[changes[at]];
            }
            for (; at < ends[set]; at++) {
                high -= highs[changes[at]];
                low -= lows[changes[at]];
            }
            highSums[set + 1] = high;
            lowSums[set + 1] = low;
        }
    }

    private void group() {
        Arrays.fill(table, 0);
        distinct = 0;
        for (int i = 0; i < count; i++) {
            int slot = slot(i);
            if (table[slot] == 0) {
                owners[distinct] = i;
                list(distinct);
                table[slot] = ++distinct;
            }
            distinctOf[i] = table[slot] - 1;
        }
    }

    private int slot(int i) {
        int slot = hash(i) & table.length - 1;
        while (table[slot] != 0 && !areEqual(i, owners[table[slot] - 1])) {
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

    /** Appends how a distinct set differs from the one that it is like. */
    private void list(int set) {
        int own = owners[set] * words;
        sizes[set] = size(own);
        likes[set] = like(set);
        int other = likes[set] == 0 ? 0 : owners[likes[set] - 1] * words;
        long kept = likes[set] == 0 ? 0 : -1; // nothing is in the empty set
        int end = set == 0 ? 0 : ends[set - 1];
        if (end + count > changes.length) {
            changes = Arrays.copyOf(changes, 2 * changes.length);
        }
        for (int word = 0; word < words; word++) {
            end = list(word, bits[own + word] & ~(bits[other + word] & kept), end);
        }
        middles[set] = end;
        for (int word = 0; word < words; word++) {
            end = list(word, ~bits[own + word] & bits[other + word] & kept, end);
        }
        ends[set] = end;
    }

    private int like(int set) {
        int own = owners[set] * words;
        int least = (int) sizes[set];
        int like = 0;
        for (int other = set - 1; other >= Math.max(0, set - LOOKED_AT); other--) {
            int difference = difference(own, owners[other] * words);
            if (difference < least) {
                least = difference;
                like = other + 1;
            }
        }
        return like;
    }

    private int size(int start) {
        int size = 0;
        for (int word = 0; word < words; word++) {
            size += Long.bitCount(bits[start + word]);
        }
        return size;
    }

    /** The number of tokens in one of two sets alone. */
    private int difference(int start, int otherStart) {
        int difference = 0;
        for (int word = 0; word < words; word++) {
            difference += Long.bitCount(bits[start + word] ^ bits[otherStart + word]);
        }
        return difference;
    }

    /** Appends the tokens of a word. */
    private int list(int word, long members, int from) {
        int end = from;
        for (long rest = members; rest != 0; rest &= rest - 1) {
            changes[end++] = word * Long.SIZE + Long.numberOfTrailingZeros(rest);
        }
        return end;
    }
}
