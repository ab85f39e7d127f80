package org.localmax.plots;

import java.util.Optional;

/**
 * An axis.
 *
 * @param label what it says, with the symbol of the papers: x₁, t, δ
 * @param kind how numbers lie on it
 * @param range what it shows; empty to show all that is drawn
 */
public record Axis(String label, Kind kind, Optional<Interval> range) {

    /** How numbers lie on an axis. */
    public enum Kind {
        /** Evenly. */
        LINEAR,
        /** Evenly, with ticks at whole numbers alone: steps, counts, tokens. */
        WHOLE,
        /** By their logarithms, with ticks at powers of ten; numbers that are not positive are not drawn. */
        LOGARITHMIC,
        /** Evenly, without ticks and numbers: tokens on a line have no second coordinate. */
        HIDDEN
    }

    /** @throws IllegalArgumentException if the range is empty, not finite, or not positive on a logarithmic axis */
    public Axis {
        range.ifPresent(shown -> {
            boolean possible = Double.isFinite(shown.low()) && Double.isFinite(shown.high()) && shown.low() < shown.high();
            if (!possible || kind == Kind.LOGARITHMIC && shown.low() <= 0) {
                throw new IllegalArgumentException("expected a range that the axis '" + label + "' can show, not ["
                        + shown.low() + ", " + shown.high() + "]");
            }
        });
    }

    /** A linear axis that shows all. */
    public static Axis linear(String label) {
        return new Axis(label, Kind.LINEAR, Optional.empty());
    }

    /** An axis of whole numbers that shows all. */
    public static Axis whole(String label) {
        return new Axis(label, Kind.WHOLE, Optional.empty());
    }

    /** A logarithmic axis that shows all that is positive. */
    public static Axis logarithmic(String label) {
        return new Axis(label, Kind.LOGARITHMIC, Optional.empty());
    }

    /** An axis that is not seen, from -1 to 1. */
    public static Axis hidden() {
        return new Axis("", Kind.HIDDEN, Optional.of(new Interval(-1, 1)));
    }

    /** The same, showing a range. */
    public Axis showing(double low, double high) {
        return new Axis(label, kind, Optional.of(new Interval(low, high)));
    }

    public boolean isLogarithmic() {
        return kind == Kind.LOGARITHMIC;
    }

    /** Whether a number has a place on the axis. */
    public boolean canShow(double value) {
        return Double.isFinite(value) && (value > 0 || !isLogarithmic());
    }

    /** The smallest interval around those of some numbers that have a place here. */
    Interval around(double... values) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            if (canShow(value)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        return new Interval(low, high);
    }

    /**
     * The range, or what holds all that is drawn and a share of it more on both sides.
     *
     * @param lengthOfOne how long an interval around one number is; 0 for what suits its size
     */
    Interval shown(Interval drawn, double border, double lengthOfOne) {
        if (range.isPresent()) {
            return range.get();
        }
        if (isLogarithmic()) {
            return drawn.isEmpty() ? new Interval(0.1, 10) : aroundLogarithmic(drawn, border);
        }
        if (drawn.isEmpty()) {
            return new Interval(0, 1);
        }
        double ofOne = lengthOfOne > 0 ? lengthOfOne / 2 : Math.max(0.5, 0.1 * Math.abs(drawn.low()));
        double more = drawn.low() < drawn.high() ? border * drawn.high() - border * drawn.low() : ofOne;
        return new Interval(Math.max(drawn.low() - more, -Double.MAX_VALUE), Math.min(drawn.high() + more, Double.MAX_VALUE));
    }

    private static Interval aroundLogarithmic(Interval drawn, double border) {
        // Powers of each end, because the quotient of the ends may be too large for a number.
        double factor = drawn.low() < drawn.high()
                ? StrictMath.pow(drawn.high(), border) / StrictMath.pow(drawn.low(), border)
                : 2;
        return new Interval(Math.max(drawn.low() / factor, Double.MIN_VALUE), Math.min(drawn.high() * factor, Double.MAX_VALUE));
    }
}
