package org.localmax.analysis.monitors;

import java.util.Optional;
import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.AttentionRule.Hardmax;
import org.localmax.dynamics.AttentionRule.Localmax;
import org.localmax.dynamics.CustomRule;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.SecondMellowmax;
import org.localmax.geometry.InteractionNorm;

/** What statements suppose of a dynamics: each gives the reason why it is not so, or nothing. */
final class Hypotheses {

    private Hypotheses() {}

    /** Tokens move on straight lines to means of tokens: weights are not negative and add up to 1. */
    static Optional<String> means(Dynamics dynamics) {
        if (!dynamics.movement().isStraight()) {
            return Optional.of("tokens do not move on straight lines to the mean");
        }
        AttentionRule rule = dynamics.rule();
        if (rule instanceof CustomRule custom && !custom.addsUpToOne()) {
            return Optional.of("the weights of the rule do not add up to 1");
        }
        return rule instanceof SecondMellowmax mean && mean.a() != 0
                ? Optional.of("weights of the rule may be negative")
                : Optional.empty();
    }

    /** The setting of arXiv 2407.01602: hardmax, A symmetric and positive definite, straight lines. */
    static Optional<String> hardmax(Dynamics dynamics) {
        if (!(dynamics.rule() instanceof Hardmax)) {
            return Optional.of("the rule is not hardmax");
        }
        return positiveDefinite(dynamics).or(() -> means(dynamics));
    }

    /** Localmax, and tokens that move on straight lines. */
    static Optional<String> localmax(Dynamics dynamics) {
        return dynamics.rule() instanceof Localmax ? means(dynamics) : Optional.of("the rule is not localmax");
    }

    /** The setting of quiescent sets, in which delta is a length: arXiv 2509.15958, Theorem 4.1, and beyond it the A-norm. */
    static Optional<String> quiescentSets(Dynamics dynamics) {
        return localmax(dynamics).or(() -> switch (((Localmax) dynamics.rule()).scale()) {
            case NORMALIZED -> positiveDefinite(dynamics);
            case KEYNORM ->
                dynamics.interaction().kind() == Interaction.Kind.IDENTITY
                        ? Optional.empty()
                        : Optional.of("the scale is keynorm, and A is not the identity");
            case ABSOLUTE -> Optional.of("the scale is absolute: delta is no length");
        });
    }

    /** A symmetric and positive definite. */
    static Optional<String> positiveDefinite(Dynamics dynamics) {
        return InteractionNorm.exists(dynamics.interaction())
                ? Optional.empty()
                : Optional.of("A is not symmetric and positive definite");
    }
}
