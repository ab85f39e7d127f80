package org.localmax.ui.run;

import org.localmax.dynamics.Tokens;
import org.localmax.ui.plots.Digits;

/** A token in words. */
public final class TokenName {

    private static final int COORDINATES_SHOWN = 6;

    private TokenName() {}

    /** The number of a token and its first coordinates. */
    public static String of(Tokens tokens, int token) {
        StringBuilder text = new StringBuilder(Texts.name(Texts.numberedToken, token)).append("  (");
        int shown = Math.min(COORDINATES_SHOWN, tokens.dimension());
        for (int k = 0; k < shown; k++) {
            text.append(k == 0 ? "" : ", ").append(Digits.of(tokens.get(token, k)));
        }
        return text.append(shown < tokens.dimension() ? ", \u2026)" : ")").toString();
    }
}
