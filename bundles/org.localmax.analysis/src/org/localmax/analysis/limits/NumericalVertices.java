package org.localmax.analysis.limits;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Tokens;
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
            double[] distances = fromOthers(points, vertices, wanted);
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

    /** The distance of each vertex from the hull of the others. */
    private static double[] fromOthers(Tokens points, int[] vertices, CancellationCheck wanted) {
        double[] distances = new double[vertices.length];
        for (int v = 0; v < vertices.length; v++) {
            wanted.check();
            Polytope others = Polytope.of(some(points, nearOthers(points, vertices, v)), wanted);
            distances[v] = PolytopeDistance.euclidean(points.token(vertices[v]), others)
                    .distance();
        }
        return distances;
    }

    /** The other vertices; in the plane only the two beside, on whose chord the hull of the others is nearest. */
    private static int[] nearOthers(Tokens points, int[] vertices, int v) {
        if (points.dimension() != 2) {
            return without(vertices, v);
        }
        int count = vertices.length;
        return new int[] {vertices[(v + count - 1) % count], vertices[(v + 1) % count]};
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
