package org.localmax.analysis.monitors;

import java.util.Optional;
import org.localmax.analysis.Digits;
import org.localmax.analysis.Settled.Motion;
import org.localmax.analysis.frankwolfe.StepSums;
import org.localmax.analysis.limits.LimitKind;
import org.localmax.analysis.limits.Limits;
import org.localmax.analysis.limits.StripSchedule;
import org.localmax.dynamics.AttentionRule.Localmax;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Vectors;
import org.localmax.geometry.HausdorffDistance;
import org.localmax.geometry.InteractionNorm;
import org.localmax.geometry.MaximalAlignment;
import org.localmax.geometry.Polytope;

/**
 * The statements on the limits alone: H2, H3d and L3. A token at rest at x under a strip of width delta has &lt;Ax, x&gt; no less than
 * the best score less delta s, as the mean of its neighbours, which is x, has: so far a strip explains a gap, and no farther.
 */
final class LimitStatements {

    private final Dynamics dynamics;
    private final Limits limits;
    private final long end;
    private final double width;
    private final boolean isSettled;

    /**
     * @param end t at the end
     * @param width delta at the last step; NaN for rules without one
     */
    LimitStatements(Dynamics dynamics, Limits limits, long end, double width) {
        this.dynamics = dynamics;
        this.limits = limits;
        this.end = end;
        this.width = width;
        isSettled = limits.settled().motion() == Motion.SETTLED;
    }

    /**
     * H2.
     *
     * @param found S(K), empty unless A is symmetric and positive definite
     */
    Finding alignmentSet(Optional<MaximalAlignment> found) {
        Optional<String> because = Hypotheses.positiveDefinite(dynamics);
        if (because.isPresent()) {
            return Finding.notApplicable(Statement.ALIGNMENT_SET, because.get());
        }
        MaximalAlignment set = found.orElseThrow();
        long vertices = set.points().stream()
                .filter(point -> point.tokens().length == 1)
                .count();
        int count = set.points().size();
        String text = "S(K) has " + count + (count == 1 ? " point" : " points") + ", " + vertices + " of "
                + limits.hull().vertices().length + " vertices of K among them";
        if (!set.isComplete()) {
            return Finding.of(
                    Statement.ALIGNMENT_SET, Verdict.UNDECIDED, text + " and perhaps more: not every face was tried");
        }
        return Finding.of(Statement.ALIGNMENT_SET, Verdict.CONSISTENT, text);
    }

    /** H3d. */
    Finding alignedLimits() {
        Optional<String> because = Hypotheses.hardmax(dynamics).or(() -> StepSums.missing(dynamics.stepSize()));
        if (because.isPresent()) {
            return Finding.notApplicable(Statement.ALIGNED_LIMITS, because.get());
        }
        if (!isSettled) {
            return Finding.of(Statement.ALIGNED_LIMITS, Verdict.CONSISTENT, "the tokens have not come to rest");
        }
        Excess excess = new Excess(Statement.ALIGNED_LIMITS);
        for (int c = 0; c < limits.clusters().count(); c++) {
            excess.add(
                    Math.max(0, end - 1),
                    limits.gap(c),
                    limits.greatestGap(),
                    limits.clusters().members(c));
        }
        return consistent(excess.finding("no vertex of K is better aligned with a limit", "a limit is outside S(K)"));
    }

    /**
     * L3.
     *
     * @param first t of the first step
     * @param hardmaxHull K of hardmax from the same tokens, if it is known
     */
    Finding vanishingStrip(long first, Optional<Polytope> hardmaxHull, CancellationCheck wanted) {
        Optional<String> because = Hypotheses.localmax(dynamics)
                .or(() -> Hypotheses.positiveDefinite(dynamics))
                .or(() -> StepSums.missing(dynamics.stepSize()));
        if (because.isPresent()) {
            return Finding.notApplicable(Statement.VANISHING_STRIP, because.get());
        }
        StripSchedule schedule = StripSchedule.of((Localmax) dynamics.rule(), first, end);
        Optional<String> stays = stays(schedule);
        if (stays.isPresent()) {
            return Finding.notApplicable(Statement.VANISHING_STRIP, stays.get());
        }
        String falls = "delta is " + Digits.of(width, 3)
                + (schedule == StripSchedule.SLOW ? " and falls too slowly to tell" : " and falls");
        String beside = hardmaxHull
                .map(hull -> "; K is "
                        + Digits.of(
                                HausdorffDistance.of(
                                        limits.hull(),
                                        hull,
                                        InteractionNorm.euclidean(limits.means().dimension()),
                                        wanted),
                                3)
                        + " from that of hardmax")
                .orElse("");
        if (!isSettled) {
            return Finding.of(
                    Statement.VANISHING_STRIP,
                    Verdict.CONSISTENT,
                    falls + "; the tokens have not come to rest" + beside);
        }
        Excess excess = new Excess(Statement.VANISHING_STRIP);
        long outsideStill = 0;
        for (int c = 0; c < limits.clusters().count(); c++) {
            outsideStill += limits.kind(c) == LimitKind.OUTSIDE_S ? 1 : 0;
            excess.add(
                    Math.max(0, end - 1),
                    limits.gap(c) - reach(c),
                    limits.greatestGap(),
                    limits.clusters().members(c));
        }
        String still = outsideStill == 0
                ? "; no limit is outside S(K)"
                : "; " + outsideStill + " outside S(K), as the strip still explains";
        return consistent(
                excess.finding(falls + still + beside, "a limit is farther outside S(K) than the strip explains"));
    }

    /** Why a strip does not vanish, if it does not. */
    private static Optional<String> stays(StripSchedule schedule) {
        return switch (schedule) {
            case CONSTANT -> Optional.of("delta is constant");
            case VARYING -> Optional.of("delta grows at times");
            case LASTING -> Optional.of("delta does not fall to 0, as far as delta from t = 2^40 to 2^60 tells");
            case VANISHING, SLOW -> Optional.empty();
        };
    }

    /** How far below the best score the strip of a token at a limit ends, delta s. */
    private double reach(int cluster) {
        double[] mean = limits.means().token(cluster);
        double[] query = new double[mean.length];
        dynamics.interaction().apply(mean, 0, query);
        return ((Localmax) dynamics.rule())
                .reach(width, Vectors.norm(query, 0, query.length), Vectors.dot(query, 0, mean, 0, mean.length));
    }

    /** A statement about infinity is never more than consistent. */
    private static Finding consistent(Finding finding) {
        return finding.verdict() == Verdict.HOLDS ? finding.with(Verdict.CONSISTENT) : finding;
    }
}
