package org.localmax.analysis.monitors;

import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.Vectors;
import org.localmax.geometry.InteractionNorm;
import org.localmax.geometry.Polytope;
import org.localmax.geometry.PolytopeDistance;

/**
 * H1: conv X(t+1) lies in conv X(t). The distance from a convex set is greatest at a vertex, so that the vertices of the later hull
 * are looked at: O(n log n) a step for d up to 3. The rounding of a step moves a token by less than 32 u R.
 */
final class HullMonitor implements Monitor {

    /** The tolerance in units of u R. */
    private static final double ROUNDING = 64 * Vectors.UNIT_ROUNDOFF;

    private final Excess excess = new Excess(Statement.HULL);
    private final CancellationCheck wanted;
    private Polytope hull;

    HullMonitor(CancellationCheck wanted) {
        this.wanted = wanted;
    }

    @Override
    public Statement statement() {
        return Statement.HULL;
    }

    @Override
    public void see(Step step) {
        Tokens before = step.before().tokens();
        if (hull == null || hull.tokens() != before) {
            hull = Polytope.of(before, wanted);
        }
        Polytope next = Polytope.of(step.after().tokens(), wanted);
        double allowed = ROUNDING * before.largestNorm();
        PolytopeDistance distance = null;
        double farthest = 0;
        int token = 0;
        for (int vertex : next.vertices()) {
            double[] point = next.tokens().token(vertex);
            if (!hull.contains(point, 0)) {
                distance = distance == null
                        ? new PolytopeDistance(hull, InteractionNorm.euclidean(before.dimension()))
                        : distance;
                double away = distance.nearest(point).distance();
                token = away > farthest ? vertex : token;
                farthest = Math.max(farthest, away);
            }
        }
        excess.add(step.before().t(), farthest, allowed, token);
        hull = next;
    }

    @Override
    public Finding finding() {
        return excess.finding(
                "no token left the hull of the tokens before it", "a token left the hull of the tokens before it");
    }
}
