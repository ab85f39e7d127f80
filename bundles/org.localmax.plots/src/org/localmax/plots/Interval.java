package org.localmax.plots;

/** A closed interval of numbers; {@link #EMPTY} holds none. */
public record Interval(double low, double high) {

    /** No number. */
    public static final Interval EMPTY = new Interval(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);

    /** The smallest interval around the finite ones of some numbers. */
    public static Interval around(double... values) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            if (Double.isFinite(value)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        return new Interval(low, high);
    }

    public boolean isEmpty() {
        return !(low <= high);
    }

    public double length() {
        return isEmpty() ? 0 : high - low;
    }

    public boolean contains(double value) {
        return low <= value && value <= high;
    }

    /** The smallest interval around both. */
    public Interval hull(Interval other) {
        return new Interval(Math.min(low, other.low), Math.max(high, other.high));
    }
}
