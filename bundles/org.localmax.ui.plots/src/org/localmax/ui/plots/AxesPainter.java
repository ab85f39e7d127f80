package org.localmax.ui.plots;

import java.util.List;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.localmax.plots.Axis;
import org.localmax.plots.Panel;
import org.localmax.plots.Tick;

/** A frame with ticks outside and faint grid lines around the area of a panel. A hidden axis has no ticks. */
final class AxesPainter {

    private static final int TICK = 5;
    private static final int GAP = 3;
    private static final int SHORT_LABEL = 40;
    private static final String WIDEST_LABEL = "\u22120.000";

    private final GC gc;
    private final PlotColors colors;
    private final Panel panel;
    private final int lineHeight;

    AxesPainter(GC gc, PlotColors colors, Panel panel) {
        this.gc = gc;
        this.colors = colors;
        this.panel = panel;
        lineHeight = gc.getFontMetrics().getHeight();
    }

    /** The rectangle inside the frame that leaves room for ticks and labels within bounds. */
    Rectangle inside(Rectangle bounds) {
        Point horizontal = gc.textExtent(panel.horizontal().label());
        boolean beside = horizontal.x <= SHORT_LABEL;
        int left = gc.textExtent(WIDEST_LABEL).x + TICK + 2 * GAP;
        int bottom = (beside ? lineHeight : 2 * lineHeight) + TICK + 2 * GAP;
        int top = lineHeight + 2 * GAP;
        int right = beside ? horizontal.x + 3 * GAP : gc.textExtent("0.00").x;
        return new Rectangle(
                bounds.x + left,
                bounds.y + top,
                Math.max(1, bounds.width - left - right),
                Math.max(1, bounds.height - top - bottom));
    }

    void paint(Place place) {
        Rectangle area = place.area();
        gc.setLineWidth(1);
        if (panel.horizontal().kind() != Axis.Kind.HIDDEN) {
            paintHorizontal(place);
        }
        if (panel.vertical().kind() != Axis.Kind.HIDDEN) {
            paintVertical(place);
        }
        gc.setForeground(colors.axis());
        gc.drawRectangle(area);
        paintLabels(area);
    }

    private void paintHorizontal(Place place) {
        Rectangle area = place.area();
        AxisScale scale = place.horizontal();
        List<Tick> ticks = scale.ticks(false, Math.max(2, area.width / 90));
        int bottom = area.y + area.height;
        for (Tick tick : ticks) {
            int x = (int) Math.round(scale.pixel(tick.value()));
            gc.setForeground(colors.grid());
            gc.drawLine(x, area.y, x, bottom);
            gc.setForeground(colors.axis());
            gc.drawLine(x, bottom, x, bottom + TICK);
            gc.setForeground(colors.foreground());
            Point size = gc.textExtent(tick.label());
            gc.drawText(tick.label(), x - size.x / 2, bottom + TICK + GAP, true);
        }
    }

    private void paintVertical(Place place) {
        Rectangle area = place.area();
        AxisScale scale = place.vertical();
        List<Tick> ticks = scale.ticks(false, Math.max(2, area.height / 70));
        for (Tick tick : ticks) {
            int y = (int) Math.round(scale.pixel(tick.value()));
            gc.setForeground(colors.grid());
            gc.drawLine(area.x, y, area.x + area.width, y);
            gc.setForeground(colors.axis());
            gc.drawLine(area.x - TICK, y, area.x, y);
            gc.setForeground(colors.foreground());
            Point size = gc.textExtent(tick.label());
            gc.drawText(tick.label(), area.x - TICK - GAP - size.x, y - size.y / 2, true);
        }
    }

    private void paintLabels(Rectangle area) {
        gc.setForeground(colors.foreground());
        String horizontal = panel.horizontal().label();
        Point size = gc.textExtent(horizontal);
        int bottom = area.y + area.height;
        if (size.x <= SHORT_LABEL) {
            gc.drawText(horizontal, area.x + area.width + GAP, bottom - lineHeight / 2, true);
        } else {
            gc.drawText(horizontal, area.x + (area.width - size.x) / 2, bottom + TICK + GAP + lineHeight, true);
        }
        int above = area.y - lineHeight - GAP;
        int vertical = gc.textExtent(panel.vertical().label()).x;
        gc.drawText(panel.vertical().label(), Math.max(GAP, area.x - TICK - GAP - vertical), above, true);
        int title = gc.textExtent(panel.title()).x;
        gc.drawText(panel.title(), area.x + area.width - title, above, true);
    }
}
