package org.localmax.plots;

/**
 * A function: points joined in their order. There is a gap where a point has no place.
 *
 * @param x one number a point
 * @param y one number a point
 * @param line how it is drawn
 * @param stepped whether it stays at each value until the next x, as the share of survivors does
 */
public record Curve(String label, double[] x, double[] y, Line line, boolean stepped) implements Mark {

    public Curve {
        Coordinates.require(x.length, y.length);
    }

    /** Straight from point to point. */
    public static Curve of(String label, double[] x, double[] y, Line line) {
        return new Curve(label, x, y, line, false);
    }

    @Override
    public Sample sample() {
        return new Sample.OfLine(line);
    }

    @Override
    public Interval across(Axis horizontal) {
        return horizontal.around(x);
    }

    @Override
    public Interval along(Axis vertical) {
        return vertical.around(y);
    }
}
