package org.localmax.plots;

/**
 * A histogram.
 *
 * @param edges between bars, rising, one more than there are
 * @param heights one number a bar
 * @param fill what fills them
 */
public record Bars(String label, double[] edges, double[] heights, Ink fill) implements Mark {

    public Bars {
        Coordinates.require(heights.length + 1, edges.length);
    }

    @Override
    public Sample sample() {
        return new Sample.OfArea(fill, Line.NONE);
    }

    @Override
    public Interval across(Axis horizontal) {
        return horizontal.around(edges);
    }

    @Override
    public Interval along(Axis vertical) {
        return vertical.around(heights).hull(vertical.around(0));
    }
}
