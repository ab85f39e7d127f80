package org.localmax.plots.drawing;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * A line through points, without what lies outside a rectangle, with gaps where a coordinate is NaN. Each piece is cut by the method of Liang
 * and Barsky (ACM Transactions on Graphics 3, 1984).
 */
final class OpenPath {

    private final Rectangle2D bounds;
    private final Path2D.Double path = new Path2D.Double();
    private final List<double[]> alone = new ArrayList<>();
    private double lastX = Double.NaN;
    private double lastY = Double.NaN;
    private double penX = Double.NaN;
    private double penY = Double.NaN;
    private boolean isJoined;

    OpenPath(Rectangle2D bounds) {
        this.bounds = bounds;
    }

    /** Goes on to a point; a coordinate that is NaN ends the line, and the next point begins another. */
    void to(double x, double y) {
        if (Double.isNaN(x) || Double.isNaN(y)) {
            end();
            return;
        }
        if (!Double.isNaN(lastX)) {
            isJoined = true;
            piece(lastX, lastY, x, y);
        }
        lastX = x;
        lastY = y;
    }

    /** Ends the line; a point that is joined to none is kept as such. */
    void end() {
        if (!Double.isNaN(lastX) && !isJoined && bounds.contains(lastX, lastY)) {
            alone.add(new double[] {lastX, lastY});
        }
        isJoined = false;
        lastX = Double.NaN;
        lastY = Double.NaN;
    }

    Path2D path() {
        return path;
    }

    /** Points that are joined to none: x and y each. */
    List<double[]> alone() {
        return alone;
    }

    private void piece(double fromX, double fromY, double toX, double toY) {
        double[] part = {0, 1};
        double dx = toX - fromX;
        double dy = toY - fromY;
        boolean isSeen = cut(-dx, fromX - bounds.getMinX(), part)
                && cut(dx, bounds.getMaxX() - fromX, part)
                && cut(-dy, fromY - bounds.getMinY(), part)
                && cut(dy, bounds.getMaxY() - fromY, part);
        if (!isSeen) {
            return;
        }
        double startX = part[0] == 0 ? fromX : fromX + part[0] * dx;
        double startY = part[0] == 0 ? fromY : fromY + part[0] * dy;
        if (startX != penX || startY != penY) {
            path.moveTo(startX, startY);
        }
        penX = part[1] == 1 ? toX : fromX + part[1] * dx;
        penY = part[1] == 1 ? toY : fromY + part[1] * dy;
        path.lineTo(penX, penY);
    }

    /** Leaves of the part of a piece what lies on the inner side of one edge; false if that is nothing. */
    private static boolean cut(double direction, double distance, double[] part) {
        if (direction == 0) {
            return distance >= 0;
        }
        double at = distance / direction;
        if (direction < 0) {
            part[0] = Math.max(part[0], at);
        } else {
            part[1] = Math.min(part[1], at);
        }
        return part[0] <= part[1];
    }
}
