package org.localmax.plots.drawing;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.OptionalDouble;
import org.localmax.plots.Figure;
import org.localmax.plots.Palette;
import org.localmax.plots.media.Typeface;

/**
 * Draws figures on any {@code Graphics2D}. Lengths are in points of 1/72 inch. A mark of more than 5,000 pieces becomes a picture within the
 * figure, so that files stay small; axes and words never do. For one thread at a time.
 */
public final class FigureDrawing {

    private static final double POINTS_PER_INCH = 72;

    private final Lettering lettering = new Lettering(Typeface.REGULAR.font(1));

    /** How high a page of a width should be for a figure. */
    public double height(Figure figure, double width) {
        return FigureLayout.of(figure, lettering, width, OptionalDouble.empty()).height();
    }

    /**
     * Draws a figure from the origin to the right and down.
     *
     * @param dpi how many pixels of a picture go on an inch; those of the page where it has pixels
     */
    public void draw(Graphics2D page, Figure figure, Palette palette, double width, double height, double dpi) {
        Graphics2D g = (Graphics2D) page.create();
        try {
            Quality.set(g);
            g.setColor(new Color(palette.background()));
            g.fill(new Rectangle2D.Double(0, 0, width, height));
            FigureLayout layout = FigureLayout.of(figure, lettering, width, OptionalDouble.of(height));
            PanelDrawing panels = new PanelDrawing(g, palette, lettering, layout.sizes(), dpi);
            layout.boxes().forEach(panels::draw);
            layout.words().draw(g, width, height, palette);
        } finally {
            g.dispose();
        }
    }

    /** A figure as pixels, such as a frame of a film; opaque. */
    public BufferedImage image(Figure figure, Palette palette, int widthPixels, int heightPixels, double dpi) {
        double scale = dpi / POINTS_PER_INCH;
        BufferedImage image = new BufferedImage(widthPixels, heightPixels, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        try {
            g.scale(scale, scale);
            draw(g, figure, palette, widthPixels / scale, heightPixels / scale, dpi);
        } finally {
            g.dispose();
        }
        return image;
    }
}
