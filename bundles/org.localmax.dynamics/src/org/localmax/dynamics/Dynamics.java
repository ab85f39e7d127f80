package org.localmax.dynamics;

/**
 * Attention as a dynamical system in discrete time: every token moves, synchronously, a fraction gamma of the way to the
 * weighted mean of its neighbours.
 *
 * <p>{@link #step} is the specification: every fast path must decide the same neighbours and find the same means.
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

    /** The step from a state, row by row: O(n^2 d). */
    public Step step(State state) {
        Attention attention = attention(state);
        StepBuilder step = new StepBuilder(attention, Workers.ALONE);
        for (int i = 0; i < state.tokens().count(); i++) {
            step.set(attention.row(i));
        }
        return step.build(Workers.ALONE);
    }
}
