package org.localmax.experiments;

import java.util.Set;
import java.util.function.LongToDoubleFunction;
import org.localmax.analysis.Observable;
import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.State;
import org.localmax.dynamics.Tokens;

/**
 * All that one run depends on: its result is a function of its plan and of nothing else.
 *
 * @param experiment name of the experiment
 * @param rule name of the rule within it
 * @param tokens x(0)
 * @param tokensFrom where they come from, in words
 * @param dynamics rule, interaction, step size and tie policy
 * @param steps the horizon T
 * @param settleTolerance settled: displacements at most this times the diameter of x(0)
 * @param recording which steps are written
 * @param observables which columns are computed
 */
public record RunPlan(
        String experiment,
        String rule,
        Tokens tokens,
        String tokensFrom,
        Dynamics dynamics,
        int steps,
        double settleTolerance,
        Recording recording,
        Set<Observable> observables) {

    /**
     * Checks what can be known before the first step: shapes, ranges, and every schedule at every step from 0 to T (the
     * neighbours of the last state are recorded too).
     *
     * @throws IllegalArgumentException with a message for the user
     */
    public RunPlan {
        if (steps < 0) {
            throw new IllegalArgumentException("the number of steps is " + steps + "; expected at least 0");
        }
        if (!(settleTolerance >= 0 && settleTolerance < 1)) {
            throw new IllegalArgumentException(
                    "the settle tolerance is " + settleTolerance + "; expected a number in [0, 1)");
        }
        checkSchedules(dynamics, steps);
        dynamics.attention(
                State.initial(tokens)); // shapes that do not fit and scores that would overflow are refused here
        observables = Set.copyOf(observables);
    }

    private static void checkSchedules(Dynamics dynamics, int steps) {
        LongToDoubleFunction parameter = switch (dynamics.rule()) {
            case AttentionRule.Softmax softmax -> softmax::beta;
            case AttentionRule.Selective selective -> selective::delta;
        };
        for (long t = 0; t <= steps; t++) {
            dynamics.stepSize().gamma(t);
            parameter.applyAsDouble(t);
        }
    }
}
