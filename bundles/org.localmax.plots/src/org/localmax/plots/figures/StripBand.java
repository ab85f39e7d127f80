package org.localmax.plots.figures;

import java.util.ArrayList;
import java.util.List;
import org.localmax.dynamics.Attention;
import org.localmax.dynamics.AttentionRule.HegselmannKrause;
import org.localmax.dynamics.AttentionRule.Localmax;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.Vectors;
import org.localmax.plots.Colouring;
import org.localmax.plots.Dash;
import org.localmax.plots.Disc;
import org.localmax.plots.Ink;
import org.localmax.plots.Line;
import org.localmax.plots.Mark;
import org.localmax.plots.Points;
import org.localmax.plots.Polygon;
import org.localmax.plots.Symbol;

/**
 * Z_i = {y : max_k g_ik - delta s_i &lt;= &lt;A x_i, y&gt; &lt;= max_k g_ik}, the strip in which the neighbours of token i are, and
 * its ball under bounded confidence; in the plane.
 */
public final class StripBand {

    private StripBand() {}

    /** Whether a picture can show the strips of an attention. */
    public static boolean isDrawn(Attention attention, Projection projection) {
        boolean hasStrip = attention.dynamics().rule() instanceof Localmax
                || attention.dynamics().rule() instanceof HegselmannKrause;
        return hasStrip && projection.kind() == Projection.Kind.PLANE;
    }

    /** The strip of a token and the token itself; nothing more where it is all of the plane. */
    public static List<Mark> of(Attention attention, int token, int category) {
        Tokens tokens = attention.state().tokens();
        double x = tokens.get(token, 0);
        double y = tokens.get(token, 1);
        Ink ink = Ink.category(category);
        Line edge = new Line(ink, 0.8, Dash.category(category));
        List<Mark> marks = new ArrayList<>();
        if (attention.dynamics().rule() instanceof HegselmannKrause) {
            if (Double.isFinite(attention.parameter())) {
                marks.add(new Disc("ball of token " + token, x, y, attention.parameter(), ink.withOpacity(0.18), edge));
            }
        } else {
            marks.addAll(band(attention, token, ink, edge));
        }
        marks.add(new Points("", new double[] {x}, new double[] {y}, new Colouring.Uniform(ink), Symbol.RING, 9));
        return marks;
    }

    private static List<Mark> band(Attention attention, int token, Ink ink, Line edge) {
        Tokens tokens = attention.state().tokens();
        double[] query = new double[2];
        attention.query(token, query);
        double length = Vectors.norm(query, 0, 2);
        double best = Double.NEGATIVE_INFINITY;
        for (double score : attention.scores(token)) {
            best = Math.max(best, score);
        }
        double threshold = attention.strip(token, query, best).threshold();
        if (length == 0 || !Double.isFinite(threshold)) {
            return List.of();
        }
        double ux = query[0] / length;
        double uy = query[1] / length;
        double far = 8 * Math.max(tokens.largestNorm(), Math.abs(threshold) / length);
        double[] offsets = {threshold / length, threshold / length, best / length, best / length};
        double[] sides = {-far, far, far, -far};
        double[] x = new double[4];
        double[] y = new double[4];
        for (int c = 0; c < 4; c++) {
            x[c] = offsets[c] * ux - sides[c] * uy;
            y[c] = offsets[c] * uy + sides[c] * ux;
        }
        return List.of(new Polygon("strip of token " + token, x, y, ink.withOpacity(0.15), edge, false));
    }
}
