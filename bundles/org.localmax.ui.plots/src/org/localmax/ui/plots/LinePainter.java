package org.localmax.ui.plots;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.LineAttributes;
import org.eclipse.swt.graphics.Path;
import org.eclipse.swt.graphics.Rectangle;
import org.localmax.plots.Curve;
import org.localmax.plots.Dash;
import org.localmax.plots.Guide;
import org.localmax.plots.Line;
import org.localmax.plots.Palette;
import org.localmax.plots.Paths;

/** Draws lines. */
final class LinePainter {

    private final GC gc;
    private final Place place;
    private final Palette palette;

    LinePainter(GC gc, Place place, Palette palette) {
        this.gc = gc;
        this.place = place;
        this.palette = palette;
    }

    /** Sets colour, opacity, width and dash. */
    static void use(GC gc, Line line, Palette palette) {
        use(gc, palette.argb(line.ink()), line.width(), line.dash());
    }

    private static void use(GC gc, int argb, double points, Dash dash) {
        float width = (float) (points * Screen.POINT);
        float[] pattern = dash.pattern();
        for (int k = 0; k < pattern.length; k++) {
            pattern[k] *= width;
        }
        gc.setForeground(PlotColors.opaque(argb));
        gc.setAlpha(argb >>> 24);
        gc.setLineAttributes(
                pattern.length == 0
                        ? new LineAttributes(width, SWT.CAP_ROUND, SWT.JOIN_ROUND)
                        : new LineAttributes(width, SWT.CAP_FLAT, SWT.JOIN_ROUND, SWT.LINE_CUSTOM, pattern, 0, 10));
    }

    void paint(Curve curve) {
        if (!curve.line().isDrawn()) {
            return;
        }
        use(gc, curve.line(), palette);
        CurveTrace trace = CurveTrace.of(curve, place);
        Path path = new Path(gc.getDevice());
        trace.draw(path);
        gc.drawPath(path);
        path.dispose();
        float radius = (float) (curve.line().width() * Screen.POINT);
        gc.setBackground(gc.getForeground());
        for (float[] dot : trace.dots()) {
            gc.fillOval(
                    Math.round(dot[0] - radius),
                    Math.round(dot[1] - radius),
                    Math.round(2 * radius),
                    Math.round(2 * radius));
        }
        gc.setAlpha(255);
    }

    void paint(Paths paths) {
        for (int k = 0; k < paths.x().length; k++) {
            int argb = paths.colouring().argb(k, palette);
            use(gc, argb, paths.width(), paths.dash());
            Path path = new Path(gc.getDevice());
            CurveTrace.of(paths.x()[k], paths.y()[k], place).draw(path);
            gc.drawPath(path);
            path.dispose();
        }
        gc.setAlpha(255);
    }

    void paint(Guide guide) {
        boolean upright = guide.direction() == Guide.Direction.VERTICAL;
        AxisScale scale = upright ? place.horizontal() : place.vertical();
        if (!guide.line().isDrawn() || !scale.shown().contains(guide.value())) {
            return;
        }
        use(gc, guide.line(), palette);
        Rectangle area = place.area();
        float at = Math.round(scale.pixel(guide.value()));
        Path path = new Path(gc.getDevice());
        path.moveTo(upright ? at : area.x, upright ? area.y : at);
        path.lineTo(upright ? at : area.x + area.width, upright ? area.y + area.height : at);
        gc.drawPath(path);
        path.dispose();
        gc.setAlpha(255);
    }
}
