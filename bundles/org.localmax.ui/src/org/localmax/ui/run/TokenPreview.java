package org.localmax.ui.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.localmax.analysis.Clusters;
import org.localmax.dynamics.Attention;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Tokens;
import org.localmax.geometry.Diameter;
import org.localmax.plots.Ink;
import org.localmax.plots.Mark;
import org.localmax.plots.Panel;
import org.localmax.plots.figures.HullOutline;
import org.localmax.plots.figures.Projection;
import org.localmax.plots.figures.StripBand;
import org.localmax.plots.figures.TokenPanel;
import org.localmax.plots.figures.TokenSymbols;
import org.localmax.plots.figures.TokenTrails;

/** Tokens of which no run is recorded, as panels. */
public final class TokenPreview {

    /** Tokens nearer than that to each other, in diameters of the first ones, look like one. */
    private static final double VISIBLE = 0.01;

    /** The colours before it are those of tokens, limits and hulls. */
    private static final int FIRST_STRIP = 4;

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
        return of(states, projection -> TokenSymbols.alike(states.getLast(), projection, Ink.category(0)));
    }

    /** The same with colours for those that have come together, as far as one sees. */
    public static Panel ofClusters(List<Tokens> states) {
        double linkage = VISIBLE * Diameter.of(states.getFirst());
        Clusters clusters = Clusters.of(states.getLast(), linkage);
        return of(states, projection -> TokenSymbols.byCluster(states.getLast(), clusters, projection));
    }

    /** Tokens with their hull, seen in two coordinates of theirs. */
    public static Panel of(Tokens tokens, Projection projection) {
        return of(List.of(tokens), projection, TokenSymbols.alike(tokens, projection, Ink.category(0)));
    }

    /**
     * The last of some states as in {@link #of(List)}, with the strips in which some tokens find their neighbours, as far as such are drawn.
     *
     * @param attention of the last state
     * @param tokens whose strips
     */
    public static Panel withStrips(List<Tokens> states, Attention attention, List<Integer> tokens) {
        return of(states, projection -> {
            List<Mark> marks = new ArrayList<>();
            if (StripBand.isDrawn(attention, projection)) {
                for (int k = 0; k < tokens.size(); k++) {
                    marks.addAll(StripBand.of(attention, tokens.get(k), FIRST_STRIP + k));
                }
            }
            marks.addAll(TokenSymbols.alike(states.getLast(), projection, Ink.category(0)));
            return marks;
        });
    }

    private static Panel of(List<Tokens> states, Function<Projection, List<Mark>> symbols) {
        Projection projection = Projection.natural(states.getFirst(), CancellationCheck.NONE);
        return of(states, projection, symbols.apply(projection));
    }

    private static Panel of(List<Tokens> states, Projection projection, List<Mark> symbols) {
        Tokens first = states.getFirst();
        List<Mark> marks = new ArrayList<>(HullOutline.ofTokens(first, projection, CancellationCheck.NONE));
        if (states.size() > 1 && first.count() <= TokenTrails.MOST_TOKENS) {
            marks.addAll(TokenTrails.of(states, projection, new int[0]));
        }
        marks.addAll(symbols);
        return CanvasPanel.of(TokenPanel.of("", projection, marks));
    }
}
