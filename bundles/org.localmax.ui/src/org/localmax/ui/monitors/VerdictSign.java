package org.localmax.ui.monitors;

import org.eclipse.swt.graphics.RGB;
import org.localmax.analysis.monitors.Verdict;

/** How a verdict looks: a shape, a word and a colour, never colour alone. */
enum VerdictSign {
    HOLDS("\u25cf", 0x009E73),
    CONSISTENT("\u25d0", 0x0072B2),
    VIOLATED("\u2716", 0xD55E00),
    NOT_APPLICABLE("\u25cb", 0x8A8A8A),
    UNDECIDED("\u25c7", 0xB58900);

    private final String shape;
    private final int colour;

    VerdictSign(String shape, int colour) {
        this.shape = shape;
        this.colour = colour;
    }

    static VerdictSign of(Verdict verdict) {
        return valueOf(verdict.name());
    }

    /** Shape and word. */
    String text(Verdict verdict) {
        return shape + "  " + verdict.text();
    }

    RGB colour() {
        return new RGB(colour >> 16, colour >> 8 & 0xFF, colour & 0xFF);
    }
}
