package org.localmax.plots.drawing;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.localmax.plots.Tiles;

/** Draws tiles. */
final class TilesDrawing {

    /** How far tiles reach over their right and upper edges, so that no seam is seen between them. */
    private static final double OVERLAP = 0.25;

    private TilesDrawing() {}

    static void draw(Frame frame, Tiles tiles) {
        Graphics2D g = frame.g();
        Object smooth = g.getRenderingHint(RenderingHints.KEY_ANTIALIASING);
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
        for (int k = 0; k < tiles.count(); k++) {
            Rectangle2D tile = place(frame, tiles, k, OVERLAP);
            if (!tile.isEmpty() && !Double.isNaN(tiles.values()[k])) {
                g.setColor(Colours.of(frame.palette().argb(tiles.colours(), tiles.values()[k])));
                g.fill(tile);
            }
        }
        if (smooth != null) {
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, smooth);
        }
        drawUnknown(frame, tiles);
    }

    /** Each tile on whole pixels, of which it has at least one. */
    static void draw(Frame frame, Raster raster, Tiles tiles) {
        int[] pixels = raster.pixels();
        for (int k = 0; k < tiles.count(); k++) {
            Rectangle2D tile = place(frame, tiles, k, 0);
            if (tile.getWidth() >= 0 && tile.getHeight() >= 0 && !Double.isNaN(tiles.values()[k])) {
                int argb = frame.palette().argb(tiles.colours(), tiles.values()[k]);
                int left = Math.max(0, (int) Math.floor(raster.column(tile.getMinX()) + 0.5));
                int top = Math.max(0, (int) Math.floor(raster.row(tile.getMinY()) + 0.5));
                int right = Math.max(left + 1, (int) Math.floor(raster.column(tile.getMaxX()) + 0.5));
                int bottom = Math.max(top + 1, (int) Math.floor(raster.row(tile.getMaxY()) + 0.5));
                for (int row = top; row < Math.min(raster.height(), bottom); row++) {
                    for (int column = left; column < Math.min(raster.width(), right); column++) {
                        pixels[row * raster.width() + column] = argb;
                    }
                }
            }
        }
        raster.draw(g -> drawUnknown(frame.on(g), tiles));
    }

    /** What of a tile lies near the area, in points; without a width or a height if that is nothing. */
    private static Rectangle2D place(Frame frame, Tiles tiles, int k, double overlap) {
        Rectangle2D seen = frame.surroundings();
        double left = Math.max(seen.getMinX(), edge(frame.x(tiles.left()[k]), frame.area().getMinX()));
        double right = Math.min(seen.getMaxX(), frame.x(tiles.right()[k]) + overlap);
        double top = Math.max(seen.getMinY(), frame.y(tiles.top()[k]) - overlap);
        double bottom = Math.min(seen.getMaxY(), edge(frame.y(tiles.bottom()[k]), frame.area().getMaxY()));
        boolean isSeen = left <= right && top <= bottom;
        return isSeen ? new Rectangle2D.Double(left, top, right - left, bottom - top) : new Rectangle2D.Double(0, 0, -1, -1);
    }

    /** On logarithmic axes a tile that begins at 0 begins where the area does. */
    private static double edge(double place, double start) {
        return Double.isNaN(place) ? start : place;
    }

    private static void drawUnknown(Frame frame, Tiles tiles) {
        Path2D.Double unknown = new Path2D.Double();
        for (int k = 0; k < tiles.count(); k++) {
            Rectangle2D tile = place(frame, tiles, k, 0);
            if (Double.isNaN(tiles.values()[k]) && !tile.isEmpty()) {
                unknown.append(tile, false);
            }
        }
        if (unknown.getCurrentPoint() != null) {
            Hatching.fill(frame, unknown);
        }
    }
}
