package org.localmax.plots.figures;

import java.util.Arrays;
import java.util.Locale;

/** By what tokens are coloured. */
public enum TokenColours {
    /** All alike. */
    NONE("all alike"),
    /** By the limit that each goes to. */
    ATTRACTOR("by limit"),
    /** S_1, whose limits are vertices of K, and S_2, the others. */
    SETS("S\u2081 and S\u2082"),
    /** By |C_i|. */
    NEIGHBOURS("by |C\u1d62|");

    private final String meaning;

    TokenColours(String meaning) {
        this.meaning = meaning;
    }

    /** What it shows, in words. */
    public String meaning() {
        return meaning;
    }

    /** The word on the command line. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The colours of a word.
     *
     * @throws IllegalArgumentException if there are none
     */
    public static TokenColours parse(String text) {
        return Arrays.stream(values())
                .filter(colours -> colours.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is no colouring; expected one of "
                        + String.join(
                                ", ",
                                Arrays.stream(values()).map(TokenColours::text).toList())));
    }
}
