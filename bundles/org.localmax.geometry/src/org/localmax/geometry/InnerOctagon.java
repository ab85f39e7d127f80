package org.localmax.geometry;

import java.util.Arrays;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Tokens;

/**
 * The polygon of the extreme tokens of eight directions. Tokens beyond doubt inside it are no vertices of the hull (Akl and
 * Toussaint, Information Processing Letters 7, 1978): of a cloud that is no ring few are left.
 */
final class InnerOctagon {

    /** Counter-clockwise. */
    private static final int[][] DIRECTIONS = {{1, 0}, {1, 1}, {0, 1}, {-1, 1}, {-1, 0}, {-1, -1}, {0, -1}, {1, -1}};

    /** So many tokens lie between two checks. */
    private static final int BLOCK = 1 << 14;

    /** The coordinates of the tokens, two each. */
    private final double[] x;

    private final int[] corners = new int[DIRECTIONS.length];
    /** How far each corner is in its direction. */
    private final double[] reach = new double[DIRECTIONS.length];

    private InnerOctagon(Tokens tokens) {
        x = tokens.rows();
        Arrays.fill(reach, Double.NEGATIVE_INFINITY);
    }

    /** The tokens of a plane cloud that are not inside for certain, ascending: all vertices of the hull are among them. */
    static int[] outside(Tokens tokens, CancellationCheck wanted) {
        InnerOctagon octagon = new InnerOctagon(tokens);
        for (int i = 0; i < tokens.count(); i++) {
            checkNowAndThen(i, wanted);
            octagon.extend(i);
        }
        double[] edges = octagon.edges();
        int[] outside = new int[tokens.count()];
        int count = 0;
        for (int i = 0; i < tokens.count(); i++) {
            checkNowAndThen(i, wanted);
            if (!octagon.isInside(i, edges)) {
                outside[count++] = i;
            }
        }
        return Arrays.copyOf(outside, count);
    }

    static void checkNowAndThen(int i, CancellationCheck wanted) {
        if (i % BLOCK == 0) {
            wanted.check();
        }
    }

    private void extend(int i) {
        for (int v = 0; v < corners.length; v++) {
            double along = DIRECTIONS[v][0] * x[2 * i] + DIRECTIONS[v][1] * x[2 * i + 1];
            if (along > reach[v]) {
                corners[v] = i;
                reach[v] = along;
            }
        }
    }

    /** The edges that have a length: for each the place where it begins and its vector, four numbers. */
    private double[] edges() {
        double[] edges = new double[4 * corners.length];
        int count = 0;
        for (int v = 0; v < corners.length; v++) {
            int a = 2 * corners[v];
            int b = 2 * corners[(v + 1) % corners.length];
            if (x[a] != x[b] || x[a + 1] != x[b + 1]) {
                edges[count++] = x[a];
                edges[count++] = x[a + 1];
                edges[count++] = x[b] - x[a];
                edges[count++] = x[b + 1] - x[a + 1];
            }
        }
        return Arrays.copyOf(edges, count);
    }

    /**
     * Whether a token is strictly to the left of all edges: then the polygon winds around it, whatever its corners are. If there is
     * no edge, or only one there and back, no token is.
     */
    private boolean isInside(int i, double[] edges) {
        for (int e = 0; e < edges.length; e += 4) {
            double left = edges[e + 2] * (x[2 * i + 1] - edges[e + 1]);
            double right = edges[e + 3] * (x[2 * i] - edges[e]);
            if (!(left - right
                    > Orientation.PLANE_ERROR * (Math.abs(left) + Math.abs(right)) + Orientation.UNDERFLOW)) {
                return false;
            }
        }
        return edges.length > 0;
    }
}
