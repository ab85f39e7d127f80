package org.localmax.plots.drawing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;

/** Fills what has failed or is not known: lines from lower left to upper right, which go on from tile to tile. */
final class Hatching {

    private static final double SPACING = 3.2;
    private static final float WIDTH = 0.6f;

    private Hatching() {}

    static void fill(Frame frame, Shape shape) {
        Graphics2D g = (Graphics2D) frame.g().create();
        g.setColor(new Color(frame.palette().grid()));
        g.fill(shape);
        g.clip(shape);
        g.setColor(new Color(frame.palette().axis()));
        g.setStroke(new BasicStroke(WIDTH));
        Rectangle2D bounds = shape.getBounds2D();
        double first = Math.floor((bounds.getMinX() + bounds.getMinY()) / SPACING);
        for (double k = first; k * SPACING < bounds.getMaxX() + bounds.getMaxY(); k++) {
            double sum = k * SPACING;
            g.draw(new Line2D.Double(
                    sum - bounds.getMaxY(), bounds.getMaxY(), sum - bounds.getMinY(), bounds.getMinY()));
        }
        g.dispose();
    }
}
