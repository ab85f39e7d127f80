package org.localmax.analysis.limits;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.Vectors;
import org.localmax.geometry.InteractionNorm;
import org.localmax.geometry.Polytope;
import org.localmax.geometry.PolytopeDistance;

/**
 * The vertices of a hull that are so beyond rounding: points farther than a tolerance from the hull of the others. A limit on an
 * edge is computed a little to one side of it, and would else be a vertex every other time. Vertices are dropped one by one, the
 * nearest to the hull of the others first, until none is within the tolerance.
 */
final class NumericalVertices {

    private NumericalVertices() {}

    /**
     * The numbers of the vertices among points, ascending.
     *
     * @param tolerance in units of the coordinates
     */
    static int[] of(Tokens points, double tolerance, CancellationCheck wanted) {
        int[] vertices = Polytope.of(points, wanted).vertices();
        while (vertices.length > 1) {
            double[] distances =
                    points.dimension() == 2 ? fromChords(points, vertices) : fromOthers(points, vertices, wanted);
            int nearest = IntStream.range(0, distances.length)
                    .reduce((a, b) -> distances[b] < distances[a] ? b : a)
                    .orElseThrow();
            if (distances[nearest] > tolerance) {
                break;
            }
            vertices = without(vertices, nearest);
        }
        Arrays.sort(vertices);
        return vertices;
    }

    /** In the plane: of each corner from the chord of its two neighbours, which is where the hull of the others is nearest. */
    private static double[] fromChords(Tokens points, int[] ring) {
        double[] distances = new double[ring.length];
        for (int v = 0; v < ring.length; v++) {
            double[] from = points.token(ring[(v + ring.length - 1) % ring.length]);
            double[] to = points.token(ring[(v + 1) % ring.length]);
            distances[v] = fromSegment(points.token(ring[v]), from, to);
        }
        return distances;
    }

    private static double fromSegment(double[] point, double[] from, double[] to) {
        double length = Vectors.distance(from, 0, to, 0, 2);
        double along = 0;
        for (int k = 0; length > 0 && k < 2; k++) {
            along += (point[k] - from[k]) / length * ((to[k] - from[k]) / length);
        }
        double share = Math.clamp(along, 0.0, 1.0);
        double[] foot = {from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])};
        return Vectors.distance(point, 0, foot, 0, 2);
    }

    private static double[] fromOthers(Tokens points, int[] vertices, CancellationCheck wanted) {
        double[] distances = new double[vertices.length];
        InteractionNorm norm = InteractionNorm.euclidean(points.dimension());
        for (int v = 0; v < vertices.length; v++) {
            wanted.check();
            Polytope others = Polytope.of(some(points, without(vertices, v)), wanted);
            distances[v] = new PolytopeDistance(others, norm)
                    .nearest(points.token(vertices[v]))
                    .distance();
        }
        return distances;
    }

    /** Some of the points, in the order of their numbers. */
    static Tokens some(Tokens points, int[] numbers) {
        int d = points.dimension();
        double[] rows = new double[numbers.length * d];
        for (int v = 0; v < numbers.length; v++) {
            System.arraycopy(points.rows(), numbers[v] * d, rows, v * d, d);
        }
        return Tokens.ofRows(numbers.length, d, rows);
    }

    private static int[] without(int[] numbers, int position) {
        int[] rest = new int[numbers.length - 1];
        System.arraycopy(numbers, 0, rest, 0, position);
        System.arraycopy(numbers, position + 1, rest, position, rest.length - position);
        return rest;
    }
}
