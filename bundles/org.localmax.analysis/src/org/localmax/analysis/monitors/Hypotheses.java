package org.localmax.analysis.monitors;

import java.util.Optional;
import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.AttentionRule.Hardmax;
import org.localmax.dynamics.CustomRule;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.SecondMellowmax;
import org.localmax.geometry.InteractionNorm;

/** What statements suppose of a dynamics: each gives the reason why it is not so, or nothing. */
final class Hypotheses {

    private Hypotheses() {}

    /** Tokens move on straight lines to means of tokens: weights are not negative and add up to 1. */
    static Optional<String> means(Dynamics dynamics) {
        Optional<String> elsewhere = steps(dynamics);
        if (elsewhere.isPresent()) {
            return elsewhere;
        }
        AttentionRule rule = dynamics.rule();
        if (rule instanceof CustomRule custom && !custom.addsUpToOne()) {
            return Optional.of("the weights of the rule do not add up to 1");
        }
        return rule instanceof SecondMellowmax mean && mean.a() != 0
                ? Optional.of("weights of the rule may be negative")
                : Optional.empty();
    }

    /** Tokens move step by step, on straight lines. */
    static Optional<String> steps(Dynamics dynamics) {
        if (dynamics.isContinuous()) {
            return Optional.of("time is continuous, and the statement is about steps");
        }
        return dynamics.movement().isStraight()
                ? Optional.empty()
                : Optional.of("tokens do not move on straight lines to the mean");
    }

    /** The setting of arXiv 2407.01602: hardmax, A symmetric and positive definite, straight lines. */
    static Optional<String> hardmax(Dynamics dynamics) {
        if (!(dynamics.rule() instanceof Hardmax)) {
            return Optional.of("the rule is not hardmax");
        }
        return positiveDefinite(dynamics).or(() -> means(dynamics));
    }

    /** A symmetric and positive definite. */
    static Optional<String> positiveDefinite(Dynamics dynamics) {
        return InteractionNorm.exists(dynamics.interaction())
                ? Optional.empty()
                : Optional.of("A is not symmetric and positive definite");
    }
}
