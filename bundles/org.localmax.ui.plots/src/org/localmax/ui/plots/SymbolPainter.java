package org.localmax.ui.plots;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Path;
import org.localmax.plots.Symbol;
import org.localmax.plots.SymbolOutline;

/** Draws symbols with a thin rim in the colour of the ground, so that neighbours stay apart. */
final class SymbolPainter {

    /** Of smaller symbols a rim would leave next to nothing. */
    private static final double LEAST_WITH_RIM = 2;

    private final GC gc;
    private final Color ground;
    private final SymbolOutline shape;
    private final float radius;

    /** @param radius in points of the toolkit */
    SymbolPainter(GC gc, Color ground, Symbol symbol, double radius) {
        this.gc = gc;
        this.ground = ground;
        shape = SymbolOutline.of(symbol);
        this.radius = (float) radius;
    }

    /** Draws one at a place of the screen. */
    void paint(double x, double y, int argb) {
        Path path = path((float) x, (float) y);
        gc.setAlpha(argb >>> 24);
        gc.setBackground(PlotColors.opaque(argb));
        gc.setFillRule(SWT.FILL_EVEN_ODD);
        gc.fillPath(path);
        if (radius >= LEAST_WITH_RIM) {
            gc.setForeground(ground);
            gc.setLineStyle(SWT.LINE_SOLID);
            gc.setLineWidth(1);
            gc.drawPath(path);
        }
        path.dispose();
        gc.setAlpha(255);
    }

    private Path path(float x, float y) {
        Path path = new Path(gc.getDevice());
        if (shape.isRound()) {
            path.addArc(x - radius, y - radius, 2 * radius, 2 * radius, 0, 360);
            float hole = (float) shape.hole() * radius;
            if (hole > 0) {
                path.addArc(x - hole, y - hole, 2 * hole, 2 * hole, 0, 360);
            }
            return path;
        }
        double[][] corners = shape.corners();
        path.moveTo(x + radius * (float) corners[0][0], y + radius * (float) corners[0][1]);
        for (int k = 1; k < corners.length; k++) {
            path.lineTo(x + radius * (float) corners[k][0], y + radius * (float) corners[k][1]);
        }
        path.close();
        return path;
    }
}
