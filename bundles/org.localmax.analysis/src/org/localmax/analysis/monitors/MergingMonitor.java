package org.localmax.analysis.monitors;

import org.localmax.dynamics.Points;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.StepSize;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.Vectors;

/**
 * H3c: distinct tokens never merge under hardmax with gamma below 1. Two tokens that attend to the same mean come nearer by the
 * factor 1 - gamma, and rounding joins them once that is below what it moves a token by.
 */
final class MergingMonitor implements Monitor {

    private static final double ROUNDING = 64 * Vectors.UNIT_ROUNDOFF;

    private final Excess excess = new Excess(Statement.NO_MERGING);
    private final StepSize stepSize;

    MergingMonitor(StepSize stepSize) {
        this.stepSize = stepSize;
    }

    @Override
    public Statement statement() {
        return Statement.NO_MERGING;
    }

    @Override
    public void see(Step step) {
        Tokens before = step.before().tokens();
        Points points = Points.of(step.after().tokens());
        long t = step.before().t();
        double allowed = ROUNDING * before.largestNorm() / (1 - stepSize.gamma(t));
        double farthest = 0;
        int[] merged = {};
        int d = before.dimension();
        for (int point = 0; !points.areAllTokens() && point < points.count(); point++) {
            int first = points.first(point);
            for (int other = points.next(first); other >= 0; other = points.next(other)) {
                double apart = Vectors.distance(before.rows(), first * d, before.rows(), other * d, d);
                if (apart > farthest) {
                    farthest = apart;
                    merged = new int[] {first, other};
                }
            }
        }
        excess.add(t, farthest, allowed, merged);
    }

    @Override
    public Finding finding() {
        return excess.finding("no distinct tokens merged, but where rounding joins them", "distinct tokens merged");
    }
}
