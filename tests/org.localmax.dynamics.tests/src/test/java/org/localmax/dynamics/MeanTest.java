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
        assertArrayEquals(new double[] {0.1}, gridMean(tokens));
        double[] weights = new RandomCases(31).gaussian(values.length, 1).rows().clone();
        for (int j = 0; j < weights.length; j++) {
            weights[j] *= weights[j];
        }
        assertArrayEquals(new double[] {0.1}, WeightedMean.of(tokens, all, weights));
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
            BigDecimal sum = BigDecimal.ZERO;
            for (double x : tokens.rows()) {
                sum = sum.add(new BigDecimal(x));
            }
            double exact =
                    sum.divide(BigDecimal.valueOf(n), MathContext.DECIMAL128).doubleValue();
            double error = Math.abs(gridMean(tokens)[0] - exact);
            assertTrue(error <= 2 * Vectors.UNIT_ROUNDOFF * tokens.largestNorm(), n + " tokens: " + error);
        }
    }

    @Test
    void sumsOnTheGridDependOnNoOrderAndNoGrouping() {
        Tokens tokens = new RandomCases(33).gaussian(1000, 3);
        SummationGrid grid = new SummationGrid(tokens);
        for (int k = 0; k < 3; k++) {
            double forth = 0;
            double back = 0;
            double even = 0;
            double odd = 0;
            for (int j = 0; j < 1000; j++) {
                forth += grid.high(k, tokens.get(j, k));
                back += grid.high(k, tokens.get(999 - j, k));
                even += j % 2 == 0 ? grid.high(k, tokens.get(j, k)) : 0;
                odd += j % 2 == 1 ? grid.high(k, tokens.get(j, k)) : 0;
            }
            assertEquals(forth, back);
            assertEquals(forth, even + odd);
        }
    }

    /** The mean of all tokens in dimension 1. */
    private static double[] gridMean(Tokens tokens) {
        SummationGrid grid = new SummationGrid(tokens);
        double highs = 0;
        double lows = 0;
        for (double x : tokens.rows()) {
            double high = grid.high(0, x);
            highs += high;
            lows += grid.low(0, x, high);
        }
        return new double[] {SummationGrid.mean(highs, lows, tokens.count())};
    }
}
