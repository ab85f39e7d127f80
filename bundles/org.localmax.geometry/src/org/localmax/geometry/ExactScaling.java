package org.localmax.geometry;

import java.util.Arrays;
import org.localmax.dynamics.Tokens;

/**
 * A cloud multiplied by a power of two, so that products of its coordinates neither overflow nor underflow: its largest
 * coordinate is in [1, 2). Every coordinate is scaled exactly; where one would lose digits, which takes coordinates that are
 * 2^970 times smaller than others, the cloud is left as it is.
 *
 * @param tokens the scaled cloud
 * @param exponent its coordinates are 2^-exponent times those of the cloud
 */
record ExactScaling(Tokens tokens, int exponent) {

    /** The scaling of a cloud; O(n d). */
    static ExactScaling of(Tokens tokens) {
        int exponent = unitExponent(tokens.rows());
        if (exponent == 0) {
            return new ExactScaling(tokens, 0);
        }
        double[] scaled = tokens.rows().clone();
        for (int at = 0; at < scaled.length; at++) {
            double coordinate = scaled[at];
            scaled[at] = times(coordinate, -exponent);
            if (times(scaled[at], exponent) != coordinate) {
                return new ExactScaling(tokens, 0);
            }
        }
        return new ExactScaling(Tokens.ofRows(tokens.count(), tokens.dimension(), scaled), exponent);
    }

    /** The e for which the largest of some numbers is in [2^e, 2^(e+1)); 0 if all are 0. */
    static int unitExponent(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        if (largest == 0) {
            return 0;
        }
        return largest < Double.MIN_NORMAL ? Math.getExponent(largest * 0x1p100) - 100 : Math.getExponent(largest);
    }

    /** Numbers times 2^exponent, as far as they have room. A new array. */
    static double[] times(double[] values, int exponent) {
        double[] product = new double[values.length];
        Arrays.setAll(product, at -> times(values[at], exponent));
        return product;
    }

    /** A number of the scaled cloud that is the product of so many coordinates, for the cloud itself. */
    double unscaled(double value, int factors) {
        return exponent == 0 ? value : times(value, factors * exponent);
    }

    /** In two factors, each within range. */
    private static double times(double value, int exponent) {
        return Math.scalb(Math.scalb(value, exponent / 2), exponent - exponent / 2);
    }
}
