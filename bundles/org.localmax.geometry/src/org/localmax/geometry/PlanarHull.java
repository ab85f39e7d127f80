package org.localmax.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.Vectors;
import org.locationtech.jts.math.DD;

/**
 * The convex hull conv X of tokens in the plane, by its vertices. Immutable.
 *
 * <p>The vertices are strictly convex corners: tokens inside an edge are dropped, as judged by the exact sign of
 * their turns. A cloud on a line has its two ends as vertices, a cloud in one point one vertex. O(n log n): Andrew's
 * monotone chains (Information Processing Letters 9, 1979) over the lowest and the highest token of each abscissa, without
 * those well inside.
 */
public final class PlanarHull implements Polytope {

    private final Tokens tokens;
    private final ExactScaling scaling;
    private final int[] vertices;
    /** The scaled coordinates of the vertices in their order, two each: next to each other, however many tokens there are. */
    private final double[] corners;

    /** For each vertex its token number in the upper half and its position in the lower one, ascending. */
    private final long[] positions;

    private PlanarHull(Tokens tokens, ExactScaling scaling, int[] vertices) {
        this.tokens = tokens;
        this.scaling = scaling;
        this.vertices = vertices;
        corners = new double[2 * vertices.length];
        for (int v = 0; v < vertices.length; v++) {
            System.arraycopy(scaling.tokens().rows(), 2 * vertices[v], corners, 2 * v, 2);
        }
        positions = new long[vertices.length];
        for (int at = 0; at < positions.length; at++) {
            positions[at] = (long) vertices[at] << Integer.SIZE | at;
        }
        Arrays.sort(positions);
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
        ExactScaling scaling = ExactScaling.of(tokens);
        int[] candidates = InnerOctagon.outside(scaling.tokens(), wanted);
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
        int[] lower = chain(scaling.tokens(), lowest, wanted);
        int[] upper = chain(scaling.tokens(), highest, wanted);
        return new PlanarHull(tokens, scaling, ring(lower, upper));
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
        return Orientation.turn(x.get(a, 0), x.get(a, 1), x.get(b, 0), x.get(b, 1), x.get(c, 0), x.get(c, 1)) > 0;
    }

    /** One chain after the other; where they meet in one token it counts once. */
    private static int[] ring(int[] lower, int[] upper) {
        int skip = upper[0] == lower[lower.length - 1] ? 1 : 0;
        int end = upper.length > skip && upper[upper.length - 1] == lower[0] ? upper.length - 1 : upper.length;
        int[] ring = Arrays.copyOf(lower, lower.length + end - skip);
        System.arraycopy(upper, skip, ring, lower.length, end - skip);
        return ring;
    }

    @Override
    public Tokens tokens() {
        return tokens;
    }

    /**
     * The vertices as token numbers, counter-clockwise from the lowest of the leftmost; of coincident tokens the one of
     * least number. A new array.
     */
    @Override
    public int[] vertices() {
        return vertices.clone();
    }

    @Override
    public int affineDimension() {
        return Math.min(vertices.length - 1, 2);
    }

    @Override
    public boolean contains(double[] point, double tolerance) {
        Requirements.dimension(tokens, point);
        return contains(point[0], point[1])
                || tolerance > 0 && PolytopeDistance.euclidean(point, this).distance() <= tolerance;
    }

    /** Whether a point is in the hull, exactly: it is to the right of no edge, and if they all lie on a line, between the ends. */
    boolean contains(double x, double y) {
        for (int v = 0; v < vertices.length; v++) {
            int a = vertices[v];
            int b = vertices[(v + 1) % vertices.length];
            if (Orientation.turn(tokens.get(a, 0), tokens.get(a, 1), tokens.get(b, 0), tokens.get(b, 1), x, y) < 0) {
                return false;
            }
        }
        return vertices.length > 2 || isBetweenEnds(x, 0) && isBetweenEnds(y, 1);
    }

    private boolean isBetweenEnds(double value, int k) {
        double a = tokens.get(vertices[0], k);
        double b = tokens.get(vertices[vertices.length - 1], k);
        return Math.min(a, b) <= value && value <= Math.max(a, b);
    }

    @Override
    public boolean knowsFaces() {
        return true;
    }

    @Override
    public List<Face> faces() {
        List<Face> faces = new ArrayList<>();
        for (int v : vertices) {
            faces.add(new Face(0, v));
        }
        if (vertices.length == 2) {
            faces.add(new Face(1, vertices.clone()));
        } else if (vertices.length > 2) {
            for (int v = 0; v < vertices.length; v++) {
                faces.add(new Face(1, vertices[v], vertices[(v + 1) % vertices.length]));
            }
            faces.add(new Face(2, vertices.clone()));
        }
        return faces;
    }

    @Override
    public int[] neighbours(int vertex) {
        int found = -1 - Arrays.binarySearch(positions, ((long) vertex << Integer.SIZE) - 1);
        Requirements.vertex(found < positions.length && positions[found] >>> Integer.SIZE == vertex, vertex);
        int at = (int) positions[found];
        int before = vertices[(at + vertices.length - 1) % vertices.length];
        int after = vertices[(at + 1) % vertices.length];
        return switch (vertices.length) {
            case 1 -> new int[0];
            case 2 -> new int[] {after};
            default -> new int[] {before, after};
        };
    }

    /** The area, in squared units of the coordinates; 0 for a point or a segment. */
    public double area() {
        return area(CancellationCheck.NONE);
    }

    /** The same, unless it is cancelled. */
    public double area(CancellationCheck wanted) {
        DD twice = new DD();
        for (int v = 1; v < vertices.length - 1; v++) {
            InnerOctagon.checkNowAndThen(v, wanted);
            twice.selfAdd(cross(0, v, 0, v + 1));
        }
        return scaling.unscaled(twice.doubleValue() / 2, 2);
    }

    /**
     * The cross product (x_b - x_a) x (x_d - x_c) of vectors between {@linkplain ExactScaling scaled} vertices, which are told by
     * their positions, in double-double arithmetic: thin hulls keep their digits.
     */
    DD cross(int a, int b, int c, int d) {
        DD product = difference(b, a, 0).selfMultiply(difference(d, c, 1));
        return product.selfSubtract(difference(b, a, 1).selfMultiply(difference(d, c, 0)));
    }

    private DD difference(int i, int j, int k) {
        return DD.valueOf(corners[2 * i + k]).selfSubtract(corners[2 * j + k]);
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

    /**
     * The least width: the least distance of two parallel lines that enclose the hull, in units of the coordinates; 0 for a
     * point or a segment. One of the lines contains an edge (Houle and Toussaint, IEEE Transactions on Pattern Analysis and
     * Machine Intelligence 10, 1988): rotating calipers, in time proportional to the number of vertices.
     */
    public double leastWidth() {
        return leastWidth(CancellationCheck.NONE);
    }

    /** The same, unless it is cancelled. */
    public double leastWidth(CancellationCheck wanted) {
        if (vertices.length < 3) {
            return 0;
        }
        double least = Double.POSITIVE_INFINITY;
        for (int v = 0, far = 1; v < vertices.length; v++) {
            InnerOctagon.checkNowAndThen(v, wanted);
            int end = (v + 1) % vertices.length;
            int next = (far + 1) % vertices.length;
            while (cross(v, end, far, next).signum() > 0) {
                far = next;
                next = (far + 1) % vertices.length;
            }
            double height = cross(v, end, v, far).doubleValue();
            least = Math.min(least, height / Vectors.distance(corners, 2 * v, corners, 2 * end, 2));
        }
        return scaling.unscaled(least, 1);
    }
}
