package org.localmax.ui.plots;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as people read them: a few significant digits, no trailing zeros. */
public final class Digits {

    private static final MathContext SIX = new MathContext(6);

    private Digits() {}

    /** The number in at most six significant digits. */
    public static String of(double value) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? Texts.none : value > 0 ? "\u221e" : "\u2212\u221e";
        }
        BigDecimal rounded = new BigDecimal(value).round(SIX).stripTrailingZeros();
        boolean plain = rounded.signum() == 0 || Math.abs(value) >= 1e-4 && Math.abs(value) < 1e7;
        return (plain ? rounded.toPlainString() : rounded.toString()).replace('-', '\u2212');
    }
}
