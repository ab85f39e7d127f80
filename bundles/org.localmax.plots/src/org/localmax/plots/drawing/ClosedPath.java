package org.localmax.plots.drawing;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** A polygon without what lies outside a rectangle, cut edge by edge (Sutherland and Hodgman, Communications of the ACM 17, 1974). */
final class ClosedPath {

    private final Rectangle2D bounds;
    private List<double[]> corners = new ArrayList<>();

    ClosedPath(Rectangle2D bounds) {
        this.bounds = bounds;
    }

    /** Adds a corner; one that has a coordinate NaN is left out. */
    void corner(double x, double y) {
        if (!Double.isNaN(x) && !Double.isNaN(y)) {
            corners.add(new double[] {x, y});
        }
    }

    Path2D path() {
        cut(0, 1, bounds.getMinX());
        cut(0, -1, -bounds.getMaxX());
        cut(1, 1, bounds.getMinY());
        cut(1, -1, -bounds.getMaxY());
        Path2D.Double path = new Path2D.Double();
        for (double[] corner : corners) {
            if (path.getCurrentPoint() == null) {
                path.moveTo(corner[0], corner[1]);
            } else {
                path.lineTo(corner[0], corner[1]);
            }
        }
        if (!corners.isEmpty()) {
            path.closePath();
        }
        return path;
    }

    /** Keeps where sign times the coordinate is at least a limit. */
    private void cut(int coordinate, int sign, double limit) {
        List<double[]> kept = new ArrayList<>();
        for (int k = 0; k < corners.size(); k++) {
            double[] corner = corners.get(k);
            double[] before = corners.get(k == 0 ? corners.size() - 1 : k - 1);
            double inside = sign * corner[coordinate] - limit;
            double insideBefore = sign * before[coordinate] - limit;
            if (inside >= 0 != insideBefore >= 0) {
                double share = insideBefore / (insideBefore - inside);
                kept.add(new double[] {
                    before[0] + share * (corner[0] - before[0]), before[1] + share * (corner[1] - before[1])
                });
            }
            if (inside >= 0) {
                kept.add(corner);
            }
        }
        corners = kept;
    }
}
