package org.localmax.geometry;

import java.util.Arrays;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.Vectors;
import org.locationtech.jts.algorithm.CGAlgorithmsDD;
import org.locationtech.jts.math.DD;

/**
 * The convex hull conv X of tokens in the plane, by its vertices. Immutable.
 *
 * <p>The vertices are strictly convex corners: tokens inside an edge are dropped, as judged by the robust orientation
 * predicate of JTS. A cloud on a line has its two ends as vertices, a cloud in one point one vertex. O(n log n): Andrew's
 * monotone chains (Information Processing Letters 9, 1979) over the lowest and the highest token of each abscissa, without
 * those well inside.
 */
public final class PlanarHull {

    private final Tokens tokens;
    private final int[] vertices;

    private PlanarHull(Tokens tokens, int[] vertices) {
        this.tokens = tokens;
        this.vertices = vertices;
    }

    /**
     * The hull of tokens.
     *
     * @param tokens n x 2
     * @throws IllegalArgumentException if the dimension is not 2
     */
    public static PlanarHull of(Tokens tokens) {
        return of(tokens, CancellationCheck.NONE);
    }

    /** The same, unless it is cancelled. */
    public static PlanarHull of(Tokens tokens, CancellationCheck wanted) {
        if (tokens.dimension() != 2) {
            throw new IllegalArgumentException(
                    "the tokens have dimension " + tokens.dimension() + "; expected 2 for a hull in the plane");
        }
        int[] candidates = InnerOctagon.outside(tokens, wanted);
        double[] abscissas = abscissas(tokens, candidates, wanted);
        int[] lowest = new int[abscissas.length];
        int[] highest = new int[abscissas.length];
        Arrays.fill(lowest, -1);
        Arrays.fill(highest, -1);
        for (int c = 0; c < candidates.length; c++) {
            InnerOctagon.checkNowAndThen(c, wanted);
            int i = candidates[c];
            int at = Arrays.binarySearch(abscissas, tokens.get(i, 0) + 0.0);
            if (lowest[at] < 0 || tokens.get(i, 1) < tokens.get(lowest[at], 1)) {
                lowest[at] = i;
            }
            if (highest[at] < 0 || tokens.get(i, 1) > tokens.get(highest[at], 1)) {
                highest[at] = i;
            }
        }
        reverse(highest);
        int[] lower = chain(tokens, lowest, wanted);
        int[] upper = chain(tokens, highest, wanted);
        return new PlanarHull(tokens, ring(lower, upper));
    }

    /** The distinct first coordinates of the candidates, ascending. */
    private static double[] abscissas(Tokens tokens, int[] candidates, CancellationCheck wanted) {
        double[] sorted = new double[candidates.length];
        for (int c = 0; c < sorted.length; c++) {
            sorted[c] = tokens.get(candidates[c], 0) + 0.0; // -0 and 0 are the same abscissa
        }
        SortedValues.sort(sorted, wanted);
        int distinct = 1;
        for (int i = 1; i < sorted.length; i++) {
            if (sorted[i] != sorted[distinct - 1]) {
                sorted[distinct++] = sorted[i];
            }
        }
        return Arrays.copyOf(sorted, distinct);
    }

    private static void reverse(int[] values) {
        for (int a = 0, b = values.length - 1; a < b; a++, b--) {
            int value = values[a];
            values[a] = values[b];
            values[b] = value;
        }
    }

    /** Those of the candidates, in their order, at which the path turns strictly left, and its two ends. */
    private static int[] chain(Tokens tokens, int[] candidates, CancellationCheck wanted) {
        int[] chain = new int[candidates.length];
        int length = 0;
        for (int c = 0; c < candidates.length; c++) {
            InnerOctagon.checkNowAndThen(c, wanted);
            int next = candidates[c];
            while (length > 1 && !turnsLeft(tokens, chain[length - 2], chain[length - 1], next)) {
                length--;
            }
            chain[length++] = next;
        }
        return Arrays.copyOf(chain, length);
    }

    private static boolean turnsLeft(Tokens x, int a, int b, int c) {
        return CGAlgorithmsDD.orientationIndex(
                        x.get(a, 0), x.get(a, 1), x.get(b, 0), x.get(b, 1), x.get(c, 0), x.get(c, 1))
                > 0;
    }

    /** One chain after the other; where they meet in one token it counts once. */
    private static int[] ring(int[] lower, int[] upper) {
        int skip = upper[0] == lower[lower.length - 1] ? 1 : 0;
        int end = upper.length > skip && upper[upper.length - 1] == lower[0] ? upper.length - 1 : upper.length;
        int[] ring = Arrays.copyOf(lower, lower.length + end - skip);
        System.arraycopy(upper, skip, ring, lower.length, end - skip);
        return ring;
    }

    /** The tokens whose hull this is. */
    public Tokens tokens() {
        return tokens;
    }

    /**
     * The vertices as token numbers, counter-clockwise from the lowest of the leftmost; of coincident tokens the one of
     * least number. A new array.
     */
    public int[] vertices() {
        return vertices.clone();
    }

    /** The area, in squared units of the coordinates; 0 for a point or a segment. */
    public double area() {
        DD twice = new DD();
        for (int v = 1; v < vertices.length - 1; v++) {
            twice.selfAdd(cross(vertices[0], vertices[v], vertices[0], vertices[v + 1]));
        }
        return twice.doubleValue() / 2;
    }

    /**
     * The cross product (x_b - x_a) x (x_d - x_c) of vectors between tokens, in the double-double arithmetic that the
     * vertices were decided in: thin hulls keep their digits.
     */
    DD cross(int a, int b, int c, int d) {
        DD product = difference(b, a, 0).selfMultiply(difference(d, c, 1));
        return product.selfSubtract(difference(b, a, 1).selfMultiply(difference(d, c, 0)));
    }

    private DD difference(int i, int j, int k) {
        return DD.valueOf(tokens.get(i, k)).selfSubtract(tokens.get(j, k));
    }

    /** The length of the boundary; a segment is run through there and back, so that smaller hulls have smaller ones. */
    public double perimeter() {
        double perimeter = 0;
        for (int v = 0; v < vertices.length; v++) {
            int next = vertices[(v + 1) % vertices.length];
            perimeter += Vectors.distance(tokens.rows(), 2 * vertices[v], tokens.rows(), 2 * next, 2);
        }
        return perimeter;
    }
}
