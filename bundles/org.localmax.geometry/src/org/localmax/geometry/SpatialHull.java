package org.localmax.geometry;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Points;
import org.localmax.dynamics.Tokens;

/**
 * The convex hull conv X of tokens in space, by its vertices, edges and polygonal facets. Immutable.
 *
 * <p>All of them are decided by exact predicates: triangles in one plane are one facet, and tokens inside an edge or a facet are
 * no vertices. A cloud in a plane has one facet, the polygon that it spans, one on a line one edge. Expected O(n log n)
 * ({@linkplain QuickHull quickhull}).
 */
public final class SpatialHull implements Polytope {

    /** A volume whose rounding is not known to be smaller than this is computed in decimals. */
    private static final double VOLUME_ERROR = 0x1p-46;

    private final Tokens tokens;
    private final ExactScaling scaling;
    private final int affineDimension;
    private final SpatialFaces faces;

    private SpatialHull(Tokens tokens, ExactScaling scaling, int affineDimension, SpatialFaces faces) {
        this.tokens = tokens;
        this.scaling = scaling;
        this.affineDimension = affineDimension;
        this.faces = faces;
    }

    /**
     * The hull of tokens.
     *
     * @param tokens n x 3
     * @throws IllegalArgumentException if the dimension is not 3
     */
    public static SpatialHull of(Tokens tokens) {
        return of(tokens, CancellationCheck.NONE);
    }

    /** The same, unless it is cancelled. */
    public static SpatialHull of(Tokens tokens, CancellationCheck wanted) {
        if (tokens.dimension() != 3) {
            throw new IllegalArgumentException(
                    "the tokens have dimension " + tokens.dimension() + "; expected 3 for a hull in space");
        }
        ExactScaling scaling = ExactScaling.of(tokens);
        double[] x = scaling.tokens().rows();
        int[] points = distinct(tokens);
        int[] simplex = QuickHull.simplex(x, points, wanted);
        SpatialFaces faces = switch (simplex.length) {
            case 1 -> SpatialFaces.ofPoint(simplex[0]);
            case 2 -> ofSegment(x, points, simplex);
            case 3 -> ofPolygon(scaling.tokens(), simplex, wanted);
            default -> SpatialFaces.of(QuickHull.of(x, points, simplex, wanted));
        };
        return new SpatialHull(tokens, scaling, simplex.length - 1, faces);
    }

    /** Of coincident tokens the one of least number. */
    private static int[] distinct(Tokens tokens) {
        Points points = Points.of(tokens);
        int[] distinct = new int[points.count()];
        for (int p = 0; p < distinct.length; p++) {
            distinct[p] = points.first(p);
        }
        return distinct;
    }

    private static SpatialFaces ofSegment(double[] x, int[] points, int[] simplex) {
        int axis = 0;
        while (x[3 * simplex[0] + axis] == x[3 * simplex[1] + axis]) {
            axis++;
        }
        int lowest = simplex[0];
        int highest = simplex[0];
        for (int i : points) {
            lowest = x[3 * i + axis] < x[3 * lowest + axis] ? i : lowest;
            highest = x[3 * i + axis] > x[3 * highest + axis] ? i : highest;
        }
        return SpatialFaces.ofSegment(lowest, highest);
    }

    /** The polygon of a flat cloud has the vertices of any shadow of it that is not a line. */
    private static SpatialFaces ofPolygon(Tokens scaled, int[] simplex, CancellationCheck wanted) {
        int drop = axisToDrop(scaled.rows(), simplex[0], simplex[1], simplex[2]);
        return SpatialFaces.ofPolygon(
                PlanarHull.of(shadow(scaled, drop), wanted).vertices());
    }

    private static int axisToDrop(double[] x, int a, int b, int c) {
        int drop = 0;
        while (Orientation.shadowTurn(x, drop, a, b, c) == 0) {
            drop++;
        }
        return drop;
    }

    private static Tokens shadow(Tokens tokens, int drop) {
        double[] rows = new double[2 * tokens.count()];
        for (int i = 0; i < tokens.count(); i++) {
            rows[2 * i] = tokens.get(i, (drop + 1) % 3);
            rows[2 * i + 1] = tokens.get(i, (drop + 2) % 3);
        }
        return Tokens.ofRows(tokens.count(), 2, rows);
    }

    @Override
    public Tokens tokens() {
        return tokens;
    }

    @Override
    public int[] vertices() {
        return faces.vertices();
    }

    @Override
    public int affineDimension() {
        return affineDimension;
    }

    @Override
    public boolean knowsFaces() {
        return true;
    }

    @Override
    public List<Face> faces() {
        return faces.all();
    }

    @Override
    public int[] neighbours(int vertex) {
        return faces.neighbours(vertex);
    }

    /**
     * The facets of a body, each by its vertices counter-clockwise as seen from outside from the one of least number; the
     * polygon itself if the cloud is flat. New arrays.
     */
    public List<int[]> facets() {
        return faces.polygons().stream().map(int[]::clone).toList();
    }

    /** The edges, each by the numbers of its two ends, the lesser first. */
    public List<int[]> edges() {
        return faces.edges().stream().map(int[]::clone).toList();
    }

    @Override
    public boolean contains(double[] point, double tolerance) {
        Polytope.requireDimension(tokens, point);
        return contains(point)
                || tolerance > 0 && PolytopeDistance.euclidean(point, this).distance() <= tolerance;
    }

    private boolean contains(double[] point) {
        double[] rows = Arrays.copyOf(corners().rows(), 3 * faces.count() + 3);
        int p = faces.count();
        System.arraycopy(point, 0, rows, 3 * p, 3);
        return switch (affineDimension) {
            case 0 -> rows[0] == point[0] && rows[1] == point[1] && rows[2] == point[2];
            case 1 -> Orientation.areCollinear(rows, 0, 1, p) && isBetween(rows, p);
            case 2 -> isInPolygon(rows, p);
            default -> isBelowAllFacets(rows, p);
        };
    }

    private static boolean isBetween(double[] rows, int p) {
        for (int k = 0; k < 3; k++) {
            double value = rows[3 * p + k];
            if (value < Math.min(rows[k], rows[3 + k]) || value > Math.max(rows[k], rows[3 + k])) {
                return false;
            }
        }
        return true;
    }

    private static boolean isInPolygon(double[] rows, int p) {
        if (Orientation.side(rows, 0, 1, 2, p) != 0) {
            return false;
        }
        int drop = axisToDrop(rows, 0, 1, 2);
        Tokens corners = shadow(Tokens.ofRows(p, 3, Arrays.copyOf(rows, 3 * p)), drop);
        return PlanarHull.of(corners).contains(rows[3 * p + (drop + 1) % 3], rows[3 * p + (drop + 2) % 3]);
    }

    private boolean isBelowAllFacets(double[] rows, int p) {
        for (int[] polygon : faces.polygons()) {
            int a = faces.position(polygon[0]);
            int b = faces.position(polygon[1]);
            int c = faces.position(polygon[2]);
            if (Orientation.side(rows, a, b, c, p) > 0) {
                return false;
            }
        }
        return true;
    }

    /** The volume, in cubed units of the coordinates; 0 for a flat cloud. It keeps its digits however thin the hull is. */
    public double volume() {
        if (affineDimension < 3) {
            return 0;
        }
        double[] x = scaling.tokens().rows();
        int summit = faces.polygons().getFirst()[0];
        double six = 0;
        double error = 0;
        for (int[] polygon : faces.polygons()) {
            for (int k = 1; k < polygon.length - 1; k++) {
                Triangle triangle = new Triangle(x, polygon[0], polygon[k], polygon[k + 1]);
                six -= triangle.height(summit);
                error += triangle.heightError(summit);
            }
        }
        // the sum itself adds positive terms
        double volume = error < VOLUME_ERROR * six ? six / 6 : exactVolume(x, summit);
        return scaling.unscaled(volume, 3);
    }

    private double exactVolume(double[] x, int summit) {
        BigDecimal six = BigDecimal.ZERO;
        for (int[] polygon : faces.polygons()) {
            for (int k = 1; k < polygon.length - 1; k++) {
                six = six.subtract(Orientation.determinant(x, polygon[0], polygon[k], polygon[k + 1], summit));
            }
        }
        return six.doubleValue() / 6;
    }

    /**
     * The area of the boundary, in squared units of the coordinates; that of a polygon counts on both of its sides, so that
     * smaller hulls have smaller ones.
     */
    public double surfaceArea() {
        double twice = 0;
        for (int[] polygon : faces.polygons()) {
            for (int k = 1; k < polygon.length - 1; k++) {
                Triangle triangle = new Triangle(scaling.tokens().rows(), polygon[0], polygon[k], polygon[k + 1]);
                twice += triangle.doubleArea();
            }
        }
        return scaling.unscaled(affineDimension == 2 ? twice : twice / 2, 2);
    }

    /**
     * The least width: the least distance of two parallel planes that enclose the hull, in units of the coordinates; 0 for a
     * flat cloud. Either one of the planes contains a facet, or each contains an edge and they are not parallel (Houle and
     * Toussaint, IEEE Transactions on Pattern Analysis and Machine Intelligence 10, 1988). Both are looked at: time in
     * proportion to the square of the number of edges.
     */
    public double leastWidth(CancellationCheck wanted) {
        return affineDimension < 3 ? 0 : scaling.unscaled(SpatialWidth.of(scaling.tokens(), faces, wanted), 1);
    }
}
