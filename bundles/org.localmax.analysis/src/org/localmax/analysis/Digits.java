package org.localmax.analysis;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers in texts, with a few significant digits, the same on every machine. */
public final class Digits {

    /** Powers of ten from here on are written as such. */
    private static final int MOST_ZEROS = 4;

    private Digits() {}

    /** A number with at most so many significant digits, such as 0.5, 1200, 3.6e-14, inf or nan. */
    public static String of(double value, int digits) {
        if (Double.isNaN(value)) {
            return "nan";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        BigDecimal rounded =
                new BigDecimal(value).round(new MathContext(digits)).stripTrailingZeros();
        if (rounded.signum() == 0) {
            return "0";
        }
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent >= -MOST_ZEROS && exponent < digits + MOST_ZEROS) {
            return rounded.toPlainString();
        }
        return rounded.movePointLeft(exponent).stripTrailingZeros().toPlainString() + "e" + exponent;
    }
}
