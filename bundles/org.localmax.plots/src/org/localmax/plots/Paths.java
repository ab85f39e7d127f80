package org.localmax.plots;

/**
 * Many open lines of one kind, such as the trails of tokens or the edges of cells.
 *
 * @param x a row a line, one number a point
 * @param y a row a line, one number a point
 * @param colouring which colour each line has
 * @param width of all lines, in points of 1/72 inch
 * @param dash of all lines
 */
public record Paths(String label, double[][] x, double[][] y, Colouring colouring, double width, Dash dash)
        implements Mark {

    public Paths {
        Coordinates.require(x.length, y.length);
        for (int k = 0; k < x.length; k++) {
            Coordinates.require(x[k].length, y[k].length);
        }
        colouring.require(x.length);
    }

    @Override
    public Sample sample() {
        return new Sample.OfLine(new Line(colouring.sample(), width, dash));
    }

    @Override
    public Interval across(Axis horizontal) {
        return hull(horizontal, x);
    }

    @Override
    public Interval along(Axis vertical) {
        return hull(vertical, y);
    }

    private static Interval hull(Axis axis, double[][] rows) {
        Interval hull = Interval.EMPTY;
        for (double[] row : rows) {
            hull = hull.hull(axis.around(row));
        }
        return hull;
    }
}
