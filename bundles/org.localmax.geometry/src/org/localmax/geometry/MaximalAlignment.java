package org.localmax.geometry;

import java.util.ArrayList;
import java.util.List;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.Vectors;

/**
 * The set S(K) = {x in K : &lt;Ax, x&gt; = max over y in K of &lt;Ax, y&gt;} of points of a polytope that no point is better
 * aligned with than they are themselves (Alcalde, Fantuzzi and Zuazua, arXiv 2407.01602, section 3). Under hardmax all tokens
 * converge to points of S.
 *
 * <p>For A symmetric positive definite it is finite: let x in S lie in the relative interior of the face F. The linear function
 * &lt;Ax, y&gt; is largest over F at an interior point, hence constant on F, so that x is the A-projection of 0 onto the affine
 * hull of F, and the point of F nearest to 0 in the A-norm. So S consists of those nearest points, one a face, that have no
 * {@linkplain #gap gap}.
 */
public final class MaximalAlignment {

    /** The gap up to which points count, relative to the largest |Av| |v| of vertices. */
    public static final double DEFAULT_TOLERANCE = 1e-12;

    /** Points nearer to each other, relative to the largest coordinate, are one. */
    private static final double SAME_POINT = 1e-12;

    private final List<AlignedPoint> points;
    private final boolean isComplete;
    private final double tolerance;

    private MaximalAlignment(List<AlignedPoint> points, boolean isComplete, double tolerance) {
        this.points = List.copyOf(points);
        this.isComplete = isComplete;
        this.tolerance = tolerance;
    }

    /** The maximal alignment set with the default tolerance. */
    public static MaximalAlignment of(Interaction a, Polytope k) {
        return of(a, k, DEFAULT_TOLERANCE, CancellationCheck.NONE);
    }

    /**
     * The maximal alignment set.
     *
     * @param tolerance the gap up to which points count, relative to the largest |Av| |v| of vertices v
     * @throws IllegalArgumentException if A is not symmetric positive definite
     */
    public static MaximalAlignment of(Interaction a, Polytope k, double tolerance, CancellationCheck wanted) {
        a.requireDimension(k.tokens().dimension());
        ExactScaling scaling = ExactScaling.of(k.corners());
        AlignmentCandidates candidates = new AlignmentCandidates(a, k, scaling.tokens(), wanted);
        double allowed = tolerance * largestScore(a, scaling.tokens());
        boolean isComplete = k.knowsFaces() || candidates.areFew();
        List<AlignedPoint> found = new ArrayList<>();
        candidates.forEach(isComplete, allowed, point -> {
            if (point.gap() <= allowed && found.stream().noneMatch(other -> coincide(point, other))) {
                found.add(point);
            }
        });
        List<AlignedPoint> points =
                found.stream().map(point -> unscaled(point, scaling)).toList();
        return new MaximalAlignment(points, isComplete, scaling.unscaled(allowed, 2));
    }

    private static boolean coincide(AlignedPoint p, AlignedPoint q) {
        double largest = 0;
        double apart = 0;
        for (int k = 0; k < p.coordinates().length; k++) {
            largest = Math.max(largest, Math.abs(p.coordinates()[k]));
            apart = Math.max(apart, Math.abs(p.coordinates()[k] - q.coordinates()[k]));
        }
        boolean areVertices = p.tokens().length == 1 && q.tokens().length == 1;
        return apart <= SAME_POINT * largest && !areVertices;
    }

    private static AlignedPoint unscaled(AlignedPoint point, ExactScaling scaling) {
        return new AlignedPoint(
                ExactScaling.times(point.coordinates(), scaling.exponent()),
                scaling.unscaled(point.gap(), 2),
                point.tokens());
    }

    private static double largestScore(Interaction a, Tokens corners) {
        int d = corners.dimension();
        double[] product = new double[d];
        double largest = 0;
        for (int v = 0; v < corners.count(); v++) {
            a.apply(corners.rows(), v * d, product);
            largest = Math.max(largest, Vectors.norm(product, 0, d) * Vectors.norm(corners.rows(), v * d, d));
        }
        return largest;
    }

    /**
     * By how much a vertex of K is better aligned with x than x itself: max_v &lt;Ax, v&gt; - &lt;Ax, x&gt;, in units of the
     * scores. It is 0 for points of S(K) and positive for all others of K, for any A; testing against vertices is enough, since a
     * linear function is largest at one.
     */
    public static double gap(Interaction a, Polytope k, double[] x) {
        a.requireDimension(k.tokens().dimension());
        Polytope.requireDimension(k.tokens(), x);
        return gap(a, k.corners(), x);
    }

    static double gap(Interaction a, Tokens corners, double[] x) {
        double[] product = new double[x.length];
        a.apply(x, 0, product);
        double largest = Double.NEGATIVE_INFINITY;
        for (int v = 0; v < corners.count(); v++) {
            double gain = 0;
            for (int k = 0; k < x.length; k++) {
                gain = Math.fma(product[k], corners.get(v, k) - x[k], gain);
            }
            largest = Math.max(largest, gain);
        }
        return largest;
    }

    /** The points found, vertices first, then by the dimension of the face that they lie in. */
    public List<AlignedPoint> points() {
        return points;
    }

    /**
     * Whether these are all points of S. They are not where the faces are not known and there are too many sets of vertices to try
     * instead: then only the vertices in S and, if it is in K, the origin are among the points.
     */
    public boolean isComplete() {
        return isComplete;
    }

    /** The gap up to which points counted, in units of the scores. */
    public double tolerance() {
        return tolerance;
    }
}
