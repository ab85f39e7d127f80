package org.localmax.plots.drawing;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.function.Consumer;

/** A picture that lies on a part of the page, on the pixels that the page would have, so that it is not blurred where the page has them. */
final class Raster {

    private static final double POINTS_PER_INCH = 72;

    private final double scale;
    private final int left;
    private final int top;
    private final BufferedImage image;

    /** @param area in points */
    Raster(Rectangle2D area, double dpi) {
        scale = dpi / POINTS_PER_INCH;
        left = (int) Math.floor(area.getMinX() * scale);
        top = (int) Math.floor(area.getMinY() * scale);
        int width = (int) Math.ceil(area.getMaxX() * scale) - left;
        int height = (int) Math.ceil(area.getMaxY() * scale) - top;
        image = new BufferedImage(Math.max(1, width), Math.max(1, height), BufferedImage.TYPE_INT_ARGB);
    }

    int width() {
        return image.getWidth();
    }

    int height() {
        return image.getHeight();
    }

    /** Pixels in a point. */
    double scale() {
        return scale;
    }

    /** In pixels, of a place in points. */
    double column(double x) {
        return x * scale - left;
    }

    /** In pixels, of a place in points. */
    double row(double y) {
        return y * scale - top;
    }

    /** 0xAARRGGBB row by row from above; to write on. */
    int[] pixels() {
        return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }

    /** Draws with coordinates in points. */
    void draw(Consumer<Graphics2D> drawing) {
        Graphics2D g = image.createGraphics();
        try {
            Quality.set(g);
            g.translate(-left, -top);
            g.scale(scale, scale);
            drawing.accept(g);
        } finally {
            g.dispose();
        }
    }

    void drawOn(Graphics2D g) {
        AffineTransform place = AffineTransform.getScaleInstance(1 / scale, 1 / scale);
        place.translate(left, top);
        g.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        g.drawImage(image, place, null);
    }
}
