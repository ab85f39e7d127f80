package org.localmax.ui.plots;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;

/** Which point of a canvas is under the pointer, and which are selected, in the order in which they were. */
final class PointChoice {

    private final Runnable changed;
    private final List<IntConsumer> listeners = new ArrayList<>();
    private final Set<IntConsumer> hoverListeners = new LinkedHashSet<>();
    private int hovered = TokenCanvas.NONE;
    private List<Integer> selected = List.of();

    /** @param changed told when another point should be marked */
    PointChoice(Runnable changed) {
        this.changed = changed;
    }

    /** The point under the pointer, or {@link TokenCanvas#NONE}. */
    int hovered() {
        return hovered;
    }

    List<Integer> selected() {
        return selected;
    }

    /** The one selected first, or {@link TokenCanvas#NONE}. */
    int first() {
        return selected.isEmpty() ? TokenCanvas.NONE : selected.getFirst();
    }

    /** The pointer is at a point, in this canvas or in another view of the same points. */
    void hover(int point) {
        if (point != hovered) {
            hovered = point;
            changed.run();
            List.copyOf(hoverListeners).forEach(listener -> listener.accept(point));
        }
    }

    void select(List<Integer> points) {
        selected = List.copyOf(points);
        changed.run();
    }

    /** The user selects a point alone, or none: listeners are told. */
    void choose(int point) {
        select(point == TokenCanvas.NONE ? List.of() : List.of(point));
        tell();
    }

    /** The user selects a point besides those before, or no longer: listeners are told. */
    void toggle(int point) {
        if (point != TokenCanvas.NONE) {
            List<Integer> others = new ArrayList<>(selected);
            if (!others.remove(Integer.valueOf(point))) {
                others.add(point);
            }
            select(others);
            tell();
        }
    }

    private void tell() {
        listeners.forEach(listener -> listener.accept(first()));
    }

    void onChoice(IntConsumer listener) {
        listeners.add(listener);
    }

    void onHover(IntConsumer listener) {
        hoverListeners.add(listener);
    }

    /** Other points are shown, of which the selected ones are still those if there are so many. */
    void outOf(int count) {
        hovered = hovered < count ? hovered : TokenCanvas.NONE;
        selected = selected.stream().filter(point -> point < count).toList();
    }
}
