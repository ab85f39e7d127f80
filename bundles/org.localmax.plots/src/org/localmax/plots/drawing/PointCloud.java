package org.localmax.plots.drawing;

import org.localmax.plots.Points;

/** Draws very many symbols into a picture: the symbol is rendered once for each of some places within a pixel, then stamped. */
final class PointCloud {

    private final Frame frame;
    private final Raster raster;

    PointCloud(Frame frame, Raster raster) {
        this.frame = frame;
        this.raster = raster;
    }

    void draw(Points points) {
        double size = points.sizeIn(frame.area().getWidth(), frame.area().getHeight());
        Stamp stamp = new Stamp(points.symbol(), size * raster.scale());
        for (int k = 0; k < points.count(); k++) {
            double column = raster.column(frame.x(points.x()[k]));
            double row = raster.row(frame.y(points.y()[k]));
            if (!Double.isNaN(column) && !Double.isNaN(row)) {
                stamp.press(raster, column, row, points.colouring().argb(k, frame.palette()));
            }
        }
    }
}
