package org.localmax.data;

import org.localmax.data.internal.NumberSyntax;

/** Numbers as people write them: a decimal such as {@code -2.5e-3}, or a fraction p/q of integers such as {@code 1/3}. */
public final class Numbers {

    private static final String EXPECTED = "; expected a decimal or a fraction p/q";

    private Numbers() {}

    /**
     * The double nearest to a decimal, or the quotient of p and q (the nearest double while both are at most 2^53).
     *
     * @param text the number; white space around it does not count
     * @throws NumberFormatException with a message for the user, if it is anything else or not finite
     */
    public static double parse(String text) {
        String number = text.strip();
        int slash = number.indexOf('/');
        double value;
        if (NumberSyntax.isDecimal(number)) {
            value = Double.parseDouble(number);
        } else if (slash >= 0 && NumberSyntax.isFraction(number, slash)) {
            value = quotient(number, slash);
        } else if (NumberSyntax.isNonFinite(number)) {
            throw problem(number, "is not a finite number");
        } else {
            throw problem(number, "is not a number");
        }
        if (!Double.isFinite(value)) {
            throw problem(number, "is beyond the range of a 64-bit float");
        }
        return value;
    }

    private static double quotient(String number, int slash) {
        double denominator = Double.parseDouble(number.substring(slash + 1));
        if (denominator == 0) {
            throw problem(number, "has the denominator 0");
        }
        return denominator == Double.POSITIVE_INFINITY
                ? Double.NaN
                : Double.parseDouble(number.substring(0, slash)) / denominator;
    }

    private static NumberFormatException problem(String number, String problem) {
        return new NumberFormatException(NumberSyntax.quoted(number) + " " + problem + EXPECTED);
    }
}
