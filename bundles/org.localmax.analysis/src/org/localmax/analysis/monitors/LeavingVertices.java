package org.localmax.analysis.monitors;

import org.localmax.dynamics.Step;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.Vectors;
import org.localmax.geometry.InteractionNorm;
import org.localmax.geometry.Polytope;
import org.localmax.geometry.PolytopeDistance;

/**
 * Looks for the farthest token among the vertices of the later hull, as the distance from a convex set is greatest at one: O(n log n)
 * for d up to 3.
 */
final class LeavingVertices implements HullLeaver.Search {

    private final Hulls hulls;

    LeavingVertices(Hulls hulls) {
        this.hulls = hulls;
    }

    @Override
    public HullLeaver of(Step step) {
        Tokens before = step.before().tokens();
        Tokens after = step.after().tokens();
        Polytope hull = hulls.of(before).hull();
        int d = before.dimension();
        PolytopeDistance distance = null;
        HullLeaver farthest = HullLeaver.NONE;
        for (int vertex : hulls.of(after).hull().vertices()) {
            double[] point = after.token(vertex);
            // what stays is in no doubt, while on the boundary a sign costs exact arithmetic
            boolean stays = Vectors.distance(before.rows(), vertex * d, point, 0, d) == 0;
            if (!stays && !hull.contains(point, 0)) {
                distance = distance == null ? new PolytopeDistance(hull, InteractionNorm.euclidean(d)) : distance;
                double away = distance.nearest(point).distance();
                farthest = away > farthest.distance() ? new HullLeaver(vertex, away) : farthest;
            }
        }
        return farthest;
    }
}
