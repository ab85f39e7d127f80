package org.localmax.dynamics;

/**
 * Where a run stands: the tokens at step t, and a bound on how far rounding may have moved a token away from the exact
 * trajectory of the stored input, as long as no decision so far was consequential.
 *
 * @param t the step, from 0
 * @param tokens x(t)
 * @param error e(t): a Euclidean distance, 0 at the start; it widens the band of ambiguous decisions and never moves a
 *     token. NaN after a step of a rule that decides nothing, for which no such bound is known
 */
public record State(long t, Tokens tokens, double error) {

    /** The start of a run. */
    public static State initial(Tokens tokens) {
        return new State(0, tokens, 0);
    }
}
