package org.localmax.plots;

import java.util.Optional;

/**
 * Symbols at points, such as tokens.
 *
 * @param x one number a point
 * @param y one number a point
 * @param colouring which colour each has
 * @param symbol the symbol of all
 * @param size its diameter in points of 1/72 inch
 */
public record Points(String label, double[] x, double[] y, Colouring colouring, Symbol symbol, double size)
        implements Mark {

    public Points {
        Coordinates.require(x.length, y.length);
        colouring.require(x.length);
    }

    public int count() {
        return x.length;
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
