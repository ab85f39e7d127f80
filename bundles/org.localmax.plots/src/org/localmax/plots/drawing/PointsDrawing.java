package org.localmax.plots.drawing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import org.localmax.plots.Points;
import org.localmax.plots.Symbol;

/** Draws symbols one by one, with a rim of the ground around each where they are few, so that overlaps are seen. */
final class PointsDrawing {

    private static final int MOST_WITH_RIM = 1000;
    private static final double RIM = 0.5;

    private PointsDrawing() {}

    static void draw(Frame frame, Points points) {
        Rectangle2D seen = frame.surroundings();
        boolean hasRim = points.count() <= MOST_WITH_RIM && points.symbol() != Symbol.RING;
        Color rim = new Color(frame.palette().background());
        frame.g().setStroke(new BasicStroke((float) (2 * RIM), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        double size = points.sizeIn(frame.area().getWidth(), frame.area().getHeight());
        for (int k = 0; k < points.count(); k++) {
            double x = frame.x(points.x()[k]);
            double y = frame.y(points.y()[k]);
            if (!seen.contains(x, y)) {
                continue;
            }
            Shape shape = SymbolShapes.of(points.symbol(), x, y, size);
            if (hasRim) {
                frame.g().setColor(rim);
                frame.g().draw(shape);
            }
            frame.g().setColor(Colours.of(points.colouring().argb(k, frame.palette())));
            frame.g().fill(shape);
        }
    }
}
