package org.localmax.comparison;

import java.util.List;
import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.Schedule;
import org.localmax.dynamics.StepSize;
import org.localmax.dynamics.TiePolicy;
import org.localmax.dynamics.Tokens;
import org.localmax.solver.StepListener;
import org.localmax.solver.Steppers;

/** The rules that are compared here, with A = I and alpha = 1. */
final class Rules {

    static final Contender HARDMAX = new Contender("hardmax", hardmax(AttentionRule.Multiplicity.COUNTED, 2));

    private Rules() {}

    static Dynamics hardmax(AttentionRule.Multiplicity multiplicity, int dimension) {
        return dynamics(new AttentionRule.Hardmax(multiplicity), dimension);
    }

    static Dynamics localmax(double delta, int dimension) {
        return dynamics(
                new AttentionRule.Localmax(Schedule.constant(delta), AttentionRule.Scale.NORMALIZED), dimension);
    }

    static Dynamics softmax(double beta, int dimension) {
        return dynamics(new AttentionRule.Softmax(Schedule.constant(beta)), dimension);
    }

    private static Dynamics dynamics(AttentionRule rule, int dimension) {
        return new Dynamics(rule, Interaction.identity(dimension), StepSize.alpha(1), TiePolicy.DEFAULT);
    }

    static Lockstep lockstep(Tokens start, List<Contender> contenders) {
        return new Lockstep(start, contenders, dynamics -> Steppers.create(dynamics, 1));
    }

    /** Compares contenders and looks at every step. */
    static Comparison compare(Tokens start, long steps, Contender... contenders) {
        try (Lockstep lockstep = lockstep(start, List.of(contenders))) {
            return Comparison.of(lockstep, start, steps, _ -> true, _ -> {}, StepListener.NONE);
        }
    }
}
