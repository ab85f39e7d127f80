package org.localmax.ui.run;

import java.util.ArrayList;
import java.util.List;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Tokens;
import org.localmax.plots.Mark;
import org.localmax.plots.Panel;
import org.localmax.plots.figures.HullOutline;
import org.localmax.plots.figures.Projection;
import org.localmax.plots.figures.TokenPanel;
import org.localmax.plots.figures.TokenSymbols;
import org.localmax.plots.figures.TokenTrails;

/** Tokens of which no run is recorded, as panels. */
public final class TokenPreview {

    private TokenPreview() {}

    /** Tokens with their hull. */
    public static Panel of(Tokens tokens) {
        return of(List.of(tokens));
    }

    /**
     * The last of some states with the hull of the first, and the ways of few tokens between.
     *
     * @param states of the same tokens, at least one
     */
    public static Panel of(List<Tokens> states) {
        Tokens first = states.getFirst();
        Projection projection = Projection.natural(first, CancellationCheck.NONE);
        List<Mark> marks = new ArrayList<>(HullOutline.ofTokens(first, projection, CancellationCheck.NONE));
        if (states.size() > 1 && first.count() <= TokenTrails.MOST_TOKENS) {
            marks.addAll(TokenTrails.of(states, projection, new int[0]));
        }
        marks.addAll(TokenSymbols.alike(states.getLast(), projection));
        return CanvasPanel.of(TokenPanel.of("", projection, marks));
    }
}
