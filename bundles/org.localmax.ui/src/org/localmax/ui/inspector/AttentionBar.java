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
    private static final int LITTLE_INK = 100;
    private static final int FULL_INK = 255;

    private final Canvas canvas;
    private final Color bars;
    private final Color own;
    private Optional<InspectedToken> shown = Optional.empty();
    private int pointed = NONE;
    private double[] weights = {};
    private double greatest = 1;

    /**
     * @param chosen told of the token whose weight is clicked
     * @param hovered told of the token whose weight the pointer is at, or -1
     */
    AttentionBar(Composite parent, IntConsumer chosen, IntConsumer hovered) {
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED | SWT.BORDER);
        LocalResourceManager colours = new LocalResourceManager(JFaceResources.getResources(), canvas);
        bars = colours.createColor(new RGB(0x00, 0x72, 0xB2));
        own = colours.createColor(new RGB(0xD5, 0x5E, 0x00));
        canvas.setBackground(parent.getDisplay().getSystemColor(SWT.COLOR_LIST_BACKGROUND));
        canvas.setForeground(parent.getDisplay().getSystemColor(SWT.COLOR_LIST_FOREGROUND));
        canvas.addListener(SWT.Paint, event -> paint(event.gc));
        canvas.addListener(SWT.MouseMove, event -> {
            hint(token(event.x));
            hovered.accept(token(event.x));
        });
        canvas.addListener(SWT.MouseExit, event -> hovered.accept(NONE));
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

    /** Marks the place of the token under the pointer, which is somewhere; of -1 none. */
    void point(int token) {
        if (token != pointed) {
            pointed = token;
            canvas.redraw();
        }
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
        if (pointed != NONE && pointed < weights.length) {
            gc.setAlpha(LITTLE_INK);
            gc.setBackground(canvas.getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION));
            gc.fillRectangle(left(pointed, field), field.y, width(pointed, field), field.height);
            gc.setAlpha(FULL_INK);
        }
        paintBars(gc, field);
        paint(gc, receiver, field);
        gc.drawLine(field.x, ground, field.x + field.width, ground);
        paintTip(gc, field, receiver);
    }

    /** The bars of all tokens; of those that share a pixel that of the one that weighs most. */
    private void paintBars(GC gc, Rectangle field) {
        int token = 0;
        while (token < weights.length) {
            int greatestThere = token;
            int next = token + 1;
            while (next < weights.length && left(next, field) == left(token, field)) {
                greatestThere = Math.abs(weights[next]) > Math.abs(weights[greatestThere]) ? next : greatestThere;
                next++;
            }
            paint(gc, greatestThere, field);
            token = next;
        }
    }

    /** How wide its bar is: there is a gap between bars where there is room. */
    private int width(int token, Rectangle field) {
        int width = left(token + 1, field) - left(token, field);
        return Math.max(1, width > 3 ? width - 1 : width);
    }

    /** The bar of a token. */
    private void paint(GC gc, int token, Rectangle field) {
        if (weights[token] != 0) {
            int height = (int) Math.max(1, Math.round(field.height * Math.abs(weights[token]) / greatest));
            gc.setBackground(token == shown.orElseThrow().actual().token() ? own : bars);
            gc.fillRectangle(left(token, field), field.y + field.height - height, width(token, field), height);
        }
    }

    /** The triangle below the weight of the receiver itself. */
    private void paintTip(GC gc, Rectangle field, int receiver) {
        int ground = field.y + field.height;
        Point tip = new Point((left(receiver, field) + left(receiver + 1, field)) / 2, ground + 2);
        int half = (BELOW - 4) / 2 + 1;
        gc.setBackground(own);
        gc.fillPolygon(new int[] {tip.x, tip.y, tip.x - half, tip.y + half + 2, tip.x + half, tip.y + half + 2});
    }
}
