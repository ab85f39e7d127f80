package org.localmax.analysis.monitors;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import org.localmax.analysis.Digits;
import org.localmax.analysis.Settled.Motion;
import org.localmax.analysis.limits.LimitKind;
import org.localmax.analysis.limits.Limits;
import org.localmax.analysis.limits.OutsideLimit;
import org.localmax.analysis.limits.QuiescentSet;
import org.localmax.analysis.limits.StripSchedule;
import org.localmax.dynamics.AttentionRule.Localmax;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.State;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.Vectors;
import org.localmax.geometry.HausdorffDistance;
import org.localmax.geometry.InteractionNorm;
import org.localmax.geometry.MaximalAlignment;
import org.localmax.geometry.Polytope;

/**
 * The monitors that suppose the limits of a run, K and the means of its clusters, and so look at its steps again from the first on when
 * these are known: H2 and H3d at the limits alone, L1 to L4 along the way.
 */
public final class HindsightMonitors {

    /** What is watched here, in place of {@link Monitors}. */
    public static final Set<Statement> STATEMENTS = Set.copyOf(EnumSet.of(
            Statement.ALIGNMENT_SET,
            Statement.ALIGNED_LIMITS,
            Statement.QUIESCENT_SETS,
            Statement.LIMITS_OUTSIDE,
            Statement.VANISHING_STRIP,
            Statement.NO_ARRIVAL));

    private final Dynamics dynamics;
    private final Limits limits;
    private final Span span;
    private final State last;
    private final boolean isSettled;
    private final List<Finding> findings = new ArrayList<>();
    private final Optional<QuiescentSetMonitor> quiescence;
    private final List<OutsideLimitWatch> outside = new ArrayList<>();
    private OptionalLong firstMerger = OptionalLong.empty();
    private int[] merged = {};
    private long mergers;

    /**
     * What of a run is looked at again.
     *
     * @param first t of its first step
     * @param last its last state
     * @param linkage the distance at which tokens are linked to a cluster
     * @param radius eps of L1; empty for delta/(2 + 2 alpha)
     * @param hardmaxHull K of hardmax from the same tokens, of a run that is compared with it
     */
    public record Span(long first, State last, double linkage, OptionalDouble radius, Optional<Polytope> hardmaxHull) {}

    /** The monitors of a run whose limits are known. */
    public HindsightMonitors(Dynamics dynamics, Limits limits, Span span, CancellationCheck wanted) {
        this.dynamics = dynamics;
        this.limits = limits;
        this.span = span;
        last = span.last();
        isSettled = limits.settled().motion() == Motion.SETTLED;
        findings.add(alignmentSet(wanted));
        findings.add(alignedLimits());
        findings.add(vanishingStrip(wanted));
        double radius = radius();
        Optional<String> because =
                Hypotheses.quiescentSets(dynamics).or(() -> QuiescentSetMonitor.whyNot(radius, span.linkage()));
        quiescence = because.isPresent()
                ? Optional.empty()
                : Optional.of(
                        new QuiescentSetMonitor(dynamics, limits, last.tokens(), radius, lastWidth(), span.linkage()));
        because.ifPresent(text -> {
            findings.add(Finding.notApplicable(Statement.QUIESCENT_SETS, text));
            findings.add(Finding.notApplicable(Statement.NO_ARRIVAL, text));
        });
        watchOutside();
    }

    private double radius() {
        if (Hypotheses.quiescentSets(dynamics).isPresent()) {
            return Double.NaN;
        }
        return span.radius().orElseGet(() -> QuiescentSetMonitor.radius(dynamics, span.first(), last.t()));
    }

    /** delta at the last step; at the only state where there is none. */
    private double lastWidth() {
        return ((Localmax) dynamics.rule()).delta(Math.max(span.first(), last.t() - 1));
    }

    private void watchOutside() {
        int[] clusters = IntStream.range(0, limits.clusters().count())
                .filter(c -> limits.kind(c) == LimitKind.OUTSIDE_S)
                .toArray();
        Optional<String> because = Hypotheses.localmax(dynamics)
                .or(() -> isSettled ? Optional.empty() : Optional.of("the tokens have not come to rest"))
                .or(() -> clusters.length > 0 ? Optional.empty() : Optional.of("no limit is outside S(K)"));
        if (because.isPresent()) {
            findings.add(Finding.notApplicable(Statement.LIMITS_OUTSIDE, because.get()));
            return;
        }
        for (int cluster : clusters) {
            outside.add(new OutsideLimitWatch(dynamics, limits, cluster, last));
        }
    }

    /** Whether any of them looks at the steps. */
    public boolean lookAtSteps() {
        return quiescence.isPresent() || !outside.isEmpty();
    }

    /** Looks at the next step; steps come in their order, from the first on. */
    public void see(Step step) {
        quiescence.ifPresent(monitor -> monitor.see(step));
        outside.forEach(watch -> watch.see(step));
        if (quiescence.isPresent()) {
            Merger merger = Merger.of(step);
            if (merger.apart() > Excess.CERTAIN * Merger.byRounding(step, dynamics.stepSize())) {
                mergers++;
                merged = firstMerger.isEmpty() ? merger.tokens() : merged;
                firstMerger =
                        firstMerger.isEmpty() ? OptionalLong.of(step.before().t()) : firstMerger;
            }
        }
    }

    /** What is to be said after the steps seen, one finding a statement. */
    public List<Finding> findings() {
        List<Finding> all = new ArrayList<>(findings);
        quiescence.ifPresent(monitor -> {
            all.add(monitor.quiescence());
            all.add(monitor.noArrival(merging()));
        });
        if (!outside.isEmpty()) {
            all.add(ofOutside());
        }
        return all;
    }

    /** The quiescent sets; none where L1 does not apply. */
    public List<QuiescentSet> quiescentSets() {
        return quiescence.map(QuiescentSetMonitor::sets).orElse(List.of());
    }

    /** The limits outside S(K) that localmax has led to. */
    public List<OutsideLimit> outsideLimits() {
        return outside.stream().map(OutsideLimitWatch::limit).toList();
    }

    /** The pairs of distinct tokens that a step brought to one point: possible under localmax, never under hardmax. */
    private Optional<String> merging() {
        return firstMerger.isEmpty()
                ? Optional.empty()
                : Optional.of("tokens " + merged[0] + " and " + merged[1] + " merged exactly at t = "
                        + firstMerger.getAsLong()
                        + (mergers == 1 ? "" : ", the first of " + mergers + " steps with mergers"));
    }

    private Finding alignmentSet(CancellationCheck wanted) {
        Optional<String> because = Hypotheses.positiveDefinite(dynamics);
        if (because.isPresent()) {
            return Finding.notApplicable(Statement.ALIGNMENT_SET, because.get());
        }
        MaximalAlignment set = limits.maximalAlignment(wanted).orElseThrow();
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
        return Finding.of(Statement.ALIGNMENT_SET, isSettled ? Verdict.HOLDS : Verdict.CONSISTENT, text);
    }

    private Finding alignedLimits() {
        Optional<String> because = Hypotheses.hardmax(dynamics);
        if (because.isPresent()) {
            return Finding.notApplicable(Statement.ALIGNED_LIMITS, because.get());
        }
        if (!isSettled) {
            return Finding.of(Statement.ALIGNED_LIMITS, Verdict.CONSISTENT, "the tokens have not come to rest");
        }
        Excess excess = new Excess(Statement.ALIGNED_LIMITS);
        for (int c = 0; c < limits.clusters().count(); c++) {
            excess.add(
                    last.t(),
                    limits.gap(c),
                    limits.greatestGap(),
                    limits.clusters().members(c));
        }
        return consistent(excess.finding("no vertex of K is better aligned with a limit", "a limit is outside S(K)"));
    }

    private Finding vanishingStrip(CancellationCheck wanted) {
        Optional<String> because = Hypotheses.localmax(dynamics).or(() -> Hypotheses.positiveDefinite(dynamics));
        if (because.isPresent()) {
            return Finding.notApplicable(Statement.VANISHING_STRIP, because.get());
        }
        StripSchedule schedule = StripSchedule.of((Localmax) dynamics.rule(), span.first(), last.t());
        if (schedule == StripSchedule.CONSTANT || schedule == StripSchedule.VARYING) {
            return Finding.notApplicable(
                    Statement.VANISHING_STRIP,
                    schedule == StripSchedule.CONSTANT ? "delta is constant" : "delta grows at times");
        }
        String falls = "delta is " + Digits.of(lastWidth(), 3)
                + (schedule == StripSchedule.SLOW ? " and falls too slowly to tell" : " and falls");
        String beside = span.hardmaxHull()
                .map(hull -> "; K is "
                        + Digits.of(
                                HausdorffDistance.of(
                                        limits.hull(),
                                        hull,
                                        InteractionNorm.euclidean(last.tokens().dimension()),
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
                    last.t(),
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

    /** How far below the best score the strip of a token at a limit ends, delta s. */
    private double reach(int cluster) {
        double[] mean = limits.means().token(cluster);
        double[] query = new double[mean.length];
        dynamics.interaction().apply(mean, 0, query);
        return ((Localmax) dynamics.rule())
                .reach(lastWidth(), Vectors.norm(query, 0, query.length), Vectors.dot(query, 0, mean, 0, mean.length));
    }

    private Finding ofOutside() {
        Finding first = null;
        for (OutsideLimitWatch watch : outside) {
            Finding found = watch.finding();
            if (first == null || rank(found) > rank(first)) {
                first = found;
            }
        }
        if (rank(first) > 0) {
            return first;
        }
        OutsideLimit limit = outsideLimits().getFirst();
        String text = (outside.size() == 1 ? "1 limit" : outside.size() + " limits, the first")
                + " with w = " + Digits.of(limit.selfWeight(), 3) + ": factor " + Digits.of(limit.factor(), 4)
                + (Double.isNaN(limit.measured()) ? "" : ", measured " + Digits.of(limit.measured(), 4))
                + ", from t = " + limit.since().orElseThrow() + " on";
        return new Finding(
                first.statement(),
                first.verdict(),
                first.step(),
                first.size(),
                first.tolerance(),
                first.tokens(),
                text);
    }

    private static int rank(Finding finding) {
        return switch (finding.verdict()) {
            case VIOLATED -> 2;
            case UNDECIDED -> 1;
            default -> 0;
        };
    }

    /** A statement about infinity is never more than consistent. */
    private static Finding consistent(Finding finding) {
        return finding.verdict() == Verdict.HOLDS ? finding.with(Verdict.CONSISTENT) : finding;
    }
}
