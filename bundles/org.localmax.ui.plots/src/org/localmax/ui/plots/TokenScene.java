package org.localmax.ui.plots;

import java.util.List;
import org.localmax.dynamics.Tokens;

/**
 * What a token view shows at one step. The arrays are read, never changed.
 *
 * @param tokens the tokens; the first two coordinates are drawn
 * @param categories a category for each token that gives its colour, or an empty array if all are alike
 * @param hull corners in order of the polygon that is drawn as the convex hull, each of two coordinates; may be empty
 * @param trail earlier states of the same tokens, oldest first; may be empty
 */
public record TokenScene(Tokens tokens, int[] categories, double[][] hull, List<Tokens> trail) {

    public TokenScene {
        if (categories.length != 0 && categories.length != tokens.count()) {
            throw new IllegalArgumentException(
                    "expected a category for each of " + tokens.count() + " tokens, not " + categories.length);
        }
        trail = List.copyOf(trail);
    }

    /** Tokens alone. */
    public static TokenScene of(Tokens tokens) {
        return new TokenScene(tokens, new int[0], new double[0][], List.of());
    }

    int category(int token) {
        return categories.length == 0 ? 0 : categories[token];
    }

    static double second(Tokens tokens, int token) {
        return tokens.dimension() > 1 ? tokens.get(token, 1) : 0;
    }
}
