package org.localmax.plots.drawing;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import org.localmax.plots.Bars;
import org.localmax.plots.Disc;
import org.localmax.plots.Ink;
import org.localmax.plots.Line;
import org.localmax.plots.Polygon;

/** Draws polygons, discs and histograms. */
final class AreaDrawing {

    private static final double LARGEST_DISC = 1e4;
    private static final int CORNERS_OF_DISC = 3600;
    private static final double NARROW = 3;
    private static final double GAP = 0.4;

    private AreaDrawing() {}

    static void draw(Frame frame, Polygon polygon) {
        ClosedPath path = new ClosedPath(frame.surroundings());
        for (int k = 0; k < polygon.x().length; k++) {
            path.corner(frame.x(polygon.x()[k]), frame.y(polygon.y()[k]));
        }
        draw(frame, path.path(), polygon.fill(), polygon.outline());
    }

    static void draw(Frame frame, Disc disc) {
        if (!Double.isFinite(disc.x()) || !Double.isFinite(disc.y()) || !(disc.radius() >= 0)) {
            return;
        }
        draw(frame, shape(frame, disc), disc.fill(), disc.outline());
    }

    static void draw(Frame frame, Bars bars) {
        double foot = frame.along().isLogarithmic() ? frame.area().getMaxY() : frame.y(0);
        double top = frame.surroundings().getY();
        double bottom = frame.surroundings().getMaxY();
        for (int k = 0; k < bars.heights().length; k++) {
            double left = frame.x(bars.edges()[k]);
            double right = frame.x(bars.edges()[k + 1]);
            double end = frame.y(bars.heights()[k]);
            if (!(right > left) || Double.isNaN(end)) {
                continue;
            }
            double gap = right - left > NARROW ? GAP : 0;
            double above = Math.clamp(Math.min(foot, end), top, bottom);
            double below = Math.clamp(Math.max(foot, end), top, bottom);
            frame.fill(new Rectangle2D.Double(left + gap, above, right - left - 2 * gap, below - above), bars.fill());
        }
    }

    private static void draw(Frame frame, Shape shape, Ink fill, Line outline) {
        if (!shape.getBounds2D().isEmpty()) {
            frame.fill(shape, fill);
        }
        frame.stroke(shape, outline);
    }

    private static Shape shape(Frame frame, Disc disc) {
        boolean isEllipse = !frame.across().isLogarithmic() && !frame.along().isLogarithmic();
        double left = frame.x(disc.x() - disc.radius());
        double right = frame.x(disc.x() + disc.radius());
        double top = frame.y(disc.y() + disc.radius());
        double bottom = frame.y(disc.y() - disc.radius());
        if (isEllipse && right - left < LARGEST_DISC && bottom - top < LARGEST_DISC) {
            return new Ellipse2D.Double(left, top, right - left, bottom - top);
        }
        ClosedPath path = new ClosedPath(frame.surroundings());
        for (int k = 0; k < CORNERS_OF_DISC; k++) {
            double angle = 2 * Math.PI * k / CORNERS_OF_DISC;
            path.corner(
                    frame.x(disc.x() + disc.radius() * StrictMath.cos(angle)),
                    frame.y(disc.y() + disc.radius() * StrictMath.sin(angle)));
        }
        return path.path();
    }
}
