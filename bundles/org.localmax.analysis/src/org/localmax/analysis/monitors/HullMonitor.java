package org.localmax.analysis.monitors;

import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.Vectors;

/** H1: conv X(t+1) lies in conv X(t). The rounding of a step moves a token by less than 32 u R. */
final class HullMonitor implements Monitor {

    /** The tolerance in units of u R. */
    private static final double ROUNDING = 64 * Vectors.UNIT_ROUNDOFF;

    /** More rows of the definition are dearer than a hull in four dimensions. */
    private static final int MOST_ROWS = 4_000;

    private final Excess excess = new Excess(Statement.HULL);
    private final HullLeaver.Search search;

    private HullMonitor(HullLeaver.Search search) {
        this.search = search;
    }

    /** The monitor of a dynamics under which tokens move to means. */
    static HullMonitor of(Dynamics dynamics, Tokens start, Hulls hulls, CancellationCheck wanted) {
        boolean takesRows = start.dimension() > 3 && start.count() <= MOST_ROWS;
        return new HullMonitor(takesRows ? new LeavingRows(dynamics, wanted) : new LeavingVertices(hulls));
    }

    @Override
    public Statement statement() {
        return Statement.HULL;
    }

    @Override
    public void see(Step step) {
        HullLeaver farthest = search.of(step);
        double allowed = ROUNDING * step.before().tokens().largestNorm();
        excess.add(step.before().t(), farthest.distance(), allowed, farthest.token());
    }

    @Override
    public Finding finding() {
        return excess.finding(
                "no token left the hull of the tokens before it", "a token left the hull of the tokens before it");
    }
}
