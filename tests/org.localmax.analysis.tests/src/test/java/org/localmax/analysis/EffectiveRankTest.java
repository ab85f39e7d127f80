package org.localmax.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Tokens;
import org.localmax.testing.RandomCases;

/** The effective rank of matrices whose singular values are known. */
class EffectiveRankTest {

    private static double rank(double[]... rows) {
        return rank(Tokens.of(rows));
    }

    private static double rank(Tokens tokens) {
        return EffectiveRank.of(tokens, CancellationCheck.NONE);
    }

    /** exp of the entropy, as the definition says it. */
    private static double ofValues(double... values) {
        double sum = Arrays.stream(values).sum();
        double entropy = Arrays.stream(values)
                .map(value -> value == 0 ? 0 : -value / sum * Math.log(value / sum))
                .sum();
        return Math.exp(entropy);
    }

    @Test
    void matricesByHand() {
        assertEquals(2, rank(new double[] {1, 0}, new double[] {0, 1}), 1e-15);
        assertEquals(3, rank(new double[] {0, 0, -5}, new double[] {5, 0, 0}, new double[] {0, 5, 0}), 1e-14);
        assertEquals(1, rank(new double[] {3, 4}), 1e-15);
        assertEquals(1, rank(new double[] {3, 4}, new double[] {-6, -8}, new double[] {0, 0}), 1e-14);
        assertEquals(0, rank(new double[] {0, 0}, new double[] {0, 0}));
        assertEquals(ofValues(4, 1), rank(new double[] {4, 0}, new double[] {0, 1}, new double[] {0, 0}), 1e-15);
        // (1 1; 0 1) has the golden ratio and its inverse as singular values
        double golden = (1 + Math.sqrt(5)) / 2;
        assertEquals(ofValues(golden, 1 / golden), rank(new double[] {1, 1}, new double[] {0, 1}), 1e-14);
    }

    /** Small values keep their digits: their squares would be lost beside the square of the greatest. */
    @Test
    void smallSingularValuesCount() {
        double[] values = {1, 1e-9, 1e-12};
        RandomCases random = new RandomCases(3);
        double[][] left = random.rotation(3);
        double[][] right = random.rotation(3);
        double[][] matrix = new double[3][3];
        for (int r = 0; r < 3; r++) {
            for (int c = 0; c < 3; c++) {
                for (int k = 0; k < 3; k++) {
                    matrix[r][c] += left[r][k] * values[k] * right[k][c];
                }
            }
        }
        double[] found = SingularValues.of(Tokens.of(matrix), CancellationCheck.NONE);
        Arrays.sort(found);
        assertEquals(1e-9, found[1] / found[2], 1e-15);
        assertEquals(1e-12, found[0] / found[2], 1e-15);
    }

    /** Diagonal values between two random rotations, more rows than columns and more columns than rows. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 17})
    void valuesBetweenRotations(int d) {
        RandomCases random = new RandomCases(d);
        double[][] left = random.rotation(d + 3);
        double[][] right = random.rotation(d);
        double[] values = new double[d];
        double[][] tall = new double[d + 3][d];
        double[][] wide = new double[d][d + 3];
        for (int k = 0; k < d; k++) {
            values[k] = random.between(0.1, 3.0);
            for (int r = 0; r < d + 3; r++) {
                for (int c = 0; c < d; c++) {
                    tall[r][c] += left[r][k] * values[k] * right[k][c];
                    wide[c][r] = tall[r][c];
                }
            }
        }
        assertEquals(ofValues(values), rank(tall), 1e-13 * d);
        assertEquals(ofValues(values), rank(wide), 1e-13 * d);
    }

    @Test
    void scaleAndFrameDoNotMatter() {
        for (int seed = 0; seed < 20; seed++) {
            RandomCases random = new RandomCases(seed);
            int d = random.between(1, 6);
            Tokens tokens = random.gaussian(random.between(1, 30), d);
            double rank = rank(tokens);
            assertTrue(rank >= 1 - 1e-14 && rank <= Math.min(tokens.count(), d) + 1e-12, "rank " + rank);
            assertEquals(rank, rank(Frame.random(seed, tokens.count(), d).of(tokens)), 1e-13 * d);
            for (int exponent : new int[] {-900, 900}) {
                double[] scaled = Arrays.stream(tokens.rows())
                        .map(x -> Math.scalb(x, exponent))
                        .toArray();
                assertEquals(rank, rank(Tokens.ofRows(tokens.count(), d, scaled)));
            }
        }
    }

    /** A first coordinate so small that its square vanishes must not take the rest of its row with it. */
    @Test
    void tinyCoordinates() {
        assertEquals(2, rank(new double[] {1e-162, 1}, new double[] {1, 0}), 1e-14);
        assertEquals(1, rank(new double[] {1e-162, 1}, new double[] {1e-163, 1}), 1e-14);
        assertEquals(1, rank(new double[] {Double.MIN_VALUE, 0}, new double[] {0, 0}), 1e-14);
    }
}
