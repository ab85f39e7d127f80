package org.localmax.dynamics.exact;

import java.util.Map;
import java.util.Optional;
import org.localmax.dynamics.CustomRule;
import org.localmax.dynamics.Rational;

/**
 * A rule given by its weights that may keep to the fractions: scores in, weights out, which are divided by their sum. Implementations
 * are immutable and used by any number of threads.
 */
public interface ExactCustomRule extends CustomRule {

    /** Why its weights leave the fractions whatever the tokens are; empty if nothing says so before they are known. */
    Optional<String> whyNotExact();

    /**
     * Its parameters at step t, by their names.
     *
     * @throws IllegalArgumentException if one of them is not a fraction there
     */
    Map<String, Rational> exactParameters(long t);

    /**
     * The weights of the tokens, one a score, in the order of these.
     *
     * @param scores g_ij; left as they are
     * @throws IllegalArgumentException if one of them is not a fraction
     */
    Rational[] weights(ExactReceiver receiver, Rational[] scores);

    /**
     * Whose scores they are.
     *
     * @param index i
     * @param t the step
     * @param gamma the fraction of the way to the mean that it will go
     * @param squaredQueryNorm |A x_i|^2
     * @param energy &lt;A x_i, x_i&gt;
     */
    record ExactReceiver(int index, long t, Rational gamma, Rational squaredQueryNorm, Rational energy) {}
}
