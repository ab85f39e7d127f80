package org.localmax.plots;

import java.util.ArrayList;
import java.util.List;

/**
 * A figure: panels in a grid with one legend and one caption below.
 *
 * @param title what stands above; empty for none
 * @param panels row by row, from above
 * @param columns how many panels stand side by side
 * @param caption what stands below: the variant of the rule, its parameters, what is left out; empty for none
 */
public record Figure(String title, List<Panel> panels, int columns, String caption) {

    /** @throws IllegalArgumentException if there is no panel, or there are not that many columns */
    public Figure {
        panels = List.copyOf(panels);
        if (panels.isEmpty()) {
            throw new IllegalArgumentException("expected a figure of at least one panel");
        }
        if (columns < 1 || columns > panels.size()) {
            throw new IllegalArgumentException("expected between 1 and " + panels.size() + " columns, not " + columns);
        }
    }

    /** One panel, without a title of its own. */
    public static Figure of(Panel panel, String caption) {
        return new Figure("", List.of(panel), 1, caption);
    }

    /** Panels side by side. */
    public static Figure beside(String title, List<Panel> panels, String caption) {
        return new Figure(title, panels, panels.size(), caption);
    }

    /** The same without a caption. */
    public Figure withoutCaption() {
        return new Figure(title, panels, columns, "");
    }

    public int rows() {
        return Math.ceilDiv(panels.size(), columns);
    }

    /** The labelled marks of all panels, in the order in which they are drawn; of those with the same label the first. */
    public List<LegendEntry> legend() {
        List<LegendEntry> entries = new ArrayList<>();
        for (Panel panel : panels) {
            for (Mark mark : panel.marks()) {
                boolean isNew =
                        entries.stream().noneMatch(entry -> entry.label().equals(mark.label()));
                if (!mark.label().isEmpty() && isNew) {
                    entries.add(new LegendEntry(mark.label(), mark.sample()));
                }
            }
        }
        return List.copyOf(entries);
    }
}
