package org.localmax.plots;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

    /**
     * The labelled marks of all panels, in the order in which they are drawn. Those with the same label are one entry with a sample of each
     * kind.
     */
    public List<LegendEntry> legend() {
        Map<String, LegendEntry> entries = new LinkedHashMap<>();
        for (Panel panel : panels) {
            for (Mark mark : panel.marks()) {
                if (!mark.label().isEmpty()) {
                    entries.merge(
                            mark.label(),
                            new LegendEntry(mark.label(), List.of(mark.sample())),
                            (known, other) -> known.with(other.samples().getFirst()));
                }
            }
        }
        return List.copyOf(entries.values());
    }
}
