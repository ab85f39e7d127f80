package org.localmax.solver.internal.expansions;

import java.util.Arrays;

/**
 * The values of a polynomial in the plane or in space and of its derivatives at {@link TaylorKernel#RECEIVERS} places; to be
 * used for one polynomial after another.
 */
final class PolynomialValues {

    private static final int PLACES = TaylorKernel.RECEIVERS;

    private final double[][] places;
    private final double[][] plane = new double[3][PLACES];
    private final double[][] space = new double[4][PLACES];

    /** @param dimension 2 or 3 */
    PolynomialValues(int dimension) {
        places = new double[dimension][PLACES];
    }

    /** Sets coordinate k of the places to numbers times a factor. */
    void scale(int k, double[] numbers, double factor) {
        for (int i = 0; i < PLACES; i++) {
            places[k][i] = numbers[i] * factor;
        }
    }

    /**
     * The value, then the derivative along each coordinate, at each place; valid until the next call.
     *
     * @param coefficients those of s_1^i s_2^k s_3^l, l in turn, for each k, for each i, up to the index {@code end}
     */
    double[][] of(int degree, double[] coefficients, int end, TaylorKernel kernel) {
        return places.length == 2 ? plane(degree, coefficients, end, kernel) : space(degree, coefficients, end, kernel);
    }

    private double[][] plane(int degree, double[] coefficients, int end, TaylorKernel kernel) {
        clear(plane);
        int next = end;
        for (int k = degree; k >= 0; k--) {
            next -= degree - k + 1;
            kernel.advance(coefficients, next, degree - k, places[places.length - 1], places[places.length - 2], plane);
        }
        return plane;
    }

    private double[][] space(int degree, double[] coefficients, int end, TaylorKernel kernel) {
        clear(space);
        int next = end;
        for (int i = degree; i >= 0; i--) {
            plane(degree - i, coefficients, next, kernel);
            next -= (degree - i + 1) * (degree - i + 2) / 2;
            advance(space[1], places[0], space[0]);
            advance(space[0], places[0], plane[0]);
            advance(space[2], places[0], plane[1]);
            advance(space[3], places[0], plane[2]);
        }
        return space;
    }

    private static void clear(double[][] values) {
        for (double[] value : values) {
            Arrays.fill(value, 0);
        }
    }

    /** A step of Horner's rule at all places. */
    private static void advance(double[] sum, double[] factor, double[] term) {
        for (int i = 0; i < PLACES; i++) {
            sum[i] = Math.fma(sum[i], factor[i], term[i]);
        }
    }
}
