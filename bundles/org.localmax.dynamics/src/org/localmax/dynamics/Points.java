package org.localmax.dynamics;

import java.util.Arrays;

/**
 * The distinct points of a configuration, and which tokens are at each. Tokens at the same point have the same row, so a
 * solver needs one row and one key a point. Points are numbered from 0 in the order of their tokens of least index; 0 and
 * -0 are equal coordinates.
 */
public final class Points {

    private static final int NONE = -1;

    private final Tokens tokens;
    /** For each token its point. */
    private final int[] pointOf;
    /** For each point its token of least index. */
    private final int[] first;
    /** For each token the next one at the same point, or {@link #NONE}. */
    private final int[] next;

    private Points(Tokens tokens, int[] pointOf, int[] first, int[] next) {
        this.tokens = tokens;
        this.pointOf = pointOf;
        this.first = first;
        this.next = next;
    }

    /** The distinct points of a configuration: O(n d). */
    public static Points of(Tokens tokens) {
        int n = tokens.count();
        int[] table = new int[Integer.highestOneBit(n) * 2 > 1 << 29 ? 1 << 30 : Integer.highestOneBit(n) * 4];
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
        long hash = 0;
        for (int k = 0; k < tokens.dimension(); k++) {
            long bits = Double.doubleToRawLongBits(tokens.get(i, k) + 0.0); // -0 becomes 0
            hash = (hash ^ bits) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 32;
        }
        return (int) hash;
    }

    /** The configuration whose points these are. */
    public Tokens tokens() {
        return tokens;
    }

    /** The number of points. */
    public int count() {
        return first.length;
    }

    /** The point of token i. */
    public int of(int i) {
        return pointOf[i];
    }

    /** The token of least index at a point. */
    public int first(int point) {
        return first[point];
    }

    /** The token after token i at its point, in the order of their indices; negative if it is the last. */
    public int next(int i) {
        return next[i];
    }

    /** The number of tokens at a point. */
    public int multiplicity(int point) {
        int tokensThere = 0;
        for (int i = first[point]; i >= 0; i = next[i]) {
            tokensThere++;
        }
        return tokensThere;
    }

    /** The fingerprint of the set of all tokens at a point. */
    public long fingerprint(int point) {
        long sum = 0;
        for (int i = first[point]; i >= 0; i = next[i]) {
            sum += Fingerprint.of(i);
        }
        return sum;
    }
}
