package org.localmax.ui.plots;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;

/** What a token canvas draws: axes and scene, and over them the marks of selection and pointer. */
final class TokenCanvasPainter {

    private final GC gc;
    private final Rectangle bounds;
    private final PlotColors colors;

    TokenCanvasPainter(GC gc, Rectangle bounds, PlotColors colors) {
        this.gc = gc;
        this.bounds = bounds;
        this.colors = colors;
        gc.setAntialias(SWT.ON);
    }

    void paint(TokenScene scene, Layers layers, Rectangle area, PlaneView view) {
        fill();
        if (layers.axes()) {
            new AxesPainter(gc, colors).paint(area, view, scene.tokens().dimension());
        }
        new ScenePainter(gc, area, view, colors).paint(scene, layers);
        int trailed = ScenePainter.trailed(scene);
        if (layers.trails() && trailed > 0 && trailed < scene.tokens().count()) {
            gc.setForeground(colors.faintText());
            gc.drawText("trails of the first " + trailed + " tokens", area.x + 6, area.y + 4, true);
        }
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

    /** A ring around the selected token. */
    void paintSelection(TokenScene scene, Point at) {
        int radius = ScenePainter.radius(scene.tokens().count()) + 4;
        gc.setForeground(colors.foreground());
        gc.setLineWidth(2);
        gc.drawOval(at.x - radius, at.y - radius, 2 * radius, 2 * radius);
    }

    /** The token under the pointer, larger, with its name beside it. */
    void paintHover(TokenScene scene, int token, Point at) {
        int radius = ScenePainter.radius(scene.tokens().count()) + 3;
        gc.setBackground(colors.category(1));
        gc.fillOval(at.x - radius, at.y - radius, 2 * radius, 2 * radius);
        gc.setForeground(colors.background());
        gc.setLineWidth(1);
        gc.drawOval(at.x - radius, at.y - radius, 2 * radius, 2 * radius);
        HoverLabel.paint(gc, colors, HoverLabel.text(scene.tokens(), token), at.x, at.y, bounds);
    }
}
