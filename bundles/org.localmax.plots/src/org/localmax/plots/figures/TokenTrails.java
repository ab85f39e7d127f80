package org.localmax.plots.figures;

import java.util.List;
import org.localmax.dynamics.Tokens;
import org.localmax.plots.Colouring;
import org.localmax.plots.Dash;
import org.localmax.plots.Ink;
import org.localmax.plots.Mark;
import org.localmax.plots.Paths;

/** The ways of tokens from the first of some states to the last. */
public final class TokenTrails {

    /** The most tokens whose trails are told apart. */
    public static final int MOST_TOKENS = 500;

    /** The most states of a trail; of a longer run some are left out. */
    public static final int MOST_STATES = 400;

    private TokenTrails() {}

    /** A trail a token. */
    public static List<Mark> of(List<Tokens> states, Projection projection, int[] attractors) {
        int n = states.getFirst().count();
        double[][] x = new double[n][states.size()];
        double[][] y = new double[n][states.size()];
        for (int s = 0; s < states.size(); s++) {
            Tokens tokens = states.get(s);
            for (int i = 0; i < n; i++) {
                x[i][s] = projection.x(tokens.rows(), i * tokens.dimension());
                y[i][s] = projection.y(tokens.rows(), i * tokens.dimension());
            }
        }
        Colouring colouring = attractors.length == 0
                ? new Colouring.Uniform(Ink.FAINT.withOpacity(0.55))
                : new Colouring.ByCategory(attractors);
        return List.of(new Paths("trails", x, y, colouring, 0.5, Dash.SOLID));
    }
}
