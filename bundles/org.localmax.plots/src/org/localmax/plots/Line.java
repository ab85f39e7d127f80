package org.localmax.plots;

/**
 * How a line is drawn.
 *
 * @param width in points of 1/72 inch; 0 for no line at all
 */
public record Line(Ink ink, double width, Dash dash) {

    /** No line. */
    public static final Line NONE = new Line(Ink.FOREGROUND, 0, Dash.SOLID);

    /** A line that is not broken. */
    public static Line solid(Ink ink, double width) {
        return new Line(ink, width, Dash.SOLID);
    }

    /** The curve of a category: told apart by colour and by dash. */
    public static Line category(int index) {
        return new Line(Ink.category(index), 1.3, Dash.category(index));
    }

    public boolean isDrawn() {
        return width > 0;
    }
}
