package org.localmax.analysis.monitors;

import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.Entmax;
import org.localmax.dynamics.SecondMellowmax;
import org.localmax.dynamics.SelfAdjustedSoftmax;
import org.localmax.dynamics.TopK;

/** How steeply the weights of a rule grow with scores. */
final class Steepness {

    private Steepness() {}

    /** About the greatest change of a weight that a change of the scores makes, in units of that: |beta|; 0 for sharp rules. */
    static double of(AttentionRule rule, long t) {
        return switch (rule) {
            case AttentionRule.Softmax softmax -> Math.abs(softmax.beta(t));
            case Entmax entmax -> Math.abs(entmax.beta().at(t)) * (entmax.alpha() - 1);
            case SelfAdjustedSoftmax adjusted -> Math.abs(adjusted.beta().at(t));
            case SecondMellowmax mean -> Math.abs(mean.beta().at(t)) * (Math.abs(mean.a()) + Math.abs(mean.omega()));
            case TopK best -> Math.abs(best.beta().at(t));
            default -> 0;
        };
    }
}
