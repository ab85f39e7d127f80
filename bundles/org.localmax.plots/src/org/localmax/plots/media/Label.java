package org.localmax.plots.media;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;

/**
 * A text held at a point.
 *
 * @param text Unicode, such as "|Cᵢ|" or "10⁻³"
 * @param x of the point, in points
 * @param y of the point
 * @param across what of the text lies at the point, from left to right
 * @param height what of the text lies at the point, from top to bottom
 * @param angle in radians, clockwise on the page, about the point
 */
public record Label(String text, double x, double y, Alignment across, Height height, double angle) {

    /** A line of a text. */
    public enum Height {
        /** The top of capital letters. */
        TOP(1),
        /** Half of that. */
        MIDDLE(0.5),
        /** The line it stands on. */
        BASELINE(0);

        private final double capitals;

        Height(double capitals) {
            this.capitals = capitals;
        }
    }

    /** A level text. */
    public Label(String text, double x, double y, Alignment across, Height height) {
        this(text, x, y, across, height, 0);
    }

    /** Draws it with the font and colour that are set. */
    public void drawOn(Graphics2D graphics) {
        Rectangle2D bounds = graphics.getFont().getStringBounds(text, Typeface.CONTEXT);
        Rectangle2D capital =
                graphics.getFont().createGlyphVector(Typeface.CONTEXT, "H").getVisualBounds();
        AffineTransform saved = graphics.getTransform();
        Object hint = graphics.getRenderingHint(Alignment.KEY);
        graphics.translate(x, y);
        graphics.rotate(angle);
        graphics.setRenderingHint(Alignment.KEY, across);
        graphics.drawString(
                text, (float) (-across.before() * bounds.getWidth()), (float) (height.capitals * capital.getHeight()));
        graphics.setRenderingHint(Alignment.KEY, hint == null ? Alignment.CENTER : hint);
        graphics.setTransform(saved);
    }
}
