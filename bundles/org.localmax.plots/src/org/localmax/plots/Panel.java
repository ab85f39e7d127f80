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

    /** Around symbols, so that none is cut off by the frame. */
    private static final double BORDER_OF_SYMBOLS = 0.09;

    /** @throws IllegalArgumentException if the scales of logarithmic axes should be equal */
    public Panel {
        marks = List.copyOf(marks);
        if (equalScale && (horizontal.isLogarithmic() || vertical.isLogarithmic())) {
            throw new IllegalArgumentException("expected linear axes where scales are equal");
        }
    }

    /** What the horizontal axis shows: what it says, or else all marks and a little more. */
    public Interval horizontalRange() {
        return horizontal
                .range()
                .orElseGet(() -> horizontal.shown(
                        drawnAcross(), border(), equalScale ? drawnAlong().length() : 0));
    }

    /** What the vertical axis shows: what it says, or else all marks and a little more. */
    public Interval verticalRange() {
        return vertical.range()
                .orElseGet(() -> vertical.shown(
                        drawnAlong(), border(), equalScale ? drawnAcross().length() : 0));
    }

    private double border() {
        return marks.stream().anyMatch(Points.class::isInstance) ? BORDER_OF_SYMBOLS : BORDER;
    }

    /** The interval that the marks take on the horizontal axis; empty if no number has a place there. */
    public Interval drawnAcross() {
        return marks.stream().map(mark -> mark.across(horizontal)).reduce(Interval.EMPTY, Interval::hull);
    }

    /** The interval that the marks take on the vertical axis; empty if no number has a place there. */
    public Interval drawnAlong() {
        return marks.stream().map(mark -> mark.along(vertical)).reduce(Interval.EMPTY, Interval::hull);
    }

    /** The scale of the colours of the first mark that has one; empty if none has. */
    public Optional<ColourScale> colourScale() {
        return marks.stream().flatMap(mark -> mark.colourScale().stream()).findFirst();
    }
}
