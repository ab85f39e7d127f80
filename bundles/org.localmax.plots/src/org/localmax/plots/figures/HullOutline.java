package org.localmax.plots.figures;

import java.util.List;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Tokens;
import org.localmax.geometry.PlanarHull;
import org.localmax.plots.Dash;
import org.localmax.plots.Ink;
import org.localmax.plots.Line;
import org.localmax.plots.Mark;
import org.localmax.plots.Polygon;

/** The convex hull of points in a picture; that of a projection is the projection of the hull. */
public final class HullOutline {

    private HullOutline() {}

    /** conv X of the tokens of a state. */
    public static List<Mark> ofTokens(Tokens tokens, Projection projection, CancellationCheck wanted) {
        return List.of(of(
                "conv X(t)",
                tokens,
                projection,
                Ink.FAINT.withOpacity(0.08),
                new Line(Ink.FAINT, 0.8, Dash.SOLID),
                wanted));
    }

    /** K, of which the vertices are given. */
    public static List<Mark> ofLimits(Tokens vertices, Projection projection, CancellationCheck wanted) {
        return List.of(of(
                "K",
                vertices,
                projection,
                Ink.category(0).withOpacity(0.12),
                new Line(Ink.category(0), 1, Dash.DASHED),
                wanted));
    }

    private static Polygon of(
            String label, Tokens points, Projection projection, Ink fill, Line outline, CancellationCheck wanted) {
        Tokens corners = PlanarHull.of(projection.plane(points), wanted).corners();
        double[] x = new double[corners.count()];
        double[] y = new double[corners.count()];
        for (int c = 0; c < x.length; c++) {
            x[c] = corners.get(c, 0);
            y[c] = corners.get(c, 1);
        }
        return new Polygon(label, x, y, fill, outline, true);
    }
}
