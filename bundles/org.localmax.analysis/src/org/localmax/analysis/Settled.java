package org.localmax.analysis;

import java.util.Locale;
import java.util.OptionalLong;

/**
 * What may be said of the rest of a run up to its last step; never that it has converged.
 *
 * @param motion the word
 * @param since t0, the first step of the rest; empty if the tokens move
 */
public record Settled(Motion motion, OptionalLong since) {

    /** The words. */
    public enum Motion {
        /** The last step moved a token by more than the tolerance. */
        MOVING,
        /** At rest within the tolerance, but the rule leaves a pull between clusters that may yet move them. */
        METASTABLE,
        /** At rest within the tolerance. */
        SETTLED
    }

    /** @throws IllegalArgumentException if moving tokens come with a step, or resting ones without */
    public Settled {
        if ((motion == Motion.MOVING) != since.isEmpty()) {
            throw new IllegalArgumentException("the tokens are " + motion + " since " + since
                    + "; expected a step exactly for those that are metastable or settled");
        }
    }

    /** For example {@code settled since 12}, or {@code moving}. */
    @Override
    public String toString() {
        String word = motion.name().toLowerCase(Locale.ROOT);
        return since.isEmpty() ? word : word + " since " + since.getAsLong();
    }
}
