package org.localmax.plots;

import java.util.Optional;

/**
 * Symbols at points, such as tokens.
 *
 * @param x one number a point
 * @param y one number a point
 * @param colouring which colour each has
 * @param symbol the symbol of all
 * @param size its diameter in points of 1/72 inch, in a panel that is not small
 */
public record Points(String label, double[] x, double[] y, Colouring colouring, Symbol symbol, double size)
        implements Mark {

    /** In points; in smaller panels symbols are smaller by as much. */
    private static final double FULL = 120;

    private static final double LEAST = 0.1;

    public Points {
        Coordinates.require(x.length, y.length);
        colouring.require(x.length);
    }

    public int count() {
        return x.length;
    }

    /** The diameter in an area between axes; all lengths are in points of 1/72 inch. So the border of a panel holds the largest symbol. */
    public double sizeIn(double width, double height) {
        return size * Math.clamp(Math.min(width, height) / FULL, LEAST, 1);
    }

    @Override
    public Sample sample() {
        return new Sample.OfSymbol(symbol, colouring.sample());
    }

    @Override
    public Interval across(Axis horizontal) {
        return horizontal.around(x);
    }

    @Override
    public Interval along(Axis vertical) {
        return vertical.around(y);
    }

    @Override
    public Optional<ColourScale> colourScale() {
        return colouring.scale();
    }
}
