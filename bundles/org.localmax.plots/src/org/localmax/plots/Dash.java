package org.localmax.plots;

/** How a line is broken. */
public enum Dash {
    SOLID,
    DASHED(4, 2.5f),
    DOTTED(1, 2),
    DASH_DOTTED(5, 2, 1, 2),
    LONG(8, 2.5f);

    private final float[] pattern;

    Dash(float... pattern) {
        this.pattern = pattern;
    }

    /** Lengths drawn and left out in turn, in widths of the line; none for a line that is not broken. */
    public float[] pattern() {
        return pattern.clone();
    }

    /** The dash of a category, so that lines are told apart without colours. */
    public static Dash category(int index) {
        return values()[Math.floorMod(index, values().length)];
    }
}
