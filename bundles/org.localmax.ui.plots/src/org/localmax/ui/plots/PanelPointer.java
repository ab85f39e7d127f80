package org.localmax.ui.plots;

/**
 * What the pointer does over a panel.
 *
 * @param action what
 * @param x first datum where it is
 * @param y second datum where it is
 */
public record PanelPointer(Action action, double x, double y) {

    /** What a pointer does. */
    public enum Action {
        /** It moves, no button pressed. */
        MOVED,
        /** The first button goes down. */
        PRESSED,
        /** It moves with the first button down. */
        DRAGGED,
        /** The first button goes up. */
        RELEASED
    }
}
