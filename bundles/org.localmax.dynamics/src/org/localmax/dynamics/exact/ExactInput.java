package org.localmax.dynamics.exact;

import java.util.Optional;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.Movement;

/**
 * What an exact run starts from and moves by, besides its parameters.
 *
 * @param tokens x(0)
 * @param interaction A
 * @param values V of the {@link Movement}
 * @param preconditioner P of the movement
 */
public record ExactInput(
        ExactTokens tokens,
        ExactMatrix interaction,
        Optional<ExactMatrix> values,
        Optional<ExactMatrix> preconditioner) {

    /** @throws IllegalArgumentException if the dimensions of tokens and matrices differ */
    public ExactInput {
        interaction.rounded().requireDimension(tokens.dimension());
        movement(values, preconditioner).requireDimension(tokens.dimension());
    }

    /** Tokens that move on straight lines. */
    public ExactInput(ExactTokens tokens, ExactMatrix interaction) {
        this(tokens, interaction, Optional.empty(), Optional.empty());
    }

    /** The movement, rounded. */
    public Movement movement() {
        return movement(values, preconditioner);
    }

    private static Movement movement(Optional<ExactMatrix> values, Optional<ExactMatrix> preconditioner) {
        Optional<Interaction> roundedValues = values.map(ExactMatrix::rounded);
        return new Movement(roundedValues, preconditioner.map(ExactMatrix::rounded), false);
    }
}
