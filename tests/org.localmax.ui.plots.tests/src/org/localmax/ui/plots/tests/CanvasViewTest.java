package org.localmax.ui.plots.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Event;
import org.junit.jupiter.api.Test;
import org.localmax.plots.Axis;
import org.localmax.plots.Colouring;
import org.localmax.plots.Panel;
import org.localmax.plots.Points;
import org.localmax.plots.Symbol;
import org.localmax.ui.plots.StandardRenderer;
import org.localmax.ui.plots.TokenCanvas;

/** The canvas keeps the contract, its scales are equal, and its points can be selected. */
class CanvasViewTest extends PanelViewContract {

    CanvasViewTest() {
        super(StandardRenderer.CANVAS, true);
    }

    private TokenCanvas canvas() {
        return (TokenCanvas) view();
    }

    private static Points three() {
        return new Points(
                "", new double[] {0, 1, -1}, new double[] {0, 1, 1}, new Colouring.Uniform(BLUE), Symbol.CIRCLE, 9);
    }

    @Test
    void a_unit_is_as_long_on_both_axes() {
        show(three());
        Point origin = view().locationOf(0.0, 0.0);
        assertEquals(view().locationOf(1, 0).x - origin.x, origin.y - view().locationOf(0, 1).y, 1);
    }

    @Test
    void the_mark_of_the_most_points_is_the_one_pointed_at() {
        Points leader = new Points("", new double[] {1}, new double[] {1}, new Colouring.Uniform(RED), Symbol.STAR, 12);
        show(leader, three(), leader);
        List<Integer> told = new ArrayList<>();
        canvas().onSelection(told::add);
        Point at = view().locationOf(-1, 1);
        mouse(SWT.MouseMove, at);
        assertEquals(2, canvas().hoveredToken());
        screenshot("hover");
        mouse(SWT.MouseDown, at);
        mouse(SWT.MouseUp, at);
        assertEquals(List.of(2), told);
        assertEquals(TokenCanvas.NONE, canvas().tokenAt(at.x, at.y + 60));
    }

    @Test
    void what_the_user_has_chosen_to_see_stays_until_everything_is_asked_for() {
        show(three());
        Point before = canvas().locationOf(1);
        Event wheel = new Event();
        wheel.count = 1;
        wheel.x = view().locationOf(0.0, 0.0).x;
        wheel.y = view().locationOf(0.0, 0.0).y;
        view().surface().notifyListeners(SWT.MouseVerticalWheel, wheel);
        Point zoomed = canvas().locationOf(1);
        assertTrue(zoomed.x > before.x && zoomed.y < before.y);
        show(three());
        assertEquals(zoomed, canvas().locationOf(1));
        canvas().fit();
        assertEquals(before, canvas().locationOf(1));
    }

    @Test
    void a_hidden_axis_has_no_ticks() {
        Panel seen = panel(three());
        Axis hidden = new Axis("", Axis.Kind.HIDDEN, seen.vertical().range());
        long withTicks = show(seen).outside();
        long without = show(new Panel("", seen.horizontal(), hidden, true, seen.marks()))
                .outside();
        screenshot("hidden-axis");
        assertFalse(withTicks == without);
    }

    private void mouse(int type, Point at) {
        Event event = new Event();
        event.x = at.x;
        event.y = at.y;
        event.button = type == SWT.MouseMove ? 0 : 1;
        view().surface().notifyListeners(type, event);
    }
}
