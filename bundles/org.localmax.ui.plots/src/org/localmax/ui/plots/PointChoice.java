package org.localmax.ui.plots;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** Which point of a canvas is under the pointer, and which is selected; {@link TokenCanvas#NONE} if none is. */
final class PointChoice {

    private final Runnable changed;
    private final List<IntConsumer> listeners = new ArrayList<>();
    private int hovered = TokenCanvas.NONE;
    private int selected = TokenCanvas.NONE;

    /** @param changed told when another point should be marked */
    PointChoice(Runnable changed) {
        this.changed = changed;
    }

    int hovered() {
        return hovered;
    }

    int selected() {
        return selected;
    }

    void hover(int point) {
        if (point != hovered) {
            hovered = point;
            changed.run();
        }
    }

    void select(int point) {
        selected = point;
        changed.run();
    }

    /** The user selects a point: listeners are told. */
    void choose(int point) {
        select(point);
        listeners.forEach(listener -> listener.accept(point));
    }

    void onChoice(IntConsumer listener) {
        listeners.add(listener);
    }

    /** Other points are shown, of which the selected one is still that if there are so many. */
    void outOf(int count) {
        hovered = TokenCanvas.NONE;
        if (selected >= count) {
            selected = TokenCanvas.NONE;
        }
    }
}
