package org.localmax.plots;

/**
 * Words at a point of a panel. They do not stretch the axes.
 *
 * @param text the words
 * @param x where
 * @param y where
 * @param place on which side of the point they stand
 */
public record Note(String text, double x, double y, Place place, Ink ink) implements Mark {

    /** Where words stand as seen from their point. */
    public enum Place {
        ABOVE,
        BELOW,
        LEFT,
        RIGHT,
        CENTRE
    }

    /** Notes speak for themselves. */
    @Override
    public String label() {
        return "";
    }

    @Override
    public Sample sample() {
        return new Sample.OfSymbol(Symbol.CIRCLE, ink);
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
