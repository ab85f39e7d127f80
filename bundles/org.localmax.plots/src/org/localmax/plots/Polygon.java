package org.localmax.plots;

/**
 * A closed polygon: a hull, a polytope, a cell, a strip.
 *
 * @param x one number a corner, in order
 * @param y one number a corner
 * @param fill what fills it
 * @param outline its edge
 * @param stretches whether the axes should show all of it; a strip, which is endless, does not
 */
public record Polygon(String label, double[] x, double[] y, Ink fill, Line outline, boolean stretches)
        implements Mark {

    public Polygon {
        Coordinates.require(x.length, y.length);
    }

    @Override
    public Sample sample() {
        return new Sample.OfArea(fill, outline);
    }

    @Override
    public Interval across(Axis horizontal) {
        return stretches ? horizontal.around(x) : Interval.EMPTY;
    }

    @Override
    public Interval along(Axis vertical) {
        return stretches ? vertical.around(y) : Interval.EMPTY;
    }
}
