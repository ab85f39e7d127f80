package org.localmax.ui.plots;

/**
 * Draws thin lines into a raster with soft edges, after X. Wu, An efficient antialiasing technique, SIGGRAPH 1991. Lines thinner than a
 * pixel are fainter, thicker ones are drawn as one pixel wide.
 */
final class ThinLine {

    private final PixelRaster raster;
    private final double opacity;

    /** @param width in pixels */
    ThinLine(PixelRaster raster, double width) {
        this.raster = raster;
        opacity = Math.min(1, width);
    }

    /** Draws a line between places in pixels, unless one of them is none. */
    void draw(double fromX, double fromY, double toX, double toY, int colour) {
        if (Double.isNaN(fromX + fromY + toX + toY)) {
            return;
        }
        boolean steep = Math.abs(toY - fromY) > Math.abs(toX - fromX);
        double start = steep ? fromY : fromX;
        double end = steep ? toY : toX;
        double startAcross = steep ? fromX : fromY;
        double endAcross = steep ? toX : toY;
        double slope = end == start ? 0 : (endAcross - startAcross) / (end - start);
        int limit = steep ? raster.height() : raster.width();
        int first = Math.max(0, (int) Math.floor(Math.min(start, end)));
        int last = Math.min(limit - 1, (int) Math.floor(Math.max(start, end)));
        for (int along = first; along <= last; along++) {
            double middle = Math.clamp(along + 0.5, Math.min(start, end), Math.max(start, end));
            double across = startAcross + slope * (middle - start) - 0.5;
            int below = (int) Math.floor(across);
            double share = across - below;
            put(steep, along, below, colour, 1 - share);
            put(steep, along, below + 1, colour, share);
        }
    }

    private void put(boolean steep, int along, int across, int colour, double share) {
        raster.blend(steep ? across : along, steep ? along : across, colour, share * opacity);
    }
}
