package org.localmax.benchmarks;

import java.util.Locale;

/** Numbers for people: three significant digits, and no more than a measurement has. */
final class Figures {

    private Figures() {}

    static String of(double value) {
        double magnitude = Math.abs(value);
        if (magnitude == 0) {
            return "0";
        }
        if (magnitude < 1e-3) {
            return String.format(Locale.ROOT, "%.2g", value);
        }
        int decimals = magnitude < 10 ? magnitude < 1 ? 3 : 2 : magnitude < 100 ? 1 : 0;
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }

    static String percent(double share) {
        return of(100 * share) + " %";
    }
}
