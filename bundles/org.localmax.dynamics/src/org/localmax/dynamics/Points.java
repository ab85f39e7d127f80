package org.localmax.dynamics;

/**
 * The distinct points of a configuration, and which tokens are at each. Tokens at the same point have the same row, so a
 * solver needs one row and one key a point. Points are numbered from 0 in the order of their tokens of least index; 0 and
 * -0 are equal coordinates.
 */
public final class Points {

    /** The token after the last one at a point. */
    static final int NONE = -1;

    private final Tokens tokens;
    private final Groups groups;

    /**
     * Which tokens are at which point; all arrays are empty if no two tokens coincide.
     *
     * @param pointOf for each token its point
     * @param first for each point its token of least index
     * @param next for each token the next one at the same point, or {@link #NONE}
     * @param multiplicities for each point the number of its tokens
     * @param fingerprints for each point the fingerprint of its tokens
     */
    record Groups(int[] pointOf, int[] first, int[] next, int[] multiplicities, long[] fingerprints) {

        /** Of tokens of which no two coincide. */
        static final Groups TRIVIAL = new Groups(new int[0], new int[0], new int[0], new int[0], new long[0]);
    }

    private Points(Tokens tokens, Groups groups) {
        this.tokens = tokens;
        this.groups = groups;
    }

    /** The distinct points of a configuration: O(n d). */
    public static Points of(Tokens tokens) {
        return of(tokens, Workers.ALONE);
    }

    /** The same, found by workers. */
    public static Points of(Tokens tokens, Workers workers) {
        return new Points(tokens, new Coincidences(tokens, workers).groups());
    }

    /** The configuration whose points these are. */
    public Tokens tokens() {
        return tokens;
    }

    /** Whether no two tokens coincide: points are tokens then. */
    public boolean areAllTokens() {
        return groups == Groups.TRIVIAL;
    }

    /** The number of points. */
    public int count() {
        return areAllTokens() ? tokens.count() : groups.first.length;
    }

    /** The point of token i. */
    public int of(int i) {
        return areAllTokens() ? i : groups.pointOf[i];
    }

    /** The token of least index at a point. */
    public int first(int point) {
        return areAllTokens() ? point : groups.first[point];
    }

    /** The token after token i at its point, in the order of their indices; negative if it is the last. */
    public int next(int i) {
        return areAllTokens() ? NONE : groups.next[i];
    }

    /** The number of tokens at a point. */
    public int multiplicity(int point) {
        return areAllTokens() ? 1 : groups.multiplicities[point];
    }

    /** The fingerprint of the set of all tokens at a point. */
    public long fingerprint(int point) {
        return areAllTokens() ? Fingerprint.of(point) : groups.fingerprints[point];
    }
}
