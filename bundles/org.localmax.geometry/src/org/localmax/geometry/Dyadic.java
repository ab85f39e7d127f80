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
}
