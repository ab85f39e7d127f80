package org.localmax.dynamics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.localmax.dynamics.AttentionRule.Hardmax;
import org.localmax.dynamics.AttentionRule.Localmax;
import org.localmax.dynamics.AttentionRule.Multiplicity;
import org.localmax.dynamics.AttentionRule.Scale;
import org.localmax.dynamics.AttentionRule.Softmax;

/** Input that has no meaning is refused with what is wrong and what is expected; extreme input that has one is computed. */
class InputsTest {

    private static final Hardmax HARDMAX = new Hardmax(Multiplicity.COUNTED);

    private static void assertRefused(String expectation, Executable call) {
        String message = assertThrows(IllegalArgumentException.class, call).getMessage();
        assertTrue(message.contains("expected") && message.contains(expectation), message);
    }

    private static Dynamics hardmax(Interaction interaction) {
        return new Dynamics(HARDMAX, interaction, StepSize.alpha(1), TiePolicy.DEFAULT);
    }

    @Test
    void tokensAreFiniteAndOfOneDimension() {
        assertRefused("at least one token", () -> Tokens.of());
        assertRefused("expected 2 as in token 0", () -> Tokens.of(new double[][] {{1, 2}, {3}}));
        assertRefused("coordinate 2 of token 1 is NaN", () -> Tokens.of(new double[][] {{1, 2}, {3, Double.NaN}}));
        assertRefused("finite", () -> Tokens.of(new double[][] {{Double.POSITIVE_INFINITY}}));
    }

    @Test
    void interactionsAreSquareFiniteAndFit() {
        assertRefused("expected 2", () -> Interaction.of(new double[] {1, 2}, new double[] {3}));
        assertRefused("finite", () -> Interaction.of(new double[] {Double.NaN}));
        assertRefused(
                "expected 2 x 2",
                () -> hardmax(Interaction.identity(3)).attention(State.initial(Tokens.of(new double[][] {{1, 2}}))));
        assertRefused(
                "expected the same number",
                () -> Interaction.ofQueryKey(new double[][] {{1}}, new double[][] {{1}, {2}}));
    }

    @Test
    void theKindOfAMatrixIsFound() {
        assertEquals(
                Interaction.Kind.IDENTITY,
                Interaction.of(new double[] {1, 0}, new double[] {0, 1}).kind());
        assertEquals(
                Interaction.Kind.SYMMETRIC,
                Interaction.of(new double[] {1, 2}, new double[] {2, 1}).kind());
        assertEquals(
                Interaction.Kind.GENERAL,
                Interaction.of(new double[] {1, 2}, new double[] {0, 1}).kind());
    }

    @Test
    void queryAndKeyGiveTheirScore() {
        double[][] query = {{1, 2}, {0, 1}, {3, -1}};
        double[][] key = {{2, 0}, {1, 1}, {0, 5}};
        Interaction interaction = Interaction.ofQueryKey(query, key);
        Tokens tokens = Tokens.of(new double[][] {{1, -2}, {3, 4}});
        double expected = 0;
        for (int m = 0; m < 3; m++) {
            double q = Vectors.dot(query[m], 0, tokens.token(0), 0, 2);
            double k = Vectors.dot(key[m], 0, tokens.token(1), 0, 2);
            expected += q * k;
        }
        assertEquals(
                expected, hardmax(interaction).attention(State.initial(tokens)).scores(0)[1]);
    }

    @Test
    void parametersOutOfRangeAreNamedWithTheirStep() {
        assertRefused("greater than 0", () -> StepSize.alpha(0).gamma(3));
        assertRefused("alpha is NaN at t = 3", () -> StepSize.alpha(Double.NaN).gamma(3));
        assertRefused("(0, 1]", () -> StepSize.gamma(1.5).gamma(0));
        assertRefused("at least 0", () -> new Localmax(Schedule.constant(-1), Scale.ABSOLUTE).delta(0));
        assertRefused("finite", () -> new Softmax(Schedule.constant(Double.NaN)).beta(0));
        assertRefused("[0, 1)", () -> new TiePolicy(-1));
        assertEquals(1, StepSize.alpha(Double.POSITIVE_INFINITY).gamma(0));
    }

    @Test
    void hugeAndTinyCoordinatesAreComputedAndOverflowRefused() {
        Tokens huge = Tokens.of(new double[][] {{1e150, 0}, {-1e150, 1e149}});
        Tokens moved = hardmax(Interaction.identity(2))
                .step(State.initial(huge))
                .after()
                .tokens();
        assertEquals(huge, moved, "both are leaders");
        Tokens tiny = Tokens.of(new double[][] {{Double.MIN_VALUE, 0}, {-Double.MIN_VALUE, 0}});
        assertEquals(
                2,
                hardmax(Interaction.identity(2))
                        .attention(State.initial(tiny))
                        .row(0)
                        .neighbours()
                        .length,
                "scores underflow to 0 and tie");
        Tokens tooHuge = Tokens.of(new double[][] {{1e160, 0}, {1, 0}});
        assertRefused("overflow", () -> hardmax(Interaction.identity(2)).attention(State.initial(tooHuge)));
        Dynamics sharp = new Dynamics(
                new Softmax(Schedule.constant(1e300)), Interaction.identity(2), StepSize.alpha(1), TiePolicy.DEFAULT);
        assertRefused("beta times the scores", () -> sharp.attention(State.initial(huge)));
    }

    @Test
    void leadersDoNotMoveByABit() {
        Tokens tokens = Tokens.of(new double[][] {{1, 1.0 / 3}, {-1.0 / 12, 1.0 / 12}, {-1, -1}});
        for (double alpha : new double[] {0.1, 0.5, 1, 3, 1e9}) {
            Dynamics dynamics =
                    new Dynamics(HARDMAX, Interaction.identity(2), StepSize.alpha(alpha), TiePolicy.DEFAULT);
            Tokens next = dynamics.step(State.initial(tokens)).after().tokens();
            assertEquals(tokens.get(0, 1), next.get(0, 1));
            assertEquals(tokens.get(2, 0), next.get(2, 0));
        }
    }
}
