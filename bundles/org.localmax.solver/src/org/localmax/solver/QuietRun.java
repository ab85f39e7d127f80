package org.localmax.solver;

import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.State;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.Tokens;
import org.localmax.solver.internal.VectorSupport;
import org.localmax.solver.internal.sets.QuietSteps;

/**
 * A run of few tokens on the calling thread of which hardly anything is told on the way, so that most of its steps need not look
 * at pairs: neighbour sets stay what they are as long as tokens provably have not moved far enough to change them. What it
 * tells is what a {@link Stepper} tells, bit for bit.
 */
public final class QuietRun {

    /** With more tokens a step on all threads is worth its overhead. */
    static final int MOST_TOKENS = 512;

    private final QuietSteps steps;

    private QuietRun(QuietSteps steps) {
        this.steps = steps;
    }

    /** Whether there is one: for rules that compare scores, tokens that count each, and straight ways. */
    public static boolean isPossible(Dynamics dynamics, Tokens tokens) {
        boolean comparesScores = switch (dynamics.rule()) {
            case AttentionRule.Hardmax hardmax -> hardmax.multiplicity() == AttentionRule.Multiplicity.COUNTED;
            case AttentionRule.Localmax _, AttentionRule.FrankWolfe _ -> true;
            default -> false;
        };
        return comparesScores
                && tokens.count() <= MOST_TOKENS
                && !dynamics.isContinuous()
                && dynamics.movement().isStraight();
    }

    /**
     * A run that stands at a state.
     *
     * @throws IllegalArgumentException if it is not {@linkplain #isPossible possible}, or as {@link Dynamics#attention}
     */
    public static QuietRun of(Dynamics dynamics, State state) {
        return of(dynamics, state, true);
    }

    /** @param vectors whether vector instructions may be used; no result depends on it */
    static QuietRun of(Dynamics dynamics, State state, boolean vectors) {
        if (!isPossible(dynamics, state.tokens())) {
            throw new IllegalArgumentException(
                    "a quiet run needs a rule that compares scores, straight ways and at most " + MOST_TOKENS
                            + " tokens; expected another stepper for " + state.tokens());
        }
        return new QuietRun(new QuietSteps(dynamics, state, vectors && VectorSupport.available()));
    }

    /** Makes the next step. */
    public void advance() {
        steps.advance();
    }

    /** Makes the next step and tells all about it. */
    public Step step() {
        return steps.step();
    }

    /** The state after the last step. */
    public State state() {
        return steps.state();
    }

    /** r(t) of the last step. */
    public double residual() {
        return steps.residual();
    }

    /** A number for all neighbour sets of the last step together: another one than in the step before if they changed. */
    public long sets() {
        return steps.sets();
    }

    /** Number of ambiguous decisions in the last step, harmless ones included. */
    public long ambiguousDecisions() {
        return steps.ambiguous();
    }

    /** Number of consequential decisions in the last step. */
    public long consequentialDecisions() {
        return steps.consequential();
    }
}
