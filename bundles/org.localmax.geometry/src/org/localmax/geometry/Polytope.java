package org.localmax.geometry;

import java.util.Arrays;
import java.util.List;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.Vectors;

/**
 * The convex hull K = conv X of tokens in R^d, by its vertices. Immutable.
 *
 * <p>For d up to 3 the vertices and faces are exact for the stored binary64 coordinates, however thin, tiny or large the cloud
 * is; in higher dimensions they are up to the {@linkplain ManyDimensionalHull#tolerance() tolerance} of that hull. Clouds that
 * span less than R^d, down to a single point, have the vertices and faces of what they span.
 */
public sealed interface Polytope permits LinearHull, PlanarHull, SpatialHull, ManyDimensionalHull {

    /** The hull of tokens. */
    static Polytope of(Tokens tokens) {
        return of(tokens, CancellationCheck.NONE);
    }

    /** The same, unless it is cancelled. */
    static Polytope of(Tokens tokens, CancellationCheck wanted) {
        return switch (tokens.dimension()) {
            case 1 -> LinearHull.of(tokens);
            case 2 -> PlanarHull.of(tokens, wanted);
            case 3 -> SpatialHull.of(tokens, wanted);
            default -> ManyDimensionalHull.of(tokens, wanted);
        };
    }

    /** The tokens whose hull this is. */
    Tokens tokens();

    /**
     * The vertices as token numbers, of coincident tokens the one of least number; in the plane counter-clockwise, otherwise
     * in ascending order, on the line from the least coordinate to the greatest. A new array.
     */
    int[] vertices();

    /** The dimension of the affine hull: 0 for a point, 1 for a segment, up to d. */
    int affineDimension();

    /**
     * Whether a point of R^d is in K.
     *
     * @param tolerance points at most so far from K are in it, in units of the coordinates; with 0 the answer is exact for d up
     *     to 3, and up to the tolerance of the hull otherwise
     */
    boolean contains(double[] point, double tolerance);

    /** Whether {@link #faces()} and {@link #neighbours} are known: they are for d up to 3. */
    boolean knowsFaces();

    /**
     * All nonempty faces in the order of their dimensions, from the vertices to K itself.
     *
     * @throws UnsupportedOperationException if they are not known
     */
    List<Face> faces();

    /**
     * The vertices joined to a vertex by an edge, as token numbers, in no particular order.
     *
     * @param vertex a token number
     * @throws UnsupportedOperationException if they are not known
     */
    int[] neighbours(int vertex);

    /** The coordinates of the vertices in their order, h x d. */
    default Tokens corners() {
        int[] vertices = vertices();
        int d = tokens().dimension();
        double[] rows = new double[vertices.length * d];
        for (int v = 0; v < vertices.length; v++) {
            System.arraycopy(tokens().rows(), vertices[v] * d, rows, v * d, d);
        }
        return Tokens.ofRows(vertices.length, d, rows);
    }

    /** The support function h(u) = max over x in K of &lt;u, x&gt;. */
    default double support(double[] direction) {
        requireDimension(direction);
        double largest = Double.NEGATIVE_INFINITY;
        for (int v : vertices()) {
            largest = Math.max(largest, along(direction, v));
        }
        return largest;
    }

    /**
     * The vertices at which &lt;u, x&gt; is at least h(u) - tolerance, as token numbers in the order of {@link #vertices}: those
     * of the face of K in direction u, as far as inner products and their rounding tell.
     */
    default int[] supporting(double[] direction, double tolerance) {
        double least = support(direction) - tolerance;
        return Arrays.stream(vertices())
                .filter(v -> along(direction, v) >= least)
                .toArray();
    }

    private double along(double[] direction, int token) {
        return Vectors.dot(direction, 0, tokens().rows(), token * direction.length, direction.length);
    }

    /**
     * Checks that a vector is one of R^d.
     *
     * @throws IllegalArgumentException if it is not
     */
    private void requireDimension(double[] vector) {
        requireDimension(tokens(), vector);
    }

    /** Checks that a vector has as many coordinates as the tokens. */
    static void requireDimension(Tokens tokens, double[] vector) {
        if (vector.length != tokens.dimension()) {
            throw new IllegalArgumentException("the vector has " + vector.length + " coordinates; expected "
                    + tokens.dimension() + ", since the tokens have dimension " + tokens.dimension());
        }
    }
}
