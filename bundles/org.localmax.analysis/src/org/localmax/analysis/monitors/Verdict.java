package org.localmax.analysis.monitors;

import java.util.Locale;

/** What a monitor says of a statement. */
public enum Verdict {
    /** It held in every step seen, and speaks of these alone. */
    HOLDS,
    /** Nothing seen so far speaks against it; it speaks of what is yet to come. */
    CONSISTENT,
    /** It failed, by more than rounding and tolerance explain. */
    VIOLATED,
    /** A hypothesis of it is not met. */
    NOT_APPLICABLE,
    /** Rounding or a tolerance could turn the verdict. */
    UNDECIDED;

    /** The words in files and tables. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
