package org.localmax.geometry;

import java.util.List;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Points;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.Vectors;

/**
 * The convex hull conv X of tokens in any dimension, by its vertices, without its faces. Immutable.
 *
 * <p>The vertices are found as by Clarkson (Foundations of Computer Science 35, 1994): a token is compared with the hull of the
 * vertices already known, and if it is outside, the token farthest in the direction of the shortest way there is a new one.
 * Whether it is outside is told by {@linkplain MinimumNormPoint Wolfe's algorithm}, whose answer is either a convex combination
 * within the tolerance or a hyperplane that separates. With h vertices O(n h d) for every round of that algorithm, of which
 * there are a few per dimension.
 */
public final class ManyDimensionalHull implements Polytope {

    private static final double RELATIVE_TOLERANCE = 1e-12;

    private final Tokens tokens;
    private final int[] vertices;
    private final int affineDimension;
    private final double tolerance;

    private ManyDimensionalHull(Tokens tokens, int[] vertices, int affineDimension, double tolerance) {
        this.tokens = tokens;
        this.vertices = vertices;
        this.affineDimension = affineDimension;
        this.tolerance = tolerance;
    }

    /** The hull of tokens. */
    public static ManyDimensionalHull of(Tokens tokens) {
        return of(tokens, CancellationCheck.NONE);
    }

    /** The same, unless it is cancelled. */
    public static ManyDimensionalHull of(Tokens tokens, CancellationCheck wanted) {
        ExactScaling scaling = ExactScaling.of(tokens);
        Tokens x = scaling.tokens();
        double tolerance = tolerance(x);
        ExtremeTokens extreme = new ExtremeTokens(x, Points.of(tokens), tolerance, wanted);
        int[] vertices = extreme.vertices();
        return new ManyDimensionalHull(
                tokens, vertices, affineDimension(x, vertices, tolerance), scaling.unscaled(tolerance, 1));
    }

    /** The tolerance of the hull of scaled tokens. */
    static double tolerance(Tokens x) {
        return Math.max(RELATIVE_TOLERANCE, 64 * x.dimension() * Vectors.UNIT_ROUNDOFF) * diagonal(x);
    }

    /** The diagonal of the bounding box. */
    private static double diagonal(Tokens x) {
        double[] low = x.token(0);
        double[] high = x.token(0);
        for (int i = 1; i < x.count(); i++) {
            for (int k = 0; k < low.length; k++) {
                low[k] = Math.min(low[k], x.get(i, k));
                high[k] = Math.max(high[k], x.get(i, k));
            }
        }
        return Vectors.distance(low, 0, high, 0, low.length);
    }

    /** How many of the vertices, each the farthest from the span of those before, are farther from it than the tolerance. */
    private static int affineDimension(Tokens x, int[] vertices, double tolerance) {
        int d = x.dimension();
        double[][] rest = new double[vertices.length][];
        for (int v = 0; v < vertices.length; v++) {
            rest[v] = x.token(vertices[v]);
            for (int k = 0; k < d; k++) {
                rest[v][k] -= x.get(vertices[0], k);
            }
        }
        int found = 0;
        boolean spansMore = true;
        while (spansMore && found < d) {
            double[] farthest = rest[0];
            for (double[] vector : rest) {
                farthest = Vectors.norm(vector, 0, d) > Vectors.norm(farthest, 0, d) ? vector : farthest;
            }
            double length = Vectors.norm(farthest, 0, d);
            spansMore = length > tolerance;
            if (spansMore) {
                found++;
                project(rest, farthest.clone(), length);
            }
        }
        return found;
    }

    /** Takes from vectors what lies along a direction, twice, since the first time leaves rounding behind. */
    private static void project(double[][] vectors, double[] direction, double length) {
        for (double[] vector : vectors) {
            for (int pass = 0; pass < 2; pass++) {
                double along = Vectors.dot(vector, 0, direction, 0, vector.length) / length / length;
                for (int k = 0; k < vector.length; k++) {
                    vector[k] = Math.fma(-along, direction[k], vector[k]);
                }
            }
        }
    }

    /**
     * The tolerance of the answer, in units of the coordinates: 1e-12 times the diagonal of the bounding box, in more than 140
     * dimensions somewhat more. A token that is no vertex is at most so far from the hull of the others that were left when it was
     * dropped; a vertex is farther than that from the hull of the other vertices. The affine hull is known to the same
     * tolerance.
     */
    public double tolerance() {
        return tolerance;
    }

    @Override
    public Tokens tokens() {
        return tokens;
    }

    @Override
    public int[] vertices() {
        return vertices.clone();
    }

    @Override
    public int affineDimension() {
        return affineDimension;
    }

    @Override
    public boolean contains(double[] point, double tolerated) {
        Requirements.dimension(tokens, point);
        return PolytopeDistance.euclidean(point, this).distance() <= Math.max(tolerance, tolerated);
    }

    @Override
    public boolean knowsFaces() {
        return false;
    }

    @Override
    public List<Face> faces() {
        throw new UnsupportedOperationException("the faces of a hull in dimension " + tokens.dimension()
                + " are not known; they are for dimensions up to 3");
    }

    @Override
    public int[] neighbours(int vertex) {
        throw new UnsupportedOperationException("the edges of a hull in dimension " + tokens.dimension()
                + " are not known; they are for dimensions up to 3");
    }
}
