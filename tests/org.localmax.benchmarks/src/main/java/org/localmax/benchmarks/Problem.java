package org.localmax.benchmarks;

import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.State;
import org.localmax.dynamics.Tokens;

/**
 * A step with its tokens: what everyone who is timed gets.
 *
 * @param step the step
 * @param tokens its tokens
 * @param ruleParameter what the rule takes: delta, beta or 0
 * @param softmaxError the error that softmax may have, in units of the largest norm
 */
record Problem(StepCase step, Tokens tokens, double ruleParameter, double softmaxError) {

    private static final double CERTIFIED_ERROR = 1e-12;

    static Problem of(StepCase step) {
        Tokens tokens = step.tokens();
        return new Problem(step, tokens, step.ruleParameter(tokens), 0);
    }

    /** The same, softmax within the error of {@link org.localmax.solver.Algorithm#CERTIFIED} that is timed. */
    Problem certified() {
        return new Problem(step, tokens, ruleParameter, CERTIFIED_ERROR);
    }

    Dynamics dynamics() {
        return step.dynamics(ruleParameter, softmaxError);
    }

    State start() {
        return State.initial(tokens);
    }

    /** Another start, of which one coordinate differs a little. */
    State almostTheSameStart() {
        double[] rows = tokens.rows().clone();
        rows[0] *= 1 + 0x1p-40;
        return State.initial(Tokens.ofRows(tokens.count(), tokens.dimension(), rows));
    }
}
