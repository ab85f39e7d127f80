package org.localmax.solver;

import java.util.Locale;
import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.AttentionRule.Localmax;
import org.localmax.dynamics.AttentionRule.Scale;
import org.localmax.dynamics.AttentionRule.Selective;
import org.localmax.dynamics.AttentionRule.Softmax;
import org.localmax.dynamics.Dynamics;

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

    /** Whether a dynamics can be stepped this way. */
    public boolean canStep(Dynamics dynamics) {
        AttentionRule rule = dynamics.rule();
        int d = dynamics.interaction().dimension();
        return switch (this) {
            case DEFINITION, DENSE -> true;
            case FILTERED -> rule instanceof Selective;
            case TREE -> rule instanceof Selective && (d == 2 || d == 3);
            case SWEEP -> rule instanceof Localmax localmax && localmax.scale() != Scale.ABSOLUTE && d == 2;
            case CERTIFIED -> rule instanceof Softmax && (d == 2 || d == 3);
        };
    }
}
