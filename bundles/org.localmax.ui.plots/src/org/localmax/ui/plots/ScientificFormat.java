package org.localmax.ui.plots;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.FieldPosition;
import java.text.Format;
import java.text.ParsePosition;
import org.localmax.plots.Ticks;

/** Writes very large and small numbers with three digits, times a power of ten; 0 is 0. */
final class ScientificFormat extends Format {

    private static final long serialVersionUID = 1;
    private static final String TIMES = "\u00d710";
    private static final char MINUS = '\u2212';
    private static final MathContext THREE = new MathContext(3);

    @Override
    public StringBuffer format(Object number, StringBuffer text, FieldPosition position) {
        BigDecimal value = new BigDecimal(((Number) number).doubleValue()).round(THREE);
        if (value.signum() == 0) {
            return text.append('0');
        }
        int exponent = value.precision() - value.scale() - 1;
        String digits = value.movePointLeft(exponent).stripTrailingZeros().toPlainString();
        String power = Ticks.powerOfTen(exponent).substring("10".length());
        return text.append(digits.replace('-', MINUS)).append(TIMES).append(power);
    }

    @Override
    public Object parseObject(String text, ParsePosition position) {
        position.setIndex(text.length());
        int times = text.indexOf(TIMES);
        String digits = (times < 0 ? text : text.substring(0, times)).replace(MINUS, '-');
        double exponent = times < 0 ? 0 : PowerOfTenFormat.exponent(text.substring(times + TIMES.length()));
        return Double.parseDouble(digits) * Math.pow(10, exponent);
    }
}
