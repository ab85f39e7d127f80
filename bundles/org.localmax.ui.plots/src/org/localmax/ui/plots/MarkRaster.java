package org.localmax.ui.plots;

import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Rectangle;
import org.localmax.plots.Colouring;
import org.localmax.plots.Dash;
import org.localmax.plots.Mark;
import org.localmax.plots.Palette;
import org.localmax.plots.Paths;
import org.localmax.plots.Points;
import org.localmax.plots.Tiles;

/**
 * Marks of very many parts as pixels, without the toolkit, so that any thread can draw them.
 *
 * @param place where data lie, in pixels of a raster that the area fills
 * @param palette the colours
 * @param zoom pixels a point of the screen
 */
record MarkRaster(Place place, Palette palette, double zoom) {

    private static final int SYMBOLS_ONE_BY_ONE = 1500;
    private static final int SEGMENTS_ONE_BY_ONE = 2000;
    private static final int TILES_AT_ONCE = 20_000;
    private static final int HATCH = 6;

    /** Whether a mark is drawn as pixels. */
    static boolean suits(Mark mark) {
        return switch (mark) {
            case Points points -> points.count() > SYMBOLS_ONE_BY_ONE;
            case Paths paths -> paths.dash() == Dash.SOLID && segments(paths) > SEGMENTS_ONE_BY_ONE;
            case Tiles _ -> true;
            default -> false;
        };
    }

    /** Whether drawing it takes so long that nobody should wait for it. */
    static boolean isLong(Mark mark) {
        return suits(mark) && !(mark instanceof Tiles tiles && tiles.count() <= TILES_AT_ONCE);
    }

    private static long segments(Paths paths) {
        long segments = 0;
        for (double[] line : paths.x()) {
            segments += Math.max(0, line.length - 1);
        }
        return segments;
    }

    /** The pixels of a mark that suits. */
    ImageData draw(Mark mark) {
        PixelRaster raster = new PixelRaster(place.area().width, place.area().height);
        switch (mark) {
            case Points points -> draw(points, raster);
            case Paths paths -> draw(paths, raster);
            case Tiles tiles -> draw(tiles, raster);
            default -> throw new IllegalArgumentException("expected a mark of many parts, not " + mark);
        }
        return raster.toImageData();
    }

    private void draw(Points points, PixelRaster raster) {
        Rectangle area = place.area();
        double width = area.width / (Screen.POINT * zoom);
        double height = area.height / (Screen.POINT * zoom);
        double radius = points.sizeIn(width, height) / 2 * Screen.POINT * zoom;
        PointStamp stamp = new PointStamp(raster, points.symbol(), Math.max(1, radius));
        int rim = 0xFF000000 | palette.background();
        int[] categories = new int[Palette.categories()];
        for (int k = 0; k < categories.length; k++) {
            categories[k] = 0xFF000000 | palette.category(k);
        }
        for (int i = 0; i < points.count(); i++) {
            double x = place.x(points.x()[i]);
            double y = place.y(points.y()[i]);
            if (!Double.isNaN(x) && !Double.isNaN(y)) {
                int fill = points.colouring() instanceof Colouring.ByCategory by
                        ? categories[Math.floorMod(by.categories()[i], categories.length)]
                        : points.colouring().argb(i, palette);
                stamp.draw(x, y, fill, rim);
            }
        }
    }

    private void draw(Paths paths, PixelRaster raster) {
        ThinLine line = new ThinLine(raster, paths.width() * Screen.POINT * zoom);
        for (int k = 0; k < paths.x().length; k++) {
            int colour = paths.colouring().argb(k, palette);
            double[] x = paths.x()[k];
            double[] y = paths.y()[k];
            for (int p = 1; p < x.length; p++) {
                line.draw(place.x(x[p - 1]), place.y(y[p - 1]), place.x(x[p]), place.y(y[p]), colour);
            }
        }
    }

    private void draw(Tiles tiles, PixelRaster raster) {
        for (int k = 0; k < tiles.count(); k++) {
            double left = place.x(tiles.left()[k]);
            double right = place.x(tiles.right()[k]);
            double bottom = place.y(tiles.bottom()[k]);
            double top = place.y(tiles.top()[k]);
            if (Double.isNaN(left + right + bottom + top)) {
                continue;
            }
            int firstColumn = (int) Math.round(Math.min(left, right));
            int firstRow = (int) Math.round(Math.min(top, bottom));
            int lastColumn = Math.max(firstColumn + 1, (int) Math.round(Math.max(left, right)));
            int lastRow = Math.max(firstRow + 1, (int) Math.round(Math.max(top, bottom)));
            raster.fill(firstColumn, firstRow, lastColumn, lastRow, palette.argb(tiles.colours(), tiles.values()[k]));
            if (Double.isNaN(tiles.values()[k])) {
                hatch(raster, firstColumn, firstRow, lastColumn, lastRow);
            }
        }
    }

    private void hatch(PixelRaster raster, int left, int top, int right, int bottom) {
        int distance = (int) Math.round(HATCH * zoom);
        for (int row = Math.max(0, top); row < Math.min(bottom, raster.height()); row++) {
            for (int column = Math.max(0, left); column < Math.min(right, raster.width()); column++) {
                if ((row + column) % distance == 0) {
                    raster.fill(column, row, column + 1, row + 1, 0xFF000000 | palette.axis());
                }
            }
        }
    }
}
