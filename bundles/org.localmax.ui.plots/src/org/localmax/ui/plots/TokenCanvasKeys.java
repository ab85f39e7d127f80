package org.localmax.ui.plots;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;

/** The keyboard on a token canvas: arrows move the plane or turn a space, where they move it with Shift, + and - zoom, Home fits. */
final class TokenCanvasKeys {

    private static final int STEP = 40;
    private static final double ZOOM = 1.25;

    private final TokenCanvas canvas;

    TokenCanvasKeys(TokenCanvas canvas) {
        this.canvas = canvas;
        canvas.addListener(SWT.KeyDown, this::pressed);
        canvas.addListener(
                SWT.Traverse,
                event -> event.doit = event.detail == SWT.TRAVERSE_TAB_NEXT
                        || event.detail == SWT.TRAVERSE_TAB_PREVIOUS
                        || event.detail == SWT.TRAVERSE_ESCAPE);
    }

    private void pressed(Event event) {
        Rectangle bounds = canvas.getClientArea();
        boolean isPlane = (event.stateMask & SWT.SHIFT) != 0;
        switch (event.keyCode) {
            case SWT.ARROW_LEFT -> canvas.drag(STEP, 0, isPlane);
            case SWT.ARROW_RIGHT -> canvas.drag(-STEP, 0, isPlane);
            case SWT.ARROW_UP -> canvas.drag(0, STEP, isPlane);
            case SWT.ARROW_DOWN -> canvas.drag(0, -STEP, isPlane);
            case SWT.HOME -> canvas.fit();
            case '+', '=', SWT.KEYPAD_ADD -> canvas.zoom(ZOOM, bounds.width / 2.0, bounds.height / 2.0);
            case '-', SWT.KEYPAD_SUBTRACT -> canvas.zoom(1 / ZOOM, bounds.width / 2.0, bounds.height / 2.0);
            default -> {
                return;
            }
        }
        event.doit = false;
    }
}
