package org.localmax.plots.figures;

import java.util.List;
import org.localmax.plots.Axis;
import org.localmax.plots.Figure;
import org.localmax.plots.Interval;
import org.localmax.plots.Panel;

/** Panels side by side on the same axes. */
public final class Comparison {

    /** More panels are too small to be read. */
    public static final int MOST_PANELS = 4;

    private Comparison() {}

    /**
     * The figure.
     *
     * @throws IllegalArgumentException if there is none, or there are more than 4
     */
    public static Figure of(List<Panel> panels, String caption) {
        if (panels.isEmpty() || panels.size() > MOST_PANELS) {
            throw new IllegalArgumentException(
                    "expected 1.." + MOST_PANELS + " panels to be compared, not " + panels.size());
        }
        Interval across = panels.stream().map(Panel::horizontalRange).reduce(Interval.EMPTY, Interval::hull);
        Interval along = panels.stream().map(Panel::verticalRange).reduce(Interval.EMPTY, Interval::hull);
        List<Panel> alike =
                panels.stream().map(panel -> showing(panel, across, along)).toList();
        return new Figure("", alike, alike.size() == MOST_PANELS ? 2 : alike.size(), caption);
    }

    /** The same panel with other ranges. */
    public static Panel showing(Panel panel, Interval across, Interval along) {
        Axis horizontal = panel.horizontal().showing(across.low(), across.high());
        Axis vertical = panel.vertical().showing(along.low(), along.high());
        return new Panel(panel.title(), horizontal, vertical, panel.equalScale(), panel.marks());
    }
}
