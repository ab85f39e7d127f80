package org.localmax.ui.plots;

import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;

/** The name of what is pointed at, in a small box beside it. */
final class HoverLabel {

    private static final int PADDING = 5;
    private static final int DISTANCE = 12;

    private HoverLabel() {}

    /** Draws the box beside a point, within bounds. */
    static void paint(GC gc, PlotColors colors, String text, int x, int y, Rectangle bounds) {
        Point size = gc.textExtent(text);
        int width = size.x + 2 * PADDING;
        int height = size.y + 2 * PADDING;
        int left = x + DISTANCE + width <= bounds.x + bounds.width ? x + DISTANCE : x - DISTANCE - width;
        int top = y - DISTANCE - height >= bounds.y ? y - DISTANCE - height : y + DISTANCE;
        left = Math.max(bounds.x, left);
        gc.setBackground(colors.background());
        gc.fillRoundRectangle(left, top, width, height, 6, 6);
        gc.setForeground(colors.axis());
        gc.setLineWidth(1);
        gc.drawRoundRectangle(left, top, width, height, 6, 6);
        gc.setForeground(colors.foreground());
        gc.drawText(text, left + PADDING, top + PADDING, true);
    }
}
