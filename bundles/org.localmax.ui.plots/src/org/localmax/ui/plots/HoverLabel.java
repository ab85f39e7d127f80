package org.localmax.ui.plots;

import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.localmax.dynamics.Tokens;

/** The name and coordinates of a token, in a small box beside it. */
final class HoverLabel {

    private static final int PADDING = 5;
    private static final int DISTANCE = 12;
    private static final int COORDINATES_SHOWN = 6;

    private HoverLabel() {}

    static String text(Tokens tokens, int token) {
        StringBuilder text = new StringBuilder("token ").append(token).append("  (");
        int shown = Math.min(COORDINATES_SHOWN, tokens.dimension());
        for (int k = 0; k < shown; k++) {
            text.append(k == 0 ? "" : ", ").append(Digits.of(tokens.get(token, k)));
        }
        return text.append(shown < tokens.dimension() ? ", \u2026)" : ")").toString();
    }

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
