package org.localmax.dynamics.exact;

/**
 * What an exact run starts from, besides its parameters.
 *
 * @param tokens x(0)
 * @param interaction A
 */
public record ExactInput(ExactTokens tokens, ExactMatrix interaction) {

    /** @throws IllegalArgumentException if the dimensions of tokens and A differ */
    public ExactInput {
        interaction.rounded().requireDimension(tokens.dimension());
    }
}
