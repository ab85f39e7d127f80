package org.localmax.ui.inspector;

import java.util.Optional;
import java.util.function.IntConsumer;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.localmax.ui.parts.AccessibleName;

/** The row of a token as a bar: the weight of each token, by number, from left to right; its own has a triangle below. */
final class AttentionBar {

    private static final int HEIGHT = 56;
    private static final int BELOW = 10;
    private static final int MARGIN = 4;
    private static final int NONE = -1;

    private final Canvas canvas;
    private final Color bars;
    private final Color own;
    private Optional<InspectedToken> shown = Optional.empty();
    private double[] weights = {};
    private double greatest = 1;

    /** @param chosen told of the token whose weight is clicked */
    AttentionBar(Composite parent, IntConsumer chosen) {
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED | SWT.BORDER);
        LocalResourceManager colours = new LocalResourceManager(JFaceResources.getResources(), canvas);
        bars = colours.createColor(new RGB(0x00, 0x72, 0xB2));
        own = colours.createColor(new RGB(0xD5, 0x5E, 0x00));
        canvas.setBackground(parent.getDisplay().getSystemColor(SWT.COLOR_LIST_BACKGROUND));
        canvas.setForeground(parent.getDisplay().getSystemColor(SWT.COLOR_LIST_FOREGROUND));
        canvas.addListener(SWT.Paint, event -> paint(event.gc));
        canvas.addListener(SWT.MouseMove, event -> hint(token(event.x)));
        canvas.addListener(SWT.MouseUp, event -> {
            int token = token(event.x);
            if (token != NONE && weights[token] != 0) {
                chosen.accept(token);
            }
        });
        AccessibleName.give(canvas, Texts.attentionRow);
        hint(NONE);
    }

    Canvas control() {
        return canvas;
    }

    /** How high it wants to be. */
    static int height() {
        return HEIGHT;
    }

    void show(InspectedToken token) {
        shown = Optional.of(token);
        weights = new double[token.plan().tokens().count()];
        int[] neighbours = token.shown().row().neighbours();
        greatest = 0;
        for (int m = 0; m < neighbours.length; m++) {
            weights[neighbours[m]] = token.shown().row().weights()[m];
            greatest = Math.max(greatest, Math.abs(weights[neighbours[m]]));
        }
        canvas.redraw();
    }

    private Rectangle field() {
        Rectangle area = canvas.getClientArea();
        return new Rectangle(
                MARGIN, MARGIN, Math.max(1, area.width - 2 * MARGIN), Math.max(1, area.height - MARGIN - BELOW));
    }

    /** The token at a place; of several the one that weighs most. */
    private int token(int x) {
        Rectangle field = field();
        int best = NONE;
        for (int j = 0; j < weights.length; j++) {
            boolean isThere = left(j, field) <= x && x < Math.max(left(j + 1, field), left(j, field) + 1);
            if (isThere && (best == NONE || Math.abs(weights[j]) > Math.abs(weights[best]))) {
                best = j;
            }
        }
        return best;
    }

    private int left(int token, Rectangle field) {
        return field.x + (int) ((long) token * field.width / weights.length);
    }

    private void hint(int token) {
        canvas.setToolTipText(
                token == NONE
                        ? Texts.attentionRow
                        : Texts.name(Texts.weightOf, Integer.toString(token), InspectedToken.number(weights[token])));
    }

    private void paint(GC gc) {
        if (shown.isEmpty()) {
            return;
        }
        Rectangle field = field();
        int ground = field.y + field.height;
        int receiver = shown.get().actual().token();
        for (int j = 0; j < weights.length; j++) {
            if (weights[j] != 0) {
                int x = left(j, field);
                int width = left(j + 1, field) - x;
                int height = (int) Math.max(1, Math.round(field.height * Math.abs(weights[j]) / greatest));
                gc.setBackground(j == receiver ? own : bars);
                gc.fillRectangle(x, ground - height, Math.max(1, width > 3 ? width - 1 : width), height);
            }
        }
        gc.drawLine(field.x, ground, field.x + field.width, ground);
        Point tip = new Point((left(receiver, field) + left(receiver + 1, field)) / 2, ground + 2);
        int half = (BELOW - 4) / 2 + 1;
        gc.setBackground(own);
        gc.fillPolygon(new int[] {tip.x, tip.y, tip.x - half, tip.y + half + 2, tip.x + half, tip.y + half + 2});
    }
}
