package org.localmax.ui.plots;

import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;

/** What a token canvas draws: axes and marks, and over them the marks of selection and pointer. */
final class CanvasPainter {

    private static final int MARKED = 1;

    private final GC gc;
    private final Rectangle bounds;
    private final PlotColors colors;

    CanvasPainter(GC gc, Rectangle bounds, PlotColors colors) {
        this.gc = gc;
        this.bounds = bounds;
        this.colors = colors;
        gc.setAntialias(SWT.ON);
    }

    /** Axes and marks; what the canvas has grown by since the picture was made has the colour of the ground. */
    void paint(Optional<Picture> picture) {
        fill();
        picture.ifPresent(shown -> {
            new AxesPainter(gc, colors, shown.wish().panel()).paint(shown.wish().place());
            shown.paint(gc);
        });
    }

    void paintEmpty(String text) {
        fill();
        gc.setForeground(colors.faintText());
        Point size = gc.textExtent(text);
        gc.drawText(text, (bounds.width - size.x) / 2, (bounds.height - size.y) / 2, true);
    }

    private void fill() {
        gc.setBackground(colors.background());
        gc.fillRectangle(bounds);
    }

    /** A ring around a selected one of points with symbols of some radius, wide around the first. */
    void paintSelection(double symbol, Point at, boolean isFirst) {
        int radius = (int) Math.round(symbol) + 4;
        gc.setForeground(colors.foreground());
        gc.setLineWidth(isFirst ? 3 : 2);
        gc.drawOval(at.x - radius, at.y - radius, 2 * radius, 2 * radius);
    }

    /** A thin ring around a marked one of some points. */
    void paintMark(double symbol, Point at) {
        int radius = (int) Math.round(symbol) + 3;
        gc.setForeground(colors.category(MARKED));
        gc.setLineWidth(1);
        gc.drawOval(at.x - radius, at.y - radius, 2 * radius, 2 * radius);
    }

    /** The one under the pointer, larger, with its name beside it. */
    void paintHover(double symbol, String name, Point at) {
        int radius = (int) Math.round(symbol) + 3;
        gc.setBackground(colors.category(1));
        gc.fillOval(at.x - radius, at.y - radius, 2 * radius, 2 * radius);
        gc.setForeground(colors.background());
        gc.setLineWidth(1);
        gc.drawOval(at.x - radius, at.y - radius, 2 * radius, 2 * radius);
        HoverLabel.paint(gc, colors, name, at.x, at.y, bounds);
    }
}
