package org.localmax.ui.run;

/** What is drawn besides the tokens. */
public record TokenLayers(boolean hull, boolean trails) {

    /** Everything. */
    public static final TokenLayers ALL = new TokenLayers(true, true);
}
