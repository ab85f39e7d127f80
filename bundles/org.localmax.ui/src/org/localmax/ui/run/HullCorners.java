package org.localmax.ui.run;

import org.localmax.dynamics.Tokens;
import org.localmax.geometry.PlanarHull;

/** The corners of the convex hull of tokens as drawn: of their first two coordinates. */
public final class HullCorners {

    private HullCorners() {}

    /** The corners in order around the hull, each of two coordinates; two for tokens on a line, one for a point. */
    public static double[][] of(Tokens tokens) {
        Tokens drawn = inThePlane(tokens);
        int[] vertices = PlanarHull.of(drawn).vertices();
        double[][] corners = new double[vertices.length][];
        for (int v = 0; v < vertices.length; v++) {
            corners[v] = drawn.token(vertices[v]);
        }
        return corners;
    }

    private static Tokens inThePlane(Tokens tokens) {
        if (tokens.dimension() == 2) {
            return tokens;
        }
        double[] values = new double[2 * tokens.count()];
        for (int i = 0; i < tokens.count(); i++) {
            values[2 * i] = tokens.get(i, 0);
            values[2 * i + 1] = tokens.dimension() > 1 ? tokens.get(i, 1) : 0;
        }
        return Tokens.ofRows(tokens.count(), 2, values);
    }
}
