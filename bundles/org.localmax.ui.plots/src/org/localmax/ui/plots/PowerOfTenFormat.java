package org.localmax.ui.plots;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.FieldPosition;
import java.text.Format;
import java.text.ParsePosition;
import org.localmax.plots.Ticks;

/** Writes the decimal logarithm k as 10 to the k; between whole ones as the number itself. */
final class PowerOfTenFormat extends Format {

    private static final long serialVersionUID = 1;
    private static final String DIGITS = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079";
    private static final char MINUS = '\u207b';
    private static final MathContext TWO = new MathContext(2);

    @Override
    public StringBuffer format(Object logarithm, StringBuffer text, FieldPosition position) {
        double value = ((Number) logarithm).doubleValue();
        long whole = Math.round(value);
        if (Math.abs(value - whole) > 1e-9) {
            return text.append(new BigDecimal(Math.pow(10, value))
                    .round(TWO)
                    .stripTrailingZeros()
                    .toString());
        }
        return text.append(Ticks.powerOfTen((int) whole));
    }

    @Override
    public Object parseObject(String text, ParsePosition position) {
        position.setIndex(text.length());
        boolean isPower = text.length() > 2 && DIGITS.indexOf(text.charAt(text.length() - 1)) >= 0;
        return isPower ? exponent(text.substring(2)) : Math.log10(Double.parseDouble(text));
    }

    /** What raised digits say. */
    static double exponent(String raised) {
        boolean negative = raised.charAt(0) == MINUS;
        double exponent = 0;
        for (int at = negative ? 1 : 0; at < raised.length(); at++) {
            exponent = 10 * exponent + DIGITS.indexOf(raised.charAt(at));
        }
        return negative ? -exponent : exponent;
    }
}
