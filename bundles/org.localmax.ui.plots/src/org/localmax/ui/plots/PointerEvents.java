package org.localmax.ui.plots;

import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;

/** Tells of the pointer over a view. */
final class PointerEvents {

    private PointerEvents() {}

    static void tell(PanelView view, Consumer<PanelPointer> listener) {
        view.surface().addListener(SWT.MouseMove, event -> {
            boolean pressed = (event.stateMask & SWT.BUTTON1) != 0;
            tell(view, listener, event, pressed ? PanelPointer.Action.DRAGGED : PanelPointer.Action.MOVED);
        });
        view.surface()
                .addListener(SWT.MouseDown, event -> tellButton(view, listener, event, PanelPointer.Action.PRESSED));
        view.surface()
                .addListener(SWT.MouseUp, event -> tellButton(view, listener, event, PanelPointer.Action.RELEASED));
    }

    private static void tellButton(
            PanelView view, Consumer<PanelPointer> listener, Event event, PanelPointer.Action action) {
        if (event.button == 1) {
            tell(view, listener, event, action);
        }
    }

    /** Dragging goes on beyond the area. */
    private static void tell(PanelView view, Consumer<PanelPointer> listener, Event event, PanelPointer.Action action) {
        boolean started = action == PanelPointer.Action.DRAGGED || action == PanelPointer.Action.RELEASED;
        if (started || view.area().contains(event.x, event.y)) {
            listener.accept(new PanelPointer(action, view.dataX(event.x), view.dataY(event.y)));
        }
    }
}
