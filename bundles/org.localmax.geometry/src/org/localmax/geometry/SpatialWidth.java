package org.localmax.geometry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Tokens;

/**
 * The least width of a body in space over the directions that can attain it: the normals of facets, and the common
 * perpendiculars of two edges that have parallel supporting planes. In each such direction the width is that of the whole
 * hull, so that none is smaller than the least.
 */
final class SpatialWidth {

    private static final int PAIRS_A_CHECK = 1 << 16;

    /** Pairs of edges this little short of having parallel supporting planes are looked at too, in units of the arcs. */
    private static final double MARGIN = 0x1p-40;

    /** Sines of angles smaller than this lose too many digits. */
    private static final double NEARLY_PARALLEL = 0x1p-16;

    private final double[] x;
    private final SpatialFaces faces;

    /** The vertices. */
    private final Dyadic exact;

    private SpatialWidth(Tokens tokens, SpatialFaces faces) {
        x = tokens.rows();
        this.faces = faces;
        double[] corners = new double[3 * faces.count()];
        int[] vertices = faces.vertices();
        for (int v = 0; v < vertices.length; v++) {
            System.arraycopy(x, 3 * vertices[v], corners, 3 * v, 3);
        }
        exact = Dyadic.of(corners);
    }

    /**
     * The least width.
     *
     * @param tokens scaled to coordinates of moderate size
     */
    static double of(Tokens tokens, SpatialFaces faces, CancellationCheck wanted) {
        SpatialWidth width = new SpatialWidth(tokens, faces);
        return Math.min(width.acrossFacets(), width.acrossEdges(wanted));
    }

    private double acrossFacets() {
        double least = Double.POSITIVE_INFINITY;
        for (int[] polygon : faces.polygons()) {
            least = Math.min(least, width(normal(polygon), polygon[0], least));
        }
        return least;
    }

    /** The outer normal of a polygon, of length 1, however thin it is. */
    private double[] normal(int[] polygon) {
        return unit(Dyadic.direction(exact.cross(
                faces.position(polygon[0]),
                faces.position(polygon[1]),
                faces.position(polygon[0]),
                faces.position(polygon[2]))));
    }

    private double acrossEdges(CancellationCheck wanted) {
        List<int[]> edges = faces.edges();
        double[][] left = new double[edges.size()][];
        double[][] right = new double[edges.size()][];
        collectNormals(left, right);
        double least = Double.POSITIVE_INFINITY;
        long pairs = 0;
        for (int e = 0; e < edges.size(); e++) {
            for (int f = 0; f < e; f++) {
                if (pairs++ % PAIRS_A_CHECK == 0) {
                    wanted.check();
                }
                if (haveParallelPlanes(left[e], right[e], left[f], right[f])) {
                    least = Math.min(least, across(edges.get(e), edges.get(f), least));
                }
            }
        }
        return least;
    }

    private void collectNormals(double[][] left, double[][] right) {
        Map<Long, Integer> numbers = new HashMap<>();
        List<int[]> edges = faces.edges();
        for (int e = 0; e < edges.size(); e++) {
            numbers.put((long) edges.get(e)[0] << Integer.SIZE | edges.get(e)[1], e);
        }
        for (int[] polygon : faces.polygons()) {
            double[] normal = normal(polygon);
            for (int k = 0; k < polygon.length; k++) {
                int a = polygon[k];
                int b = polygon[(k + 1) % polygon.length];
                int e = numbers.get((long) Math.min(a, b) << Integer.SIZE | Math.max(a, b));
                (a < b ? left : right)[e] = normal;
            }
        }
    }

    /** Whether the arc of the normals of one edge meets that of the other, reflected in the origin, or nearly so. */
    private static boolean haveParallelPlanes(double[] a, double[] b, double[] c, double[] d) {
        double[] n = cross(a, b);
        double[] m = cross(c, d);
        double ac = -dot(n, c);
        double ad = -dot(n, d);
        double ca = -dot(m, a);
        double cb = -dot(m, b);
        // the ends of each arc lie on both sides of the other's plane, and the arcs meet it on the same half of the
        // sphere
        return Math.min(ac, ad) <= MARGIN
                && Math.max(ac, ad) >= -MARGIN
                && Math.min(ca, cb) <= MARGIN
                && Math.max(ca, cb) >= -MARGIN
                && ac * cb <= MARGIN;
    }

    private double across(int[] e, int[] f, double least) {
        double[] along = new double[3];
        double[] other = new double[3];
        for (int k = 0; k < 3; k++) {
            along[k] = x[3 * e[1] + k] - x[3 * e[0] + k];
            other[k] = x[3 * f[1] + k] - x[3 * f[0] + k];
        }
        double[] direction = cross(unit(along), unit(other));
        if (dot(direction, direction) < NEARLY_PARALLEL * NEARLY_PARALLEL) {
            direction = Dyadic.direction(exact.cross(
                    faces.position(e[0]), faces.position(e[1]), faces.position(f[0]), faces.position(f[1])));
        }
        boolean areParallel = dot(direction, direction) == 0;
        return areParallel ? Double.POSITIVE_INFINITY : width(unit(direction), e[0], least);
    }

    /**
     * The width of the hull in a direction, or what is found to exceed a least one. All vertices are looked at: climbing along edges
     * would stop among vertices that are nearer to each other than rounding tells heights apart.
     */
    private double width(double[] direction, int from, double least) {
        double low = 0;
        double high = 0;
        int[] vertices = faces.vertices();
        for (int v = 0; v < vertices.length && high - low <= least; v++) {
            double height = along(direction, vertices[v], from);
            low = Math.min(low, height);
            high = Math.max(high, height);
        }
        return high - low;
    }

    private double along(double[] direction, int a, int b) {
        double along = 0;
        for (int k = 0; k < 3; k++) {
            along += direction[k] * (x[3 * a + k] - x[3 * b + k]);
        }
        return along;
    }

    private static double[] cross(double[] a, double[] b) {
        double[] cross = new double[3];
        for (int k = 0; k < 3; k++) {
            int l = (k + 1) % 3;
            int m = (k + 2) % 3;
            cross[k] = a[l] * b[m] - a[m] * b[l];
        }
        return cross;
    }

    private static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }

    private static double[] unit(double[] vector) {
        double largest = Math.max(Math.abs(vector[0]), Math.max(Math.abs(vector[1]), Math.abs(vector[2])));
        double[] scaled = {vector[0] / largest, vector[1] / largest, vector[2] / largest};
        double length = Math.sqrt(dot(scaled, scaled));
        return new double[] {scaled[0] / length, scaled[1] / length, scaled[2] / length};
    }
}
