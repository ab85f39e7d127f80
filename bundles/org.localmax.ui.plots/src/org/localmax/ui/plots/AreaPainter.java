package org.localmax.ui.plots;

import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Path;
import org.localmax.plots.Bars;
import org.localmax.plots.Disc;
import org.localmax.plots.Ink;
import org.localmax.plots.Line;
import org.localmax.plots.Palette;
import org.localmax.plots.Polygon;

/** Draws areas with their edges. */
final class AreaPainter {

    private static final Line BETWEEN_BARS = Line.solid(Ink.BACKGROUND, 0.5);

    private final GC gc;
    private final Place place;
    private final Palette palette;

    AreaPainter(GC gc, Place place, Palette palette) {
        this.gc = gc;
        this.place = place;
        this.palette = palette;
    }

    void paint(Polygon polygon) {
        Path path = new Path(gc.getDevice());
        CurveTrace trace = CurveTrace.of(polygon.x(), polygon.y(), place);
        trace.draw(path);
        if (!trace.pieces().isEmpty()) {
            path.close();
        }
        paint(path, polygon.fill(), polygon.outline());
    }

    void paint(Disc disc) {
        float left = (float) place.x(disc.x() - disc.radius());
        float right = (float) place.x(disc.x() + disc.radius());
        float top = (float) place.y(disc.y() + disc.radius());
        float bottom = (float) place.y(disc.y() - disc.radius());
        if (!Float.isNaN(left + right + top + bottom)) {
            Path path = new Path(gc.getDevice());
            path.addArc(left, top, right - left, bottom - top, 0, 360);
            paint(path, disc.fill(), disc.outline());
        }
    }

    void paint(Bars bars) {
        AxisScale vertical = place.vertical();
        double ground = vertical.logarithmic() ? vertical.start() : place.y(0);
        for (int k = 0; k < bars.heights().length; k++) {
            float left = (float) place.x(bars.edges()[k]);
            float right = (float) place.x(bars.edges()[k + 1]);
            float top = (float) place.y(bars.heights()[k]);
            if (!Float.isNaN(left + right + top)) {
                Path path = new Path(gc.getDevice());
                path.addRectangle(left, (float) Math.min(top, ground), right - left, (float) Math.abs(ground - top));
                paint(path, bars.fill(), BETWEEN_BARS);
            }
        }
    }

    /** Fills and outlines an area, and disposes it. */
    private void paint(Path path, Ink fill, Line outline) {
        if (fill.isVisible()) {
            int argb = palette.argb(fill);
            gc.setBackground(PlotColors.opaque(argb));
            gc.setAlpha(argb >>> 24);
            gc.fillPath(path);
        }
        if (outline.isDrawn()) {
            LinePainter.use(gc, outline, palette);
            gc.drawPath(path);
        }
        gc.setAlpha(255);
        path.dispose();
    }
}
