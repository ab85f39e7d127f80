package org.localmax.plots;

/**
 * A disc in the coordinates of the axes: round where scales are equal.
 *
 * @param x of the centre
 * @param y of the centre
 * @param radius in the units of the axes
 * @param fill what fills it
 * @param outline its edge
 */
public record Disc(String label, double x, double y, double radius, Ink fill, Line outline) implements Mark {

    @Override
    public Sample sample() {
        return new Sample.OfArea(fill, outline);
    }

    @Override
    public Interval across(Axis horizontal) {
        return horizontal.around(x - radius, x + radius);
    }

    @Override
    public Interval along(Axis vertical) {
        return vertical.around(y - radius, y + radius);
    }
}
