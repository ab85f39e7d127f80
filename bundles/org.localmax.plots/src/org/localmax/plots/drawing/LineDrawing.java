package org.localmax.plots.drawing;

import java.awt.geom.Ellipse2D;
import org.localmax.plots.Curve;
import org.localmax.plots.Paths;

/** Draws curves and paths, without what lies far outside. */
final class LineDrawing {

    private LineDrawing() {}

    static void draw(Frame frame, Curve curve) {
        OpenPath path = new OpenPath(frame.surroundings());
        double lastY = Double.NaN;
        for (int k = 0; k < curve.x().length; k++) {
            double x = frame.x(curve.x()[k]);
            double y = frame.y(curve.y()[k]);
            if (curve.stepped() && !Double.isNaN(lastY) && !Double.isNaN(y)) {
                path.to(x, lastY);
            }
            path.to(x, y);
            lastY = Double.isNaN(x) ? Double.NaN : y;
        }
        path.end();
        frame.stroke(path.path(), curve.line());
        if (curve.line().isDrawn()) {
            drawAlone(frame, path, curve.line().width(), frame.palette().argb(curve.line().ink()));
        }
    }

    static void draw(Frame frame, Paths paths) {
        if (!(paths.width() > 0)) {
            return;
        }
        frame.g().setStroke(Strokes.of(paths.width(), paths.dash()));
        for (int k = 0; k < paths.x().length; k++) {
            OpenPath path = new OpenPath(frame.surroundings());
            for (int point = 0; point < paths.x()[k].length; point++) {
                path.to(frame.x(paths.x()[k][point]), frame.y(paths.y()[k][point]));
            }
            path.end();
            int argb = paths.colouring().argb(k, frame.palette());
            frame.g().setColor(Colours.of(argb));
            if (path.path().getCurrentPoint() != null) {
                frame.g().draw(path.path());
            }
            drawAlone(frame, path, paths.width(), argb);
        }
    }

    /** A point that is joined to none is a dot, so that it is seen. */
    private static void drawAlone(Frame frame, OpenPath path, double width, int argb) {
        frame.g().setColor(Colours.of(argb));
        for (double[] point : path.alone()) {
            frame.g().fill(new Ellipse2D.Double(point[0] - width, point[1] - width, 2 * width, 2 * width));
        }
    }
}
