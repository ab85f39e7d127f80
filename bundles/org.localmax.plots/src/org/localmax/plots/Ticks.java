package org.localmax.plots;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Where ticks stand: at multiples of 1, 2 or 5 times a power of ten, or on logarithmic axes at powers of ten. */
public final class Ticks {

    private static final MathContext DIGITS = MathContext.DECIMAL128;
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal FIVE = BigDecimal.valueOf(5);
    private static final int MOST = 50;
    private static final int MOST_DECADES_DIVIDED = 6;

    private Ticks() {}

    /** A power of ten as it stands beside ticks. */
    public static String powerOfTen(int exponent) {
        return Digits.powerOfTen(exponent);
    }

    /** About so many ticks on a scale, at whole numbers alone where that is asked for. */
    public static List<Tick> on(Scale scale, boolean whole, int about) {
        if (scale.isLogarithmic()) {
            return logarithmic(scale.shown(), about);
        }
        return linear(scale.shown(), whole, about);
    }

    private static List<Tick> linear(Interval shown, boolean whole, int about) {
        BigDecimal low = new BigDecimal(shown.low());
        BigDecimal high = new BigDecimal(shown.high());
        if (low.compareTo(high) == 0) {
            return shortest(List.of(new BigDecimal(Double.toString(shown.low()))));
        }
        BigDecimal step = niceStep(high.subtract(low).divide(BigDecimal.valueOf(Math.max(1, about)), DIGITS));
        if (whole) {
            step = step.max(BigDecimal.ONE);
        }
        int decimals = Math.max(0, step.stripTrailingZeros().scale());
        BigDecimal first = low.divide(step, DIGITS).setScale(0, RoundingMode.CEILING);
        List<BigDecimal> values = new ArrayList<>();
        double last = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < MOST; k++) {
            BigDecimal value = first.add(BigDecimal.valueOf(k)).multiply(step);
            double number = value.doubleValue();
            if (number > last && shown.contains(number)) {
                values.add(value);
                last = number;
            }
        }
        return labelled(values, decimals);
    }

    private static List<Tick> labelled(List<BigDecimal> values, int decimals) {
        List<String> labels = Digits.of(values, decimals);
        List<Tick> ticks = new ArrayList<>();
        for (int k = 0; k < labels.size(); k++) {
            ticks.add(new Tick(values.get(k).doubleValue(), labels.get(k)));
        }
        return ticks;
    }

    /** The smallest of 1, 2, 5 and 10 times a power of ten that is not less. */
    static BigDecimal niceStep(BigDecimal rough) {
        BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(Digits.exponent(rough));
        for (BigDecimal factor : List.of(BigDecimal.ONE, TWO, FIVE)) {
            BigDecimal step = factor.multiply(power);
            if (step.compareTo(rough) >= 0) {
                return step;
            }
        }
        return BigDecimal.TEN.multiply(power);
    }

    private static List<Tick> logarithmic(Interval shown, int about) {
        int first = Digits.exponent(new BigDecimal(shown.low()));
        int last = Digits.exponent(new BigDecimal(shown.high()));
        int stride = stride(Math.ceilDiv(last - first, Math.max(1, about)));
        List<Tick> ticks = new ArrayList<>();
        int labelled = 0;
        for (int exponent = first; exponent <= last; exponent++) {
            double power = power(1, exponent);
            if (shown.contains(power) && Math.floorMod(exponent, stride) == 0) {
                ticks.add(new Tick(power, Digits.powerOfTen(exponent)));
                labelled++;
            }
            if (last - first <= MOST_DECADES_DIVIDED) {
                addBetween(shown, exponent, ticks);
            }
        }
        return labelled >= 2 || last - first > 1 ? ticks : withinDecade(shown, about);
    }

    /** 1, 2 or 5 times a power of ten. */
    private static int stride(int rough) {
        return rough <= 1 ? 1 : niceStep(BigDecimal.valueOf(rough)).intValueExact();
    }

    private static void addBetween(Interval shown, int exponent, List<Tick> ticks) {
        for (int digit = 2; digit <= 9; digit++) {
            double value = power(digit, exponent);
            if (shown.contains(value)) {
                ticks.add(Tick.between(value));
            }
        }
    }

    /** Where less than two powers of ten are shown: 1, 2 and 5 times one, or else as on a linear axis. */
    private static List<Tick> withinDecade(Interval shown, int about) {
        int first = Digits.exponent(new BigDecimal(shown.low()));
        int last = Digits.exponent(new BigDecimal(shown.high()));
        List<BigDecimal> values = new ArrayList<>();
        for (int exponent = first; exponent <= last; exponent++) {
            for (int digit : new int[] {1, 2, 5}) {
                BigDecimal value = BigDecimal.valueOf(digit).scaleByPowerOfTen(exponent);
                if (shown.contains(value.doubleValue())) {
                    values.add(value);
                }
            }
        }
        return values.size() >= 2 ? shortest(values) : linear(shown, false, about);
    }

    /** Ticks with no more decimals than they need. */
    private static List<Tick> shortest(List<BigDecimal> values) {
        int decimals = values.stream()
                .mapToInt(value -> value.stripTrailingZeros().scale())
                .max()
                .orElse(0);
        return labelled(values, Math.max(0, decimals));
    }

    private static double power(int digit, int exponent) {
        return Double.parseDouble(digit + "e" + exponent);
    }
}
