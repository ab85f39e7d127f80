package org.localmax.dynamics;

import java.util.Arrays;

/**
 * The distinct points of a configuration, and which tokens are at each. Tokens at the same point have the same row, so a
 * solver needs one row and one key a point. Points are numbered from 0 in the order of their tokens of least index; 0 and
 * -0 are equal coordinates.
 */
public final class Points {

    private static final int NONE = -1;
    private static final int BATCH = 256;

    private final Tokens tokens;
    /** For each token its point; empty if no two tokens coincide, and so are the other arrays. */
    private final int[] pointOf;
    /** For each point its token of least index. */
    private final int[] first;
    /** For each token the next one at the same point, or {@link #NONE}. */
    private final int[] next;

    private final int[] multiplicities;
    private final long[] fingerprints;

    private Points(Tokens tokens, int[] pointOf, int[] first, int[] next) {
        this.tokens = tokens;
        this.pointOf = pointOf;
        this.first = first;
        this.next = next;
        multiplicities = new int[first.length];
        fingerprints = new long[first.length];
        for (int i = 0; i < pointOf.length; i++) {
            multiplicities[pointOf[i]]++;
            fingerprints[pointOf[i]] += Fingerprint.of(i);
        }
    }

    /** The distinct points of a configuration: O(n d). */
    public static Points of(Tokens tokens) {
        int[] table = new int[tableSize(tokens.count())];
        if (areDistinct(tokens, table)) {
            return new Points(tokens, new int[0], new int[0], new int[0]);
        }
        Arrays.fill(table, 0);
        return gather(tokens, table);
    }

    private static int tableSize(int n) {
        return Integer.highestOneBit(n) * 2 > 1 << 29 ? 1 << 30 : Integer.highestOneBit(n) * 4;
    }

    /**
     * Whether no two tokens coincide.
     *
     * @param table of zeros; each token's index plus one is put where its hash says, or after it
     */
    private static boolean areDistinct(Tokens tokens, int[] table) {
        int n = tokens.count();
        int[] slots = new int[BATCH];
        for (int from = 0; from < n; from += BATCH) {
            int length = Math.min(BATCH, n - from);
            for (int b = 0; b < length; b++) {
                slots[b] = hash(tokens, from + b) & table.length - 1;
            }
            for (int b = 0; b < length; b++) {
                int slot = slots[b];
                while (table[slot] != 0) {
                    if (tokens.coincide(table[slot] - 1, from + b)) {
                        return false;
                    }
                    slot = slot + 1 & table.length - 1;
                }
                table[slot] = from + b + 1;
            }
        }
        return true;
    }

    private static Points gather(Tokens tokens, int[] table) {
        int n = tokens.count();
        int[] pointOf = new int[n];
        int[] first = new int[n];
        int[] last = new int[n];
        int[] next = new int[n];
        Arrays.fill(next, NONE);
        int points = 0;
        for (int i = 0; i < n; i++) {
            int slot = hash(tokens, i) & table.length - 1;
            while (table[slot] != 0 && !tokens.coincide(first[table[slot] - 1], i)) {
                slot = slot + 1 & table.length - 1;
            }
            if (table[slot] == 0) {
                first[points] = i;
                table[slot] = ++points;
            } else {
                next[last[table[slot] - 1]] = i;
            }
            pointOf[i] = table[slot] - 1;
            last[pointOf[i]] = i;
        }
        return new Points(tokens, pointOf, Arrays.copyOf(first, points), next);
    }

    private static int hash(Tokens tokens, int i) {
        double[] rows = tokens.rows();
        int end = (i + 1) * tokens.dimension();
        long hash = 0;
        for (int at = end - tokens.dimension(); at < end; at++) {
            long bits = Double.doubleToRawLongBits(rows[at] + 0.0); // -0 becomes 0
            hash = (hash ^ bits) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 32;
        }
        return (int) hash;
    }

    /** The configuration whose points these are. */
    public Tokens tokens() {
        return tokens;
    }

    /** Whether no two tokens coincide: points are tokens then. */
    public boolean areAllTokens() {
        return pointOf.length == 0;
    }

    /** The number of points. */
    public int count() {
        return areAllTokens() ? tokens.count() : first.length;
    }

    /** The point of token i. */
    public int of(int i) {
        return areAllTokens() ? i : pointOf[i];
    }

    /** The token of least index at a point. */
    public int first(int point) {
        return areAllTokens() ? point : first[point];
    }

    /** The token after token i at its point, in the order of their indices; negative if it is the last. */
    public int next(int i) {
        return areAllTokens() ? NONE : next[i];
    }

    /** The number of tokens at a point. */
    public int multiplicity(int point) {
        return areAllTokens() ? 1 : multiplicities[point];
    }

    /** The fingerprint of the set of all tokens at a point. */
    public long fingerprint(int point) {
        return areAllTokens() ? Fingerprint.of(point) : fingerprints[point];
    }
}
