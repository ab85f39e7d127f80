package org.localmax.plots;

/** Where numbers lie on an axis: a share of its length, from 0 at its low end to 1 at its high end. Numbers of any size are allowed. */
public final class Scale {

    /** Beyond this nothing is seen of where a number lies. */
    private static final double FARTHEST = 1e6;

    private final Interval shown;
    private final boolean isLogarithmic;
    private final double start;
    private final double length;

    /** @param shown what the axis shows, with low &lt;= high */
    public Scale(Interval shown, boolean isLogarithmic) {
        this.shown = shown;
        this.isLogarithmic = isLogarithmic;
        this.start = position(shown.low());
        this.length = position(shown.high()) - start;
    }

    /** That of an axis which shows an interval. */
    public static Scale of(Axis axis, Interval shown) {
        return new Scale(shown, axis.isLogarithmic());
    }

    /** That of a bar of colours. */
    public static Scale of(ColourScale colours) {
        return new Scale(new Interval(colours.low(), colours.high()), colours.logarithmic());
    }

    public Interval shown() {
        return shown;
    }

    public boolean isLogarithmic() {
        return isLogarithmic;
    }

    /** A quarter of the difference of its ends, which is finite; on logarithmic axes that of their logarithms. */
    public double extent() {
        return length;
    }

    /** The same, or one around its middle of an extent that it does not have. */
    public Scale extended(double least) {
        if (length >= least) {
            return this;
        }
        double middle = shown.low() / 2 + shown.high() / 2;
        return new Scale(new Interval(middle - 2 * least, middle + 2 * least), isLogarithmic);
    }

    /** NaN for what has no place. */
    public double share(double value) {
        if (!Double.isFinite(value) || isLogarithmic && value <= 0) {
            return Double.NaN;
        }
        double share = length > 0 ? (position(value) - start) / length : 0.5;
        return Math.clamp(share, -FARTHEST, FARTHEST);
    }

    /** A quarter, so that no difference is too large for a number. */
    private double position(double value) {
        return isLogarithmic ? StrictMath.log(value) : value / 4;
    }
}
