package org.localmax.dynamics;

import java.util.Optional;

/**
 * Attention as a dynamical system in discrete time: every token moves, synchronously, a fraction gamma of the way to the
 * weighted mean of its neighbours. Or in continuous time, as the step size says: every token follows x' = V m - x, on the
 * sphere the part of it that is tangent there.
 *
 * <p>{@link #step} is the specification of a step: every fast path must decide the same neighbours and find the same means.
 *
 * @param rule how scores become weights
 * @param interaction A
 * @param stepSize alpha or gamma
 * @param ties when scores count as tied
 * @param movement where a token goes that attends to a mean
 */
public record Dynamics(
        AttentionRule rule, Interaction interaction, StepSize stepSize, TiePolicy ties, Movement movement) {

    /** Tokens that move on straight lines. */
    public Dynamics(AttentionRule rule, Interaction interaction, StepSize stepSize, TiePolicy ties) {
        this(rule, interaction, stepSize, ties, Movement.STRAIGHT);
    }

    public Dynamics {
        movement.requireDimension(interaction.dimension());
        boolean needsSemidefinite =
                rule instanceof AttentionRule.Localmax localmax && localmax.scale() == AttentionRule.Scale.NORMALIZED;
        if (needsSemidefinite && !interaction.isPositiveSemidefinite()) {
            throw new IllegalArgumentException("the normalized scale of localmax takes the square root of <Ax, x> and"
                    + " needs A symmetric positive semidefinite, and this A is not; expected scale=keynorm or"
                    + " scale=absolute");
        }
    }

    /** Whether tokens follow a flow in continuous time. */
    public boolean isContinuous() {
        return stepSize.isContinuous();
    }

    /** The same under another rule. */
    public Dynamics with(AttentionRule other) {
        return new Dynamics(other, interaction, stepSize, ties, movement);
    }

    /** The same with another A. */
    public Dynamics with(Interaction other) {
        return new Dynamics(rule, other, stepSize, ties, movement);
    }

    /** The same with other ties. */
    public Dynamics with(TiePolicy others) {
        return new Dynamics(rule, interaction, stepSize, others, movement);
    }

    /** The dynamics in discrete time whose step takes each token to V m: what the flow draws tokens to. */
    public Dynamics aims() {
        Movement toValues = new Movement(movement.values(), Optional.empty(), false);
        return new Dynamics(rule, interaction, StepSize.gamma(1.0), ties, toValues);
    }

    /**
     * The attention of all tokens in a state: the rows of the step that starts there.
     *
     * @throws IllegalArgumentException if the dimensions of tokens and A differ, a schedule leaves its range, or scores
     *     would overflow
     */
    public Attention attention(State state) {
        return attention(state, Workers.ALONE);
    }

    /** The same, prepared by workers. */
    public Attention attention(State state, Workers workers) {
        return new Attention(this, state, workers);
    }

    /**
     * The step from a state, row by row: O(n^2 d).
     *
     * @throws IllegalStateException in continuous time, which has flows in place of steps
     */
    public Step step(State state) {
        requireSteps();
        Attention attention = attention(state);
        StepBuilder step = new StepBuilder(attention, Workers.ALONE);
        for (int i = 0; i < state.tokens().count(); i++) {
            step.set(attention.row(i));
        }
        return step.build(Workers.ALONE);
    }

    /** @throws IllegalStateException in continuous time */
    public void requireSteps() {
        if (isContinuous()) {
            throw new IllegalStateException("time is continuous; expected a flow in place of steps");
        }
    }
}
