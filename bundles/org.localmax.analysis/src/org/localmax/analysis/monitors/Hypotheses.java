package org.localmax.analysis.monitors;

import java.util.Optional;
import org.localmax.analysis.frankwolfe.Oracle;
import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.AttentionRule.FrankWolfe;
import org.localmax.dynamics.AttentionRule.Hardmax;
import org.localmax.dynamics.AttentionRule.HegselmannKrause;
import org.localmax.dynamics.AttentionRule.Localmax;
import org.localmax.dynamics.AttentionRule.Scale;
import org.localmax.dynamics.AttentionRule.Softmax;
import org.localmax.dynamics.AttentionRule.Ties;
import org.localmax.dynamics.CustomRule;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Entmax;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.SecondMellowmax;
import org.localmax.dynamics.SelfAdjustedSoftmax;
import org.localmax.dynamics.Tokens;
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

    /** A linear oracle is asked: frank-wolfe or hardmax, straight lines. */
    static Optional<String> oracle(Dynamics dynamics) {
        return Oracle.of(dynamics).isPresent() ? means(dynamics) : Optional.of("the rule asks no linear oracle");
    }

    /** The same with B symmetric and positive definite. */
    static Optional<String> ascendingOracle(Dynamics dynamics) {
        return oracle(dynamics)
                .or(() -> InteractionNorm.exists(oracleOf(dynamics))
                        ? Optional.empty()
                        : Optional.of("B is not symmetric and positive definite"));
    }

    /** The same with B = -M, M symmetric and positive semidefinite. */
    static Optional<String> descendingOracle(Dynamics dynamics) {
        return oracle(dynamics)
                .or(() -> oracleOf(dynamics).negated().isPositiveSemidefinite()
                        ? Optional.empty()
                        : Optional.of("-B is not symmetric and positive semidefinite"));
    }

    private static Interaction oracleOf(Dynamics dynamics) {
        return Oracle.of(dynamics).orElseThrow();
    }

    /** Softmax at finite beta, straight lines. */
    static Optional<String> softmax(Dynamics dynamics) {
        return dynamics.rule() instanceof Softmax ? means(dynamics) : Optional.of("the rule is not softmax");
    }

    /** The setting of the theorems on metastability, as far as it does not depend on the tokens. */
    static Optional<String> plateau(Dynamics dynamics) {
        return softmax(dynamics).or(() -> {
            if (dynamics.interaction().kind() != Interaction.Kind.IDENTITY) {
                return Optional.of("A is not the identity");
            }
            if (!(((Softmax) dynamics.rule()).beta(0) > 0)) {
                return Optional.of("beta is not positive");
            }
            return dynamics.stepSize().gamma(0) < 1
                    ? Optional.empty()
                    : Optional.of("gamma is 1, with which tokens jump onto the mean");
        });
    }

    /** Few enough tokens for a step more now and then. */
    static Optional<String> fewTokens(Tokens start) {
        return start.count() <= EquivarianceMonitor.MOST_TOKENS
                ? Optional.empty()
                : Optional.of("there are more than " + EquivarianceMonitor.MOST_TOKENS + " tokens");
    }

    /** Steps do not depend on the unit of length: the rule looks at nothing but scores, straight lines. */
    static Optional<String> scoresAlone(Dynamics dynamics) {
        Optional<String> elsewhere = steps(dynamics);
        if (elsewhere.isPresent()) {
            return elsewhere;
        }
        boolean looksElsewhere = dynamics.rule() instanceof CustomRule custom
                && !(custom instanceof Entmax)
                && !(custom instanceof SelfAdjustedSoftmax)
                && !(custom instanceof SecondMellowmax);
        return looksElsewhere ? Optional.of("the rule may look at the numbers of tokens") : Optional.empty();
    }

    /** Steps do not depend on coordinates and numbering. */
    static Optional<String> frameDependence(Dynamics dynamics) {
        boolean prefersFirst = dynamics.rule() instanceof FrankWolfe oracle && oracle.ties() == Ties.FIRST;
        return scoresAlone(dynamics)
                .or(() -> prefersFirst ? Optional.of("the rule may look at the numbers of tokens") : Optional.empty());
    }

    /** There are coordinates that make A the identity, and steps do not depend on them. */
    static Optional<String> reduction(Dynamics dynamics) {
        if (dynamics.rule() instanceof Localmax localmax && localmax.scale() == Scale.KEYNORM) {
            return Optional.of("the scale of localmax is |Ax|, which these coordinates do not keep");
        }
        if (dynamics.rule() instanceof HegselmannKrause) {
            return Optional.of("the rule looks at distances, which these coordinates do not keep");
        }
        if (dynamics.interaction().kind() == Interaction.Kind.IDENTITY) {
            return Optional.of("A is the identity");
        }
        return scoresAlone(dynamics).or(() -> positiveDefinite(dynamics));
    }

    /** A symmetric and positive definite. */
    static Optional<String> positiveDefinite(Dynamics dynamics) {
        return InteractionNorm.exists(dynamics.interaction())
                ? Optional.empty()
                : Optional.of("A is not symmetric and positive definite");
    }
}
