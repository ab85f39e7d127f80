package org.localmax.experiments.internal;

import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.AttentionRule.FrankWolfe;
import org.localmax.dynamics.AttentionRule.Hardmax;
import org.localmax.dynamics.AttentionRule.HegselmannKrause;
import org.localmax.dynamics.AttentionRule.Localmax;
import org.localmax.dynamics.AttentionRule.Softmax;
import org.localmax.dynamics.CustomRule;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Entmax;
import org.localmax.dynamics.Schedule;
import org.localmax.dynamics.SecondMellowmax;
import org.localmax.dynamics.SelfAdjustedSoftmax;
import org.localmax.dynamics.StepSize;
import org.localmax.dynamics.TopK;
import org.localmax.experiments.Formula;
import org.localmax.experiments.WeightFormula;

/** A dynamics whose clock begins some steps later: at t = 0 it does what the other does there. */
public final class LaterRule {

    private LaterRule() {}

    /**
     * The dynamics.
     *
     * @param first how many steps later
     * @throws IllegalArgumentException if a parameter is no formula, or the rule draws another number at each step
     */
    public static Dynamics of(Dynamics dynamics, long first) {
        if (first == 0) {
            return dynamics;
        }
        StepSize size = dynamics.stepSize();
        return new Dynamics(
                of(dynamics.rule(), first),
                dynamics.interaction(),
                new StepSize(size.form(), of(size.schedule(), first), size.tolerance()),
                dynamics.ties(),
                dynamics.movement());
    }

    private static Schedule of(Schedule schedule, long first) {
        return switch (schedule) {
            case Schedule.Constant constant -> constant;
            case Formula formula -> formula.later(first);
            default -> throw new IllegalArgumentException("the schedule " + schedule + " is no formula in t");
        };
    }

    private static AttentionRule of(AttentionRule rule, long first) {
        return switch (rule) {
            case Hardmax hardmax -> hardmax;
            case FrankWolfe oracle -> oracle;
            case Localmax localmax -> new Localmax(of(localmax.delta(), first), localmax.scale());
            case HegselmannKrause ball -> new HegselmannKrause(of(ball.delta(), first));
            case Softmax softmax -> new Softmax(of(softmax.beta(), first), softmax.error());
            case CustomRule custom -> of(custom, first);
        };
    }

    private static AttentionRule of(CustomRule rule, long first) {
        return switch (rule) {
            case Entmax entmax -> new Entmax(entmax.alpha(), of(entmax.beta(), first));
            case TopK best -> new TopK(best.k(), of(best.beta(), first));
            case SelfAdjustedSoftmax adjusted ->
                new SelfAdjustedSoftmax(of(adjusted.beta(), first), adjusted.normalised());
            case SecondMellowmax mean -> new SecondMellowmax(of(mean.beta(), first), mean.a(), mean.omega());
            case WeightFormula own -> own.later(first, of(own.beta(), first), of(own.delta(), first));
            default -> throw new IllegalArgumentException("the rule draws other tokens at other steps");
        };
    }
}
