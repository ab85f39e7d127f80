package org.localmax.plots.media;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as files have them: a point, no exponent, no more digits than are needed. */
final class Decimal {

    private Decimal() {}

    /** @param digits at most behind the point */
    static String of(double value, int digits) {
        BigDecimal rounded = new BigDecimal(value).setScale(digits, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
