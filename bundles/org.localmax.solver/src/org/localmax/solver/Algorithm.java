package org.localmax.solver;

import java.util.Locale;

/** The ways to compute a step. All but {@link #CERTIFIED} find the same rows; they differ in time alone. */
public enum Algorithm {
    /** Row by row, as the definition says: O(n^2 d). */
    DEFINITION,
    /** All pairs, with vector instructions: O(n^2 d). */
    DENSE,
    /** All pairs in single precision, and in double precision those that single precision cannot decide: O(n^2 d). */
    FILTERED,
    /** A tree of boxes around the tokens, d = 2 and 3, selective rules. */
    TREE,
    /** Tokens against receivers sorted by direction, d = 2, localmax whose strip depends on the direction alone. */
    SWEEP,
    /** Softmax in d = 2 and 3 within an error bound that the plan names. */
    CERTIFIED;

    /** The name in files and on the command line. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
