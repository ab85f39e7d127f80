package org.localmax.plots.drawing;

import java.awt.Color;

/** Colours for a {@code Graphics2D}. */
final class Colours {

    private Colours() {}

    /** Of 0xAARRGGBB. */
    static Color of(int argb) {
        return new Color(argb, true);
    }
}
