package org.localmax.ui.plots;

import java.util.List;
import org.localmax.plots.Interval;
import org.localmax.plots.Scale;
import org.localmax.plots.Tick;
import org.localmax.plots.Ticks;

/**
 * How the numbers of an axis lie on the screen.
 *
 * @param shown which are shown
 * @param logarithmic whether they lie by their logarithms
 * @param start where the first lies
 * @param end where the last lies
 */
record AxisScale(Interval shown, boolean logarithmic, double start, double end) {

    /** Beyond this no toolkit draws a line right. */
    private static final double FAR = 1e5;

    /** Where a number lies, kept near the screen; NaN if it has no place on the axis. */
    double pixel(double value) {
        double share = logarithmic
                ? (Math.log10(value) - Math.log10(shown.low())) / (Math.log10(shown.high()) - Math.log10(shown.low()))
                : (value - shown.low()) / (shown.high() - shown.low());
        double at = start + share * (end - start);
        return Double.isInfinite(value) || logarithmic && !(value > 0) ? Double.NaN : Math.clamp(at, -FAR, FAR);
    }

    /** About so many ticks, at whole numbers alone where that is asked for. */
    List<Tick> ticks(boolean whole, int about) {
        return Ticks.on(new Scale(shown, logarithmic), whole, about);
    }

    /** The number at a place. */
    double value(double pixel) {
        double share = (pixel - start) / (end - start);
        return logarithmic
                ? shown.low() * Math.pow(shown.high() / shown.low(), share)
                : shown.low() + share * (shown.high() - shown.low());
    }
}
