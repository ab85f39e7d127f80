package org.localmax.dynamics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.localmax.dynamics.AttentionRule.Hardmax;
import org.localmax.dynamics.AttentionRule.Multiplicity;
import org.localmax.testing.RandomCases;

/** Means are accurate to a few roundings, and exact where tokens coincide. */
class MeanTest {

    @Test
    void coincidentTokensHaveTheirOwnPointAsTheMean() {
        double[] values = new double[100_000];
        java.util.Arrays.fill(values, 0.1);
        Tokens tokens = Tokens.ofRows(values.length, 1, values);
        int[] all = IntStream.range(0, values.length).toArray();
        assertArrayEquals(new double[] {0.1}, Mean.of(tokens, all));
        double[] weights = new RandomCases(31).gaussian(values.length, 1).rows().clone();
        for (int j = 0; j < weights.length; j++) {
            weights[j] *= weights[j];
        }
        assertArrayEquals(new double[] {0.1}, Mean.of(tokens, all, weights));
    }

    @Test
    void coincidentTokensNeverMove() {
        double[] values = new double[1000];
        java.util.Arrays.fill(values, 0.1);
        Tokens tokens = Tokens.ofRows(values.length, 1, values);
        Dynamics dynamics = new Dynamics(
                new Hardmax(Multiplicity.COUNTED), Interaction.identity(1), StepSize.alpha(0.3), TiePolicy.DEFAULT);
        assertEquals(0, dynamics.step(State.initial(tokens)).residual());
    }

    @Test
    void meansAgreeWithExactOnesToAFewRoundings() {
        RandomCases random = new RandomCases(32);
        for (int n : new int[] {1, 2, 3, 10, 1000, 20_000}) {
            Tokens tokens = random.gaussian(n, 1);
            int[] all = IntStream.range(0, n).toArray();
            BigDecimal sum = BigDecimal.ZERO;
            for (double x : tokens.rows()) {
                sum = sum.add(new BigDecimal(x));
            }
            double exact =
                    sum.divide(BigDecimal.valueOf(n), MathContext.DECIMAL128).doubleValue();
            double error = Math.abs(Mean.of(tokens, all)[0] - exact);
            assertTrue(error <= 9 * Vectors.UNIT_ROUNDOFF * tokens.largestNorm(), n + " tokens: " + error);
        }
    }
}
