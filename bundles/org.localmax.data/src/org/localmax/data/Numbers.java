package org.localmax.data;

import org.localmax.data.internal.NumberSyntax;
import org.localmax.dynamics.Rational;

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
        double value = isFraction(number) ? quotient(number) : Double.parseDouble(number);
        return requireInRange(number, value);
    }

    /**
     * The number itself, as it is written: 2.1 is 21/10.
     *
     * @param text the number; white space around it does not count
     * @throws NumberFormatException with a message for the user, if it is anything else, or beyond the range of doubles
     */
    public static Rational parseExactly(String text) {
        String number = text.strip();
        if (isFraction(number)) {
            requireDenominator(number);
        }
        Rational value = Rational.parse(number);
        requireInRange(number, value.toDouble());
        return value;
    }

    /** Whether it is a fraction rather than a decimal; anything else is refused. */
    private static boolean isFraction(String number) {
        int slash = number.indexOf('/');
        boolean isFraction = slash >= 0 && NumberSyntax.isFraction(number, slash);
        if (!isFraction && !NumberSyntax.isDecimal(number)) {
            throw problem(number, NumberSyntax.isNonFinite(number) ? "is not a finite number" : "is not a number");
        }
        return isFraction;
    }

    private static double requireInRange(String number, double value) {
        if (!Double.isFinite(value)) {
            throw problem(number, "is beyond the range of a 64-bit float");
        }
        return value;
    }

    private static double quotient(String number) {
        requireDenominator(number);
        int slash = number.indexOf('/');
        double numerator = Double.parseDouble(number.substring(0, slash));
        double denominator = Double.parseDouble(number.substring(slash + 1));
        boolean isLong = Double.isInfinite(numerator) || Double.isInfinite(denominator);
        return isLong ? Rational.parse(number).toDouble() : numerator / denominator;
    }

    private static void requireDenominator(String number) {
        if (number.substring(number.indexOf('/') + 1).chars().allMatch(digit -> digit == '0')) {
            throw problem(number, "has the denominator 0");
        }
    }

    private static NumberFormatException problem(String number, String problem) {
        return new NumberFormatException(NumberSyntax.quoted(number) + " " + problem + EXPECTED);
    }
}
