package org.localmax.geometry;

import org.localmax.dynamics.CancellationCheck;

/**
 * The Hausdorff distance of two polytopes: the largest distance of a point of one from the other. The distance from a convex
 * set is a convex function, so that it is largest at a vertex.
 */
public final class HausdorffDistance {

    private HausdorffDistance() {}

    /** The Hausdorff distance in the Euclidean norm, in units of the coordinates. */
    public static double of(Polytope k, Polytope l) {
        return of(k, l, InteractionNorm.euclidean(k.tokens().dimension()), CancellationCheck.NONE);
    }

    /**
     * The Hausdorff distance in a norm, unless it is cancelled.
     *
     * @throws IllegalArgumentException if the dimensions differ
     */
    public static double of(Polytope k, Polytope l, InteractionNorm norm, CancellationCheck wanted) {
        return excess(k, l, norm, excess(l, k, norm, 0, wanted), wanted);
    }

    /** The largest distance of a point of one polytope from another: 0 exactly if it is inside. */
    public static double excess(Polytope inner, Polytope outer, InteractionNorm norm, CancellationCheck wanted) {
        return excess(inner, outer, norm, 0, wanted);
    }

    private static double excess(
            Polytope inner, Polytope outer, InteractionNorm norm, double atLeast, CancellationCheck wanted) {
        PolytopeDistance distance = new PolytopeDistance(outer, norm);
        double largest = atLeast;
        for (int vertex : inner.vertices()) {
            wanted.check();
            double[] point = inner.tokens().token(vertex);
            if (distance.toNearestVertex(point) > largest) {
                largest = Math.max(largest, distance.nearest(point).distance());
            }
        }
        return largest;
    }
}
