package org.localmax.plots;

/**
 * Numbers as colours, from dark to light as in viridis, so that it can be read in grey.
 *
 * @param label what the numbers are
 * @param low the number of the first colour
 * @param high the number of the last
 * @param logarithmic whether colours go by logarithms
 */
public record ColourScale(String label, double low, double high, boolean logarithmic) {

    /** @throws IllegalArgumentException if the ends are not finite and in order, or not positive where they should be */
    public ColourScale {
        if (!Double.isFinite(low) || !Double.isFinite(high) || low > high || logarithmic && low <= 0) {
            throw new IllegalArgumentException(
                    "expected the ends of a scale of colours, not [" + low + ", " + high + "]");
        }
    }

    /** A linear scale around numbers; of none that are finite from 0 to 1. */
    public static ColourScale around(String label, double... values) {
        Interval interval = Interval.around(values);
        return interval.isEmpty()
                ? new ColourScale(label, 0, 1, false)
                : new ColourScale(label, interval.low(), interval.high(), false);
    }

    /** Where a number lies between the ends, from 0 to 1; NaN for what has no colour. */
    public double share(double value) {
        if (Double.isNaN(value)) {
            return Double.NaN;
        }
        if (low == high) {
            return 0.5;
        }
        double share = logarithmic
                ? StrictMath.log(value / low) / StrictMath.log(high / low)
                : (value - low) / (high - low);
        return Double.isNaN(share) ? Double.NaN : Math.clamp(share, 0, 1);
    }
}
