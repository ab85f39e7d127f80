package org.localmax.ui.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.localmax.plots.Palette;
import org.localmax.ui.plots.FigureView;
import org.localmax.ui.plots.PanelView;

/** A look at a figure in the window: at its grounds, its words and what is between its axes. */
final class FigureLook {

    private FigureLook() {}

    /** Looks at a figure on a light and on a dark ground, and leaves a screenshot of each. */
    static void inBothThemes(FigureView view, String name) {
        looksAt(view, name);
        Color ground = view.getBackground();
        Color letters = view.getForeground();
        view.setBackground(new Color(30, 31, 34));
        view.setForeground(new Color(230, 230, 230));
        assertTrue(view.views().getFirst().palette().isDark());
        looksAt(view, name + "-dark");
        view.setBackground(ground);
        view.setForeground(letters);
    }

    /** Frame, ticks, numbers and labels stand around the area of each panel, and none is empty. */
    private static void looksAt(FigureView view, String name) {
        Person.waitFor(name + " is drawn", () -> view.views().stream().allMatch(PanelView::isSettled));
        Palette palette = view.views().getFirst().palette();
        for (PanelView panel : view.views()) {
            Rectangle area = panel.area();
            assertTrue(area.width > 60 && area.height > 60, name + " has room: " + area);
            Point corner = view.toControl(panel.surface().toDisplay(area.x, area.y));
            Rectangle below = new Rectangle(corner.x, corner.y + area.height + 2, area.width, 40);
            Person.waitFor(
                    name + " has numbers or words below",
                    () -> Screenshot.count(view, below, palette.foreground()) > 20);
            Rectangle inside = new Rectangle(corner.x, corner.y, area.width, area.height);
            Person.waitFor(
                    name + " is not empty",
                    () -> Screenshot.count(view, inside, palette.background()) < area.width * area.height - 100);
        }
        Rectangle whole = new Rectangle(0, 0, view.getSize().x, view.getSize().y);
        Person.waitFor(
                name + " is on its ground",
                () -> Screenshot.count(view, whole, palette.background()) > whole.width * whole.height / 20);
        Person.waitFor(name + " has words", () -> Screenshot.count(view, whole, palette.foreground()) > 200);
        Screenshot.take(name);
    }
}
