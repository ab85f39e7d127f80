package org.localmax.plots;

/**
 * A line across all of a panel at one number: a step, a threshold. It does not stretch the axes.
 *
 * @param direction how it lies
 * @param value where it crosses the other axis
 */
public record Guide(String label, Direction direction, double value, Line line) implements Mark {

    /** How a guide lies. */
    public enum Direction {
        HORIZONTAL,
        VERTICAL
    }

    @Override
    public Sample sample() {
        return new Sample.OfLine(line);
    }

    @Override
    public Interval across(Axis horizontal) {
        return Interval.EMPTY;
    }

    @Override
    public Interval along(Axis vertical) {
        return Interval.EMPTY;
    }
}
