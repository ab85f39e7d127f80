package org.localmax.ui.plots;

import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;

/** A frame with ticks outside and faint grid lines around a view of the plane. */
final class AxesPainter {

    private static final int TICK = 5;
    private static final int GAP = 3;
    private static final String FIRST = "x\u2081";
    private static final String SECOND = "x\u2082";
    private static final String WIDEST_LABEL = "\u22120.000";

    private final GC gc;
    private final PlotColors colors;
    private final int lineHeight;

    AxesPainter(GC gc, PlotColors colors) {
        this.gc = gc;
        this.colors = colors;
        lineHeight = gc.getFontMetrics().getHeight();
    }

    /** The rectangle inside the frame that leaves room for ticks and labels within bounds. */
    Rectangle inside(Rectangle bounds) {
        int left = gc.textExtent(WIDEST_LABEL).x + TICK + 2 * GAP;
        int bottom = lineHeight + TICK + 2 * GAP;
        int top = lineHeight + 2 * GAP;
        int right = gc.textExtent(FIRST).x + 3 * GAP;
        return new Rectangle(
                bounds.x + left,
                bounds.y + top,
                Math.max(1, bounds.width - left - right),
                Math.max(1, bounds.height - top - bottom));
    }

    void paint(Rectangle area, PlaneView view, int dimension) {
        Ticks horizontal = Ticks.between(
                view.planeX(area.x, area), view.planeX(area.x + area.width, area), Math.max(2, area.width / 90));
        paintHorizontal(area, view, horizontal);
        if (dimension > 1) {
            Ticks vertical = Ticks.between(
                    view.planeY(area.y + area.height, area), view.planeY(area.y, area), Math.max(2, area.height / 70));
            paintVertical(area, view, vertical);
        } else {
            int line = (int) Math.round(view.screenY(0, area));
            gc.setForeground(colors.axis());
            gc.drawLine(area.x, line, area.x + area.width, line);
        }
        gc.setForeground(colors.axis());
        gc.setLineWidth(1);
        gc.drawRectangle(area);
        paintNames(area, dimension);
    }

    private void paintHorizontal(Rectangle area, PlaneView view, Ticks ticks) {
        int bottom = area.y + area.height;
        for (int k = 0; k < ticks.values().size(); k++) {
            int x = (int) Math.round(view.screenX(ticks.values().get(k), area));
            gc.setForeground(colors.grid());
            gc.drawLine(x, area.y, x, bottom);
            gc.setForeground(colors.axis());
            gc.drawLine(x, bottom, x, bottom + TICK);
            gc.setForeground(colors.foreground());
            Point size = gc.textExtent(ticks.labels().get(k));
            gc.drawText(ticks.labels().get(k), x - size.x / 2, bottom + TICK + GAP, true);
        }
    }

    private void paintVertical(Rectangle area, PlaneView view, Ticks ticks) {
        for (int k = 0; k < ticks.values().size(); k++) {
            int y = (int) Math.round(view.screenY(ticks.values().get(k), area));
            gc.setForeground(colors.grid());
            gc.drawLine(area.x, y, area.x + area.width, y);
            gc.setForeground(colors.axis());
            gc.drawLine(area.x - TICK, y, area.x, y);
            gc.setForeground(colors.foreground());
            Point size = gc.textExtent(ticks.labels().get(k));
            gc.drawText(ticks.labels().get(k), area.x - TICK - GAP - size.x, y - size.y / 2, true);
        }
    }

    private void paintNames(Rectangle area, int dimension) {
        gc.setForeground(colors.foreground());
        gc.drawText(FIRST, area.x + area.width + GAP, area.y + area.height - lineHeight / 2, true);
        int above = area.y - lineHeight - GAP;
        if (dimension > 1) {
            gc.drawText(SECOND, area.x - TICK - GAP - gc.textExtent(SECOND).x, above, true);
        }
        if (dimension > 2) {
            String which = "coordinates 1 and 2 of " + dimension;
            gc.setForeground(colors.faintText());
            gc.drawText(which, area.x + area.width - gc.textExtent(which).x, above, true);
        }
    }
}
