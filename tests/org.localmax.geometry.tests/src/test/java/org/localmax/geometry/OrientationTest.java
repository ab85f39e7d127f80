package org.localmax.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signs of determinants are those of exact arithmetic, above all where the determinant is nearly or exactly 0. */
class OrientationTest {

    private final Random random = new Random(3);

    @ParameterizedTest
    @ValueSource(doubles = {1, 0x1p-52, 1e-160, 1e-300, 4.9e-324, 1e150, 1e300})
    void turnIsExact(double size) {
        int[] signs = new int[3];
        for (int round = 0; round < 3000; round++) {
            double[] x = nearlyDegenerate(2, size);
            BigDecimal exact = product(x[2], x[0], x[5], x[1]).subtract(product(x[3], x[1], x[4], x[0]));
            int turn = Orientation.turn(x[0], x[1], x[2], x[3], x[4], x[5]);
            assertEquals(exact.signum(), turn);
            signs[turn + 1]++;
        }
        assertTrue(signs[0] > 100 && signs[1] > 100 && signs[2] > 100, "all signs occur");
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 0x1p-52, 1e-110, 1e-300, 4.9e-324, 1e100, 1e150, 1e300})
    void sideIsExact(double size) {
        int[] signs = new int[3];
        for (int round = 0; round < 3000; round++) {
            double[] x = nearlyDegenerate(3, size);
            int exact = determinant(x).signum();
            int side = Orientation.side(x, 0, 1, 2, 3);
            assertEquals(exact, side);
            assertEquals(exact, new Triangle(x, 0, 1, 2).side(3));
            assertEquals(
                    exact, Orientation.determinant(Dyadic.of(x), 0, 1, 2, 3).signum());
            assertEquals(-side, Orientation.side(x, 1, 0, 2, 3));
            assertEquals(side, Orientation.side(x, 1, 2, 0, 3));
            signs[side + 1]++;
        }
        assertTrue(signs[0] > 100 && signs[1] > 100 && signs[2] > 100, "all signs occur");
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 0x1p-1074, 1e-310, 1e308, 3})
    void integersAreTheNumbers(double size) {
        double[] numbers = {size, -size, 0, -0.0, 0.75 * size, Math.nextUp(size), Double.MIN_NORMAL, 1};
        Dyadic dyadic = Dyadic.of(numbers);
        for (int at = 0; at < numbers.length; at++) {
            assertEquals(numbers[at] + 0.0, dyadic.value(dyadic.integers()[at], 1));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1e-300, 1e150})
    void pointsOnALineInSpaceAreTold(double size) {
        double[] x = {1, 2, 3, 2, 4, 6, 3, 6, 9, 3, 6, 9 + 0x1p-48};
        for (int k = 0; k < x.length; k++) {
            x[k] *= size;
        }
        if (size == 1) {
            assertTrue(Orientation.areCollinear(x, 0, 1, 2));
        }
        assertFalse(Orientation.areCollinear(x, 0, 1, 3));
    }

    /** d + 1 points of small integer coordinates or an affine combination of such, moved by a unit in the last place at times. */
    private double[] nearlyDegenerate(int d, double size) {
        double[] x = new double[d * (d + 1)];
        double offset = random.nextBoolean() ? 0 : random.nextInt(5);
        for (int at = 0; at < d * d; at++) {
            x[at] = offset + random.nextInt(5);
        }
        for (int k = 0; k < d; k++) {
            x[d * d + k] = x[k] + x[d + k] - (d == 2 ? x[k] : x[2 * d + k]) + (random.nextInt(4) == 0 ? 1 : 0);
        }
        for (int at = 0; at < x.length; at++) {
            boolean moves = random.nextInt(4) == 0;
            x[at] = (moves ? Math.nextUp(x[at]) : x[at]) * size;
        }
        return x;
    }

    private static BigDecimal determinant(double[] x) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int k = 0; k < 3; k++) {
            int l = (k + 1) % 3;
            int m = (k + 2) % 3;
            BigDecimal minor =
                    product(x[3 + l], x[l], x[6 + m], x[m]).subtract(product(x[3 + m], x[m], x[6 + l], x[l]));
            sum = sum.add(minor.multiply(new BigDecimal(x[9 + k]).subtract(new BigDecimal(x[k]))));
        }
        return sum;
    }

    /** (a - b)(c - d). */
    private static BigDecimal product(double a, double b, double c, double d) {
        return new BigDecimal(a).subtract(new BigDecimal(b)).multiply(new BigDecimal(c).subtract(new BigDecimal(d)));
    }
}
