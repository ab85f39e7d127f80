package org.localmax.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Tokens;

class PrincipalAxesTest {

    @Test
    void theAxesOfACrossAreItsArms() {
        Tokens cross = Tokens.of(
                new double[] {1, 5, 1}, new double[] {1, -1, 1}, new double[] {1, 2, 2}, new double[] {1, 2, 0});
        PrincipalAxes axes = PrincipalAxes.of(cross, CancellationCheck.NONE);
        assertArrayEquals(new double[] {1, 2, 1}, axes.mean(), 1e-15);
        assertArrayEquals(new double[] {0, 1, 0}, axes.axis(0), 1e-12);
        assertArrayEquals(new double[] {0, 0, 1}, axes.axis(1), 1e-12);
        assertEquals(18.0 / 20, axes.share(0), 1e-12);
        assertEquals(2.0 / 20, axes.share(1), 1e-12);
    }

    /** No direction has more variance than the first, none across it more than the second. */
    @Test
    void noDirectionVariesMore() {
        Random random = new Random(11);
        for (int d : new int[] {2, 5, 8, 30}) {
            double[][] points = new double[60][d];
            for (double[] point : points) {
                for (int k = 0; k < d; k++) {
                    point[k] = random.nextGaussian() / (1 + k) + (k > 0 ? 0.5 * point[k - 1] : 0);
                }
            }
            PrincipalAxes axes = PrincipalAxes.of(Tokens.of(points), CancellationCheck.NONE);
            double[] first = axes.axis(0);
            double[] second = axes.axis(1);
            assertEquals(0, dot(first, second), 1e-10);
            assertEquals(1, dot(first, first), 1e-12);
            double greatest = variance(points, axes.mean(), first);
            assertEquals(axes.share(0) / axes.share(1), greatest / variance(points, axes.mean(), second), 1e-6);
            for (int trial = 0; trial < 300; trial++) {
                double[] direction = random.doubles(d, -1, 1).toArray();
                for (int k = 0; k < d; k++) {
                    direction[k] = direction[k] * (trial % 2) + first[k] + 0.1 * direction[k];
                }
                double scaled = variance(points, axes.mean(), direction) / dot(direction, direction);
                assertTrue(scaled <= greatest * (1 + 1e-9), d + ": " + scaled + " > " + greatest);
            }
        }
    }

    @Test
    void tokensAtOnePointHaveNoVariance() {
        Tokens tokens = Tokens.of(new double[] {1, 2}, new double[] {1, 2});
        PrincipalAxes axes = PrincipalAxes.of(tokens, CancellationCheck.NONE);
        assertEquals(0, axes.share(0));
        assertEquals(1, dot(axes.axis(0), axes.axis(0)), 1e-15);
    }

    private static double variance(double[][] points, double[] mean, double[] direction) {
        double sum = 0;
        for (double[] point : points) {
            double along = dot(point, direction) - dot(mean, direction);
            sum += along * along;
        }
        return sum;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }
}
