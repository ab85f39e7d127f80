package org.localmax.ui.plots;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.localmax.plots.Interval;

/**
 * Nice numbers on an axis: multiples of 1, 2 or 5 times a power of ten.
 *
 * @param values the numbers, rising
 * @param labels their texts, with as many decimals as they need
 */
record Ticks(List<Double> values, List<String> labels) {

    private static final int MOST = 100;

    /** Ticks in a closed interval, about so many. */
    static Ticks between(double least, double greatest, int about) {
        double step = niceStep((greatest - least) / Math.max(1, about));
        List<Double> values = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        if (step > 0 && Double.isFinite(step)) {
            double first = Math.ceil(least / step);
            for (int k = 0; (first + k) * step <= greatest && k < MOST; k++) {
                double value = (first + k) * step;
                values.add(value);
                labels.add(label(value, step));
            }
        }
        return new Ticks(values, labels);
    }

    /** The powers of ten in an interval of positive numbers; of one without any its ends. */
    static Ticks powersOfTen(Interval interval) {
        PowerOfTenFormat format = new PowerOfTenFormat();
        List<Double> values = new ArrayList<>();
        int first = (int) Math.ceil(Math.log10(interval.low()) - 1e-9);
        int last = (int) Math.floor(Math.log10(interval.high()) + 1e-9);
        for (int exponent = first; exponent <= last; exponent++) {
            values.add(Math.pow(10, exponent));
        }
        if (values.isEmpty()) {
            values = List.of(interval.low(), interval.high());
        }
        return new Ticks(
                values,
                values.stream().map(value -> format.format(Math.log10(value))).toList());
    }

    static double niceStep(double rough) {
        if (!(rough > 0)) {
            return 0;
        }
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double fraction = rough / power;
        double nice = fraction <= 1 ? 1 : fraction <= 2 ? 2 : fraction <= 5 ? 5 : 10;
        return nice * power;
    }

    private static String label(double value, double step) {
        if (Math.abs(value) < step / 2) {
            return "0";
        }
        int decimals = (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
        String text = Math.abs(value) >= 1e7 || decimals > 6
                ? String.format(Locale.ROOT, "%.6g", value)
                : String.format(Locale.ROOT, "%." + decimals + "f", value);
        return text.replace('-', '\u2212');
    }
}
