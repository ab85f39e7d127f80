package org.localmax.analysis.monitors;

import org.localmax.dynamics.Points;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.StepSize;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.Vectors;

/**
 * Two tokens that a step brings to one point. Two that attend to the same mean come nearer by the factor 1 - gamma, and rounding joins
 * them once that is below what it moves a token by.
 *
 * @param apart how far apart they were before it, the farthest ones of the step; 0 if there are none
 * @param tokens the two; empty if there are none
 */
record Merger(double apart, int... tokens) {

    private static final double ROUNDING = 64 * Vectors.UNIT_ROUNDOFF;

    /** The farthest ones of a step. */
    static Merger of(Step step) {
        if (step.residual() == 0) { // tokens that are at one point were so before
            return new Merger(0);
        }
        Tokens before = step.before().tokens();
        Points points = Points.of(step.after().tokens());
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
        return new Merger(farthest, merged);
    }

    /** How far apart tokens may be that rounding joins. */
    static double byRounding(Step step, StepSize stepSize) {
        return ROUNDING
                * step.before().tokens().largestNorm()
                / (1 - stepSize.gamma(step.before().t()));
    }
}
