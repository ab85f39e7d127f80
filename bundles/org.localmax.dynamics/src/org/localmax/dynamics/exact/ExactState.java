package org.localmax.dynamics.exact;

/**
 * Where an exact run stands.
 *
 * @param t the step, from 0
 * @param tokens x(t)
 */
public record ExactState(long t, ExactTokens tokens) {

    /** The start of a run. */
    public static ExactState initial(ExactTokens tokens) {
        return new ExactState(0, tokens);
    }
}
