package org.localmax.ui.plots;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.FieldPosition;
import java.text.Format;
import java.text.ParsePosition;

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
        text.append("10").append(whole < 0 ? String.valueOf(MINUS) : "");
        Long.toString(Math.abs(whole)).chars().forEach(digit -> text.append(DIGITS.charAt(digit - '0')));
        return text;
    }

    @Override
    public Object parseObject(String text, ParsePosition position) {
        position.setIndex(text.length());
        if (text.length() < 3 || DIGITS.indexOf(text.charAt(text.length() - 1)) < 0) {
            return Math.log10(Double.parseDouble(text));
        }
        boolean negative = text.charAt(2) == MINUS;
        double exponent = 0;
        for (int at = negative ? 3 : 2; at < text.length(); at++) {
            exponent = 10 * exponent + DIGITS.indexOf(text.charAt(at));
        }
        return negative ? -exponent : exponent;
    }
}
