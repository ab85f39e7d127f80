package org.localmax.plots;

import java.util.List;
import java.util.Optional;

/**
 * One pair of axes and what is drawn between them.
 *
 * @param title what stands above; empty for none
 * @param horizontal the axis of x
 * @param vertical the axis of y
 * @param equalScale whether a unit is as long on both axes, as where tokens are seen
 * @param marks in the order in which they are drawn
 */
public record Panel(String title, Axis horizontal, Axis vertical, boolean equalScale, List<Mark> marks) {

    private static final double BORDER = 0.05;

    /** @throws IllegalArgumentException if the scales of logarithmic axes should be equal */
    public Panel {
        marks = List.copyOf(marks);
        if (equalScale && (horizontal.isLogarithmic() || vertical.isLogarithmic())) {
            throw new IllegalArgumentException("expected linear axes where scales are equal");
        }
    }

    /** What the horizontal axis shows: what it says, or else all marks and a little more. */
    public Interval horizontalRange() {
        return horizontal.shown(marks.stream().map(mark -> mark.across(horizontal)).reduce(Interval.EMPTY, Interval::hull), BORDER);
    }

    /** What the vertical axis shows: what it says, or else all marks and a little more. */
    public Interval verticalRange() {
        return vertical.shown(marks.stream().map(mark -> mark.along(vertical)).reduce(Interval.EMPTY, Interval::hull), BORDER);
    }

    /** The scale of the colours of the first mark that has one; empty if none has. */
    public Optional<ColourScale> colourScale() {
        return marks.stream().flatMap(mark -> mark.colourScale().stream()).findFirst();
    }
}
