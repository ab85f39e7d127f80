package org.localmax.geometry;

import java.math.BigInteger;

/**
 * Finite binary64 numbers as integers times one power of two, so that their sums and products are exact.
 *
 * @param integers one a number; not copied
 * @param exponent a number is its integer times 2^exponent
 */
record Dyadic(BigInteger[] integers, int exponent) {

    private static final int FRACTION_BITS = 52;

    /** Numbers as integers. */
    static Dyadic of(double... numbers) {
        int exponent = Integer.MAX_VALUE;
        for (double number : numbers) {
            if (number != 0) {
                exponent = Math.min(exponent, exponentOf(number) + Long.numberOfTrailingZeros(significand(number)));
            }
        }
        BigInteger[] integers = new BigInteger[numbers.length];
        for (int at = 0; at < numbers.length; at++) {
            integers[at] = numbers[at] == 0
                    ? BigInteger.ZERO
                    : BigInteger.valueOf(significand(numbers[at])).shiftLeft(exponentOf(numbers[at]) - exponent);
        }
        return new Dyadic(integers, exponent == Integer.MAX_VALUE ? 0 : exponent);
    }

    /** The exponent of the last place. */
    private static int exponentOf(double number) {
        return Math.max(Math.getExponent(number), Double.MIN_EXPONENT) - FRACTION_BITS;
    }

    /** The number in units of its last place. */
    private static long significand(double number) {
        return (long)
                Math.scalb(Math.scalb(number, -exponentOf(number) / 2), -exponentOf(number) + exponentOf(number) / 2);
    }

    /** The difference of two of the numbers, in the same units. */
    BigInteger difference(int a, int b) {
        return integers[a].subtract(integers[b]);
    }

    /** An integer in units of so many factors of the numbers, rounded. */
    double value(BigInteger product, int factors) {
        int excess = Math.max(0, product.bitLength() - 2 * Double.PRECISION);
        return Math.scalb(product.shiftRight(excess).doubleValue(), factors * exponent + excess);
    }

    /** The cross product of the differences from a to b and from c to d, all numbers of points in space with three coordinates. */
    BigInteger[] cross(int a, int b, int c, int d) {
        BigInteger[] cross = new BigInteger[3];
        for (int k = 0; k < 3; k++) {
            int l = (k + 1) % 3;
            int m = (k + 2) % 3;
            cross[k] = difference(3 * b + l, 3 * a + l)
                    .multiply(difference(3 * d + m, 3 * c + m))
                    .subtract(difference(3 * b + m, 3 * a + m).multiply(difference(3 * d + l, 3 * c + l)));
        }
        return cross;
    }

    /** A vector of moderate length in the direction of an integer one, rounded. */
    static double[] direction(BigInteger[] vector) {
        int bits = 0;
        for (BigInteger component : vector) {
            bits = Math.max(bits, component.bitLength());
        }
        double[] direction = new double[vector.length];
        int excess = Math.max(0, bits - 2 * Double.PRECISION);
        for (int k = 0; k < vector.length; k++) {
            direction[k] = vector[k].shiftRight(excess).doubleValue();
        }
        return direction;
    }
}
