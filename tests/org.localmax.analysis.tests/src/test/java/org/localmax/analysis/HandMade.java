package org.localmax.analysis;

import org.localmax.dynamics.State;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.Tokens;

/** Steps of two tokens on the line with everything in them chosen. */
final class HandMade {

    /** The distance of the two tokens at the start. */
    static final double DIAMETER = 2;

    private HandMade() {}

    /** A step in which the second token moves so far, with these neighbour sets, under a rule that decides. */
    static Step step(long t, double residual, long sets) {
        return step(t, residual, sets, 0.5, 0, 0);
    }

    /** A step with the given smallest margin and decisions. */
    static Step step(long t, double residual, long sets, double margin, int ambiguous, int consequential) {
        State before = new State(t, Tokens.of(new double[][] {{-DIAMETER}, {0}}), 0);
        State after = new State(t + 1, Tokens.of(new double[][] {{-DIAMETER}, {residual}}), 0);
        return new Step(
                before,
                after,
                residual,
                margin,
                new int[] {1, 2},
                new long[] {7, sets},
                new int[] {ambiguous, 1},
                new int[] {consequential, 0});
    }
}
