package org.localmax.solver;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.AttentionRule.HegselmannKrause;
import org.localmax.dynamics.AttentionRule.Localmax;
import org.localmax.dynamics.AttentionRule.Scale;
import org.localmax.dynamics.AttentionRule.Selective;
import org.localmax.dynamics.AttentionRule.Softmax;
import org.localmax.dynamics.Dynamics;

/** The ways to compute a step. All but {@link #CERTIFIED} and {@link #EXACT} find the same rows; they differ in time alone. */
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
    CERTIFIED,
    /** Row by row over fractions, nothing rounded: what runs in exact arithmetic are stepped by, and they alone. */
    EXACT;

    /** The name in files and on the command line. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The algorithm of a name.
     *
     * @throws IllegalArgumentException with a message for the user
     */
    public static Algorithm parse(String text) {
        return Arrays.stream(values())
                .filter(known -> known.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the algorithm '" + text
                        + "' is not known; expected one of "
                        + Arrays.stream(values()).map(Algorithm::text).collect(Collectors.joining(", "))));
    }

    /** @throws IllegalArgumentException with a message for the user, if a dynamics cannot be stepped this way */
    public void requireFor(Dynamics dynamics) {
        if (!canStep(dynamics)) {
            throw new IllegalArgumentException("the algorithm " + text() + " cannot step this rule in dimension "
                    + dynamics.interaction().dimension() + ": it is for " + purpose() + "; expected "
                    + Arrays.stream(values())
                            .filter(other -> other.canStep(dynamics))
                            .map(Algorithm::text)
                            .collect(Collectors.joining(" or ")));
        }
    }

    /** What can be stepped this way, in words. */
    private String purpose() {
        return switch (this) {
            case DEFINITION -> "every rule";
            case DENSE -> "every rule but hegselmann-krause";
            case FILTERED -> "hardmax, localmax and frank-wolfe";
            case TREE -> "hardmax, localmax and frank-wolfe in dimension 2 and 3";
            case SWEEP -> "localmax of scale normalized or keynorm in dimension 2";
            case CERTIFIED -> "softmax with an error above 0 in dimension 2 and 3";
            case EXACT -> "runs in exact arithmetic alone";
        };
    }

    /** Whether a dynamics can be stepped this way. */
    public boolean canStep(Dynamics dynamics) {
        AttentionRule rule = dynamics.rule();
        int d = dynamics.interaction().dimension();
        if (rule instanceof HegselmannKrause) { // compares distances, and no other algorithm does
            return this == DEFINITION;
        }
        return switch (this) {
            case DEFINITION, DENSE -> true;
            case FILTERED -> rule instanceof Selective;
            case TREE -> rule instanceof Selective && (d == 2 || d == 3);
            case SWEEP -> rule instanceof Localmax localmax && localmax.scale() != Scale.ABSOLUTE && d == 2;
            case EXACT -> false; // it takes fractions, which a dynamics has not
            case CERTIFIED -> rule instanceof Softmax softmax && softmax.error() > 0 && (d == 2 || d == 3);
        };
    }
}
