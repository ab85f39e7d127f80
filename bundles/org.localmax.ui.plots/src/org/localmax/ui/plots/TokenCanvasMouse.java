package org.localmax.ui.plots;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Event;

/** The mouse on a token canvas: hover, click, drag of the plane, of a token or around a space, wheel, double click. */
final class TokenCanvasMouse {

    private static final double ZOOM_OF_A_NOTCH = 1.2;
    private static final int STILL_A_CLICK = 3;

    private final TokenCanvas canvas;
    private Point pressed;
    private Point last;
    private boolean dragged;
    private int taken = TokenCanvas.NONE;

    TokenCanvasMouse(TokenCanvas canvas) {
        this.canvas = canvas;
        canvas.addListener(SWT.MouseMove, this::moved);
        canvas.addListener(SWT.MouseExit, event -> canvas.hover(TokenCanvas.NONE));
        canvas.addListener(SWT.MouseDown, this::pressed);
        canvas.addListener(SWT.MouseUp, this::released);
        canvas.addListener(SWT.MouseDoubleClick, event -> canvas.doubleClicked(event.x, event.y));
        canvas.addListener(SWT.MouseVerticalWheel, event -> {
            canvas.zoom(Math.pow(ZOOM_OF_A_NOTCH, Math.signum(event.count)), event.x, event.y);
            event.doit = false;
        });
    }

    private void pressed(Event event) {
        canvas.setFocus();
        if (event.button == 1) {
            pressed = new Point(event.x, event.y);
            last = pressed;
            dragged = false;
            taken = canvas.takes(canvas.tokenAt(event.x, event.y));
        }
    }

    private void moved(Event event) {
        if (last == null) {
            canvas.hover(canvas.tokenAt(event.x, event.y));
            return;
        }
        dragged |= Math.abs(event.x - pressed.x) > STILL_A_CLICK || Math.abs(event.y - pressed.y) > STILL_A_CLICK;
        if (dragged) {
            if (taken == TokenCanvas.NONE) {
                canvas.drag(event.x - last.x, event.y - last.y, (event.stateMask & SWT.SHIFT) != 0);
            } else {
                canvas.takeTo(taken, event.x, event.y);
            }
            last = new Point(event.x, event.y);
        }
    }

    private void released(Event event) {
        if (event.button != 1 || last == null) {
            return;
        }
        if (!dragged) {
            canvas.select(canvas.tokenAt(event.x, event.y), (event.stateMask & SWT.MOD1) != 0);
        }
        last = null;
        pressed = null;
    }
}
