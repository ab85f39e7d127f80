package org.localmax.geometry;

import java.util.Arrays;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.Vectors;

/**
 * Distances of points from a polytope, in the Euclidean norm or in that of an interaction.
 *
 * <p>On the line and in the plane by formulas, point by edge, after an exact answer to whether the point is inside; in higher
 * dimensions by {@linkplain MinimumNormPoint Wolfe's algorithm}, in space after such an answer too. Rounding is a small
 * multiple of d u, u = 2^-53, times the largest distance of the point from a vertex.
 */
public final class PolytopeDistance {

    private final Polytope polytope;
    private final InteractionNorm norm;
    private final int[] vertices;
    private final Tokens corners;
    private final Tokens mapped;

    /**
     * Distances from a polytope.
     *
     * @throws IllegalArgumentException if the norm is one of another dimension
     */
    public PolytopeDistance(Polytope polytope, InteractionNorm norm) {
        if (norm.dimension() != polytope.tokens().dimension()) {
            throw new IllegalArgumentException("the norm is one of R^" + norm.dimension() + "; expected R^"
                    + polytope.tokens().dimension() + ", where the tokens are");
        }
        this.polytope = polytope;
        this.norm = norm;
        vertices = polytope.vertices();
        corners = polytope.corners();
        mapped = norm.toEuclidean(corners);
    }

    /** The point of a polytope nearest to a given one in the Euclidean norm. */
    public static NearestPoint euclidean(double[] point, Polytope polytope) {
        InteractionNorm norm = InteractionNorm.euclidean(polytope.tokens().dimension());
        return new PolytopeDistance(polytope, norm).nearest(point);
    }

    /** The point of the polytope nearest to a given one. */
    public NearestPoint nearest(double[] point) {
        Polytope.requireDimension(corners, point);
        boolean isInside = point.length <= 3 && polytope.contains(point, 0);
        if (isInside) {
            return new NearestPoint(point.clone(), 0, 0, new int[0]);
        }
        return point.length <= 2 ? acrossEdges(point) : wolfe(point);
    }

    /** An upper bound of the distance: that of the nearest vertex. */
    double toNearestVertex(double[] point) {
        double[] image = norm.toEuclidean(point);
        double least = Double.POSITIVE_INFINITY;
        for (int v = 0; v < vertices.length; v++) {
            least = Math.min(least, Vectors.distance(image, 0, mapped.rows(), v * image.length, image.length));
        }
        return least;
    }

    private NearestPoint acrossEdges(double[] point) {
        int[] nearest = {0};
        double[] weights = {1};
        double least = Double.POSITIVE_INFINITY;
        for (int v = 0; v < vertices.length; v++) {
            int[] edge = {v, (v + 1) % vertices.length};
            double[] offsets = offsets(point, edge);
            double[] share = nearestOfSegment(offsets, point.length);
            double distance = Vectors.norm(combine(offsets, share, point.length), 0, point.length);
            if (distance < least) {
                least = distance;
                nearest = edge;
                weights = share;
            }
        }
        return answer(point, nearest, weights, least, 0);
    }

    /** The weights of the ends of a segment, given by their offsets, at the point nearest to the origin. */
    private static double[] nearestOfSegment(double[] ends, int d) {
        double length = Vectors.distance(ends, 0, ends, d, d);
        double along = 0;
        for (int k = 0; length > 0 && k < d; k++) {
            along -= (ends[d + k] - ends[k]) / length * ends[k] / length;
        }
        double share = Math.clamp(along, 0.0, 1.0);
        return new double[] {1 - share, share};
    }

    private NearestPoint wolfe(double[] point) {
        int[] all = new int[vertices.length];
        Arrays.setAll(all, v -> v);
        double[] offsets = offsets(point, all);
        int exponent = ExactScaling.unitExponent(offsets);
        MinimumNormPoint least = MinimumNormPoint.of(ExactScaling.times(offsets, -exponent), point.length);
        double distance = Math.scalb(least.norm(), exponent);
        double error = Math.max(0, distance - Math.scalb(least.lowerBound(), exponent));
        return answer(point, least.corral(), least.weights(), distance, error);
    }

    /** Vertices minus the point, in coordinates where the norm is Euclidean. */
    private double[] offsets(double[] point, int[] positions) {
        double[] image = norm.toEuclidean(point);
        double[] offsets = new double[positions.length * image.length];
        for (int m = 0; m < positions.length; m++) {
            for (int k = 0; k < image.length; k++) {
                offsets[m * image.length + k] = mapped.get(positions[m], k) - image[k];
            }
        }
        return offsets;
    }

    private NearestPoint answer(double[] point, int[] positions, double[] weights, double distance, double error) {
        double[] rows = new double[positions.length * point.length];
        for (int m = 0; m < positions.length; m++) {
            System.arraycopy(corners.rows(), positions[m] * point.length, rows, m * point.length, point.length);
        }
        int[] tokens = new int[positions.length];
        int count = 0;
        for (int m = 0; m < positions.length; m++) {
            if (weights[m] > 0) {
                tokens[count++] = vertices[positions[m]];
            }
        }
        return new NearestPoint(combine(rows, weights, point.length), distance, error, Arrays.copyOf(tokens, count));
    }

    private static double[] combine(double[] rows, double[] weights, int d) {
        double[] sum = new double[d];
        for (int m = 0; m < weights.length; m++) {
            for (int k = 0; k < d; k++) {
                sum[k] = Math.fma(weights[m], rows[m * d + k], sum[k]);
            }
        }
        return sum;
    }
}
