package org.localmax.plots.media;

import java.awt.RenderingHints;

/**
 * The point of a text that stays where it is when another font makes it wider or narrower, as a paper's own font does
 * in PGF. As a rendering hint under {@link #KEY} it tells how {@code drawString} is meant, whose position always is
 * the left end of the baseline. Without it text is held at its centre, where widths do the least harm.
 */
public enum Alignment {
    LEFT,
    CENTER,
    RIGHT;

    /** The hint. */
    public static final RenderingHints.Key KEY = new RenderingHints.Key(0x10ca1) {
        @Override
        public boolean isCompatibleValue(Object value) {
            return value instanceof Alignment;
        }
    };

    /** How much of a text lies left of the point, from 0 to 1. */
    double before() {
        return ordinal() / 2.0;
    }
}
