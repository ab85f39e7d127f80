package org.localmax.ui.plots;

import org.localmax.dynamics.Tokens;

/** A closed rectangle of the plane, possibly a segment or a point. */
public record PlaneExtent(double left, double bottom, double right, double top) {

    /** The smallest rectangle around the first two coordinates of tokens; on a line the second is 0. */
    public static PlaneExtent of(Tokens tokens) {
        double left = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.POSITIVE_INFINITY;
        double top = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < tokens.count(); i++) {
            double x = tokens.get(i, 0);
            double y = tokens.dimension() > 1 ? tokens.get(i, 1) : 0;
            left = Math.min(left, x);
            right = Math.max(right, x);
            bottom = Math.min(bottom, y);
            top = Math.max(top, y);
        }
        return new PlaneExtent(left, bottom, right, top);
    }

    /** The smallest rectangle around both. */
    public PlaneExtent union(PlaneExtent other) {
        return new PlaneExtent(
                Math.min(left, other.left),
                Math.min(bottom, other.bottom),
                Math.max(right, other.right),
                Math.max(top, other.top));
    }

    double width() {
        return right - left;
    }

    double height() {
        return top - bottom;
    }
}
