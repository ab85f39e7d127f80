package org.localmax.plots.drawing;

import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import org.localmax.plots.Ink;
import org.localmax.plots.Line;
import org.localmax.plots.Palette;
import org.localmax.plots.Scale;

/**
 * Where the marks of a panel are drawn.
 *
 * @param g takes coordinates in points
 * @param area between the axes, in points
 * @param across where numbers lie from left to right
 * @param along where numbers lie from below
 */
record Frame(
        Graphics2D g, Rectangle2D area, Scale across, Scale along, Palette palette, Lettering lettering, float size) {

    /** How far outside the area lines are still drawn, so that their ends are not seen. */
    private static final double BORDER = 20;

    Frame on(Graphics2D other) {
        return new Frame(other, area, across, along, palette, lettering, size);
    }

    /** In points; NaN for what has no place. */
    double x(double value) {
        return area.getX() + across.share(value) * area.getWidth();
    }

    /** In points, from above; NaN for what has no place. */
    double y(double value) {
        return area.getMaxY() - along.share(value) * area.getHeight();
    }

    /** The area and a little around it. */
    Rectangle2D surroundings() {
        return new Rectangle2D.Double(
                area.getX() - BORDER,
                area.getY() - BORDER,
                area.getWidth() + 2 * BORDER,
                area.getHeight() + 2 * BORDER);
    }

    void stroke(Shape shape, Line line) {
        if (line.isDrawn() && line.ink().isVisible()) {
            g.setStroke(Strokes.of(line.width(), line.dash()));
            g.setColor(Colours.of(palette.argb(line.ink())));
            g.draw(shape);
        }
    }

    void fill(Shape shape, Ink ink) {
        if (ink.isVisible()) {
            g.setColor(Colours.of(palette.argb(ink)));
            g.fill(shape);
        }
    }
}
