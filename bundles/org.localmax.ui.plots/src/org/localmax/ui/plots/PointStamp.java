package org.localmax.ui.plots;

import java.util.Arrays;
import org.localmax.plots.Symbol;
import org.localmax.plots.SymbolOutline;

/** A symbol as pixels, once for each of several places within a pixel, with a rim that keeps neighbours apart. */
final class PointStamp {

    /** Places within a pixel, in either direction. */
    private static final int PLACES = 4;

    private static final double RIM_OUTSIDE = 0.5;
    private static final double RIM_INSIDE = 0.7;

    /** Of smaller symbols a rim would leave next to nothing. */
    private static final double LEAST_WITH_RIM = 2;

    private final PixelRaster raster;
    private final int reach;
    private final int[][] fills = new int[PLACES * PLACES][];
    private final int[][] rims = new int[PLACES * PLACES][];

    /** @param radius in pixels */
    PointStamp(PixelRaster raster, Symbol symbol, double radius) {
        this.raster = raster;
        SymbolOutline shape = SymbolOutline.of(symbol);
        reach = (int) Math.ceil(SymbolOutline.REACH * (radius + RIM_OUTSIDE)) + 1;
        boolean hasRim = radius >= LEAST_WITH_RIM;
        double outer = hasRim ? RIM_OUTSIDE / radius : 0;
        double inner = hasRim ? (radius - RIM_INSIDE) / radius - 1 : 0;
        for (int place = 0; place < fills.length; place++) {
            double right = (place % PLACES + 0.5) / PLACES - 0.5;
            double down = (place / PLACES + 0.5) / PLACES - 0.5;
            int[] inside = covered(shape, radius, right, down, inner);
            int[] all = covered(shape, radius, right, down, outer);
            fills[place] = inside;
            rims[place] = Arrays.stream(all)
                    .filter(pixel -> Arrays.binarySearch(inside, pixel) < 0)
                    .toArray();
        }
    }

    /** Pixels as seen from the upper left one, in rows as wide as the raster's, rising. */
    private int[] covered(SymbolOutline shape, double radius, double right, double down, double grown) {
        int side = 2 * reach + 1;
        int[] found = new int[side * side];
        int count = 0;
        for (int pixel = 0; pixel < found.length; pixel++) {
            double x = (pixel % side - reach - right) / radius;
            double y = (pixel / side - reach - down) / radius;
            if (shape.contains(x, y, grown)) {
                found[count++] = pixel / side * Math.max(side, raster.width()) + pixel % side;
            }
        }
        return Arrays.copyOf(found, count);
    }

    /** Draws the symbol at a place, in pixels. */
    void draw(double x, double y, int fill, int rim) {
        int column = (int) Math.floor(x);
        int row = (int) Math.floor(y);
        if (column < -reach || row < -reach || column >= raster.width() + reach || row >= raster.height() + reach) {
            return;
        }
        int place = (int) (PLACES * (y - row)) * PLACES + (int) (PLACES * (x - column));
        put(rims[place], column, row, rim);
        put(fills[place], column, row, fill);
    }

    private void put(int[] covered, int column, int row, int colour) {
        int[] pixels = raster.pixels();
        int width = raster.width();
        boolean whole = column >= reach && row >= reach && column + reach < width && row + reach < raster.height();
        if (whole) {
            int corner = (row - reach) * width + column - reach;
            for (int pixel : covered) {
                pixels[corner + pixel] = colour;
            }
            return;
        }
        int rowWidth = Math.max(2 * reach + 1, width);
        for (int pixel : covered) {
            int at = column + pixel % rowWidth - reach;
            int line = row + pixel / rowWidth - reach;
            if (at >= 0 && line >= 0 && at < width && line < raster.height()) {
                pixels[line * width + at] = colour;
            }
        }
    }
}
