package org.localmax.analysis.monitors;

import org.localmax.analysis.limits.Leaders;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.Vectors;

/**
 * H3a: a leader never moves and stays one. What is measured is how far a token is from where it was when it first led: followers
 * within the tie tolerance share the mean of its row late in a run, which moves it by rounding, and by no more than they are away.
 */
final class LeaderMonitor implements Monitor {

    private static final double ROUNDING = 64 * Vectors.UNIT_ROUNDOFF;

    private final Excess excess = new Excess(Statement.LEADERS);
    private final Leaders leaders;
    private final double tieTolerance;
    /** Where each token was when it first led. */
    private final double[] places;

    private long steps;

    /** @param leaders told of a step before this is */
    LeaderMonitor(Leaders leaders, Tokens start, double tieTolerance) {
        this.leaders = leaders;
        this.tieTolerance = tieTolerance;
        places = new double[start.rows().length];
    }

    @Override
    public Statement statement() {
        return Statement.LEADERS;
    }

    @Override
    public void see(Step step) {
        Tokens before = step.before().tokens();
        Tokens after = step.after().tokens();
        int d = before.dimension();
        steps++;
        long t = step.before().t();
        for (int i = 0; i < before.count(); i++) {
            if (leaders.ledFirstAt(i, t)) {
                System.arraycopy(before.rows(), i * d, places, i * d, d);
            }
        }
        double allowed = (ROUNDING * steps + Math.sqrt(2 * tieTolerance)) * before.largestNorm();
        excess.addGreatest(
                t,
                before.count(),
                i -> leaders.hasLed(i) ? Vectors.distance(after.rows(), i * d, places, i * d, d) : 0,
                allowed);
    }

    @Override
    public Finding finding() {
        return excess.finding("no leader moved", "a leader moved");
    }
}
