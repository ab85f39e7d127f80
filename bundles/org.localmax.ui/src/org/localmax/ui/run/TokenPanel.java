package org.localmax.ui.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.localmax.dynamics.Tokens;
import org.localmax.plots.Axis;
import org.localmax.plots.Colouring;
import org.localmax.plots.Dash;
import org.localmax.plots.Guide;
import org.localmax.plots.Ink;
import org.localmax.plots.Line;
import org.localmax.plots.Mark;
import org.localmax.plots.Panel;
import org.localmax.plots.Paths;
import org.localmax.plots.Points;
import org.localmax.plots.Polygon;
import org.localmax.plots.Symbol;

/**
 * Tokens at one step, as a panel.
 *
 * @param tokens the tokens; the first two coordinates are drawn
 * @param categories a category for each token that gives its colour, or an empty array if all are alike
 * @param trail earlier states of the same tokens, oldest first; may be empty
 * @param hullOf the tokens whose convex hull is drawn
 * @param extent what the axes show
 */
public record TokenPanel(Tokens tokens, int[] categories, List<Tokens> trail, Tokens hullOf, TokenExtent extent) {

    /** Trails of more segments than this are not drawn. */
    private static final int TRAIL_SEGMENTS = 60_000;

    /** Tokens on a line have no second coordinate; scales are equal all the same. */
    private static final Axis NO_AXIS = new Axis("", Axis.Kind.HIDDEN, Optional.empty());

    private static final int HULL_CATEGORY = 5;
    private static final Ink HULL = Ink.category(HULL_CATEGORY);

    public TokenPanel {
        trail = List.copyOf(trail);
    }

    /** Tokens with their own hull, all alike. */
    public static TokenPanel of(Tokens tokens) {
        return new TokenPanel(tokens, new int[0], List.of(), tokens, TokenExtent.of(tokens));
    }

    /** The panel with some layers. */
    public Panel panel(TokenLayers layers) {
        List<Mark> marks = new ArrayList<>();
        int dimension = tokens.dimension();
        if (dimension == 1) {
            marks.add(new Guide("", Guide.Direction.HORIZONTAL, 0, Line.solid(Ink.FAINT, 0.75)));
        }
        if (layers.hull()) {
            addHull(marks);
        }
        int trailed = layers.trails() ? trailed() : 0;
        if (trailed > 0) {
            marks.add(trails(trailed));
        }
        TokenPlane plane = TokenPlane.of(tokens);
        marks.add(new Points(
                "tokens", plane.x(), plane.y(), colouring(tokens.count(), 1), Symbol.CIRCLE, size(tokens.count())));
        return new Panel(
                title(trailed),
                extent.horizontal("x\u2081"),
                dimension == 1 ? NO_AXIS : extent.vertical("x\u2082"),
                true,
                marks);
    }

    private String title(int trailed) {
        List<String> said = new ArrayList<>();
        if (tokens.dimension() > 2) {
            said.add("coordinates 1 and 2 of " + tokens.dimension());
        }
        if (trailed > 0 && trailed < tokens.count()) {
            said.add("trails of the first " + trailed + " tokens");
        }
        return String.join("  \u00b7  ", said);
    }

    private void addHull(List<Mark> marks) {
        double[][] corners = HullCorners.of(hullOf);
        if (corners.length >= 2) {
            double[] x = Arrays.stream(corners).mapToDouble(corner -> corner[0]).toArray();
            double[] y = Arrays.stream(corners).mapToDouble(corner -> corner[1]).toArray();
            marks.add(new Polygon(
                    "convex hull", x, y, HULL.withOpacity(0.16), Line.solid(HULL.withOpacity(0.8), 1.5), true));
        }
    }

    /** How many tokens, from the first, have a trail. */
    private int trailed() {
        return trail.isEmpty() ? 0 : Math.min(tokens.count(), Math.max(1, TRAIL_SEGMENTS / trail.size()));
    }

    private Paths trails(int count) {
        double[][] x = new double[count][trail.size() + 1];
        double[][] y = new double[count][trail.size() + 1];
        for (int t = 0; t <= trail.size(); t++) {
            Tokens state = t < trail.size() ? trail.get(t) : tokens;
            for (int i = 0; i < count; i++) {
                x[i][t] = state.get(i, 0);
                y[i][t] = state.dimension() > 1 ? state.get(i, 1) : 0;
            }
        }
        return new Paths("trails", x, y, colouring(count, count > 100 ? 0.28 : 0.47), 0.75, Dash.SOLID);
    }

    private Colouring colouring(int count, double opacity) {
        return categories.length == 0
                ? new Colouring.Uniform(Ink.category(0).withOpacity(opacity))
                : new Colouring.ByCategory(Arrays.copyOf(categories, count), opacity);
    }

    /** Smaller, the more there are. */
    private static double size(int count) {
        return count <= 60 ? 7.5 : count <= 400 ? 6 : count <= 5000 ? 4.5 : 3;
    }
}
