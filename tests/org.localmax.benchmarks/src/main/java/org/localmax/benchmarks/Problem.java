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
 */
record Problem(StepCase step, Tokens tokens, double ruleParameter) {

    static Problem of(StepCase step) {
        Tokens tokens = step.tokens();
        return new Problem(step, tokens, step.ruleParameter(tokens));
    }

    Dynamics dynamics() {
        return step.dynamics(ruleParameter);
    }

    State start() {
        return State.initial(tokens);
    }
}
