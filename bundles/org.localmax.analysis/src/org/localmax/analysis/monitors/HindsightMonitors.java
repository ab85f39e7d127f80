package org.localmax.analysis.monitors;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import org.localmax.analysis.Settled.Motion;
import org.localmax.analysis.limits.LimitKind;
import org.localmax.analysis.limits.Limits;
import org.localmax.analysis.limits.OutsideLimit;
import org.localmax.analysis.limits.QuiescentSet;
import org.localmax.dynamics.AttentionRule.Localmax;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.State;
import org.localmax.dynamics.Step;
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

    private final List<Finding> findings = new ArrayList<>();
    private final Optional<MaximalAlignment> alignmentSet;
    private final Optional<QuiescentSetMonitor> quiescence;
    private final Optional<OutsideLimitMonitor> outside;
    private final Dynamics dynamics;
    /** The first step at which gamma is 1. */
    private Optional<Long> jumps = Optional.empty();

    /**
     * What of a run is looked at again.
     *
     * @param first t of its first step
     * @param last its last state
     * @param linkage the distance at which tokens are linked to a cluster
     * @param radius eps of L1; empty for delta/(2 + 2 alpha)
     * @param hardmaxHull K of hardmax from the same tokens, of a run that is compared with it
     */
    public record Span(long first, State last, double linkage, OptionalDouble radius, Optional<Polytope> hardmaxHull) {

        /** delta of the rule at the last step, at the only state where there is none; NaN for rules without a strip. */
        double width(Dynamics dynamics) {
            return dynamics.rule() instanceof Localmax rule ? rule.delta(Math.max(first, last.t() - 1)) : Double.NaN;
        }
    }

    /** The monitors of a run whose limits are known. */
    public HindsightMonitors(Dynamics dynamics, Limits limits, Span span, CancellationCheck wanted) {
        this.dynamics = dynamics;
        LimitStatements ofLimits =
                new LimitStatements(dynamics, limits, span.last().t(), span.width(dynamics));
        alignmentSet = limits.maximalAlignment(wanted);
        findings.add(ofLimits.alignmentSet(alignmentSet));
        findings.add(ofLimits.alignedLimits());
        findings.add(ofLimits.vanishingStrip(span.first(), span.hardmaxHull(), wanted));
        quiescence = quiescence(dynamics, limits, span);
        Optional<String> noneOutside = noneOutside(dynamics, limits);
        noneOutside.ifPresent(text -> findings.add(Finding.notApplicable(Statement.LIMITS_OUTSIDE, text)));
        outside = noneOutside.isPresent()
                ? Optional.empty()
                : Optional.of(new OutsideLimitMonitor(dynamics, limits, span.last()));
    }

    /** The monitor of L1 and L4; if there is none, their findings say why. */
    private Optional<QuiescentSetMonitor> quiescence(Dynamics dynamics, Limits limits, Span span) {
        Optional<String> because = Hypotheses.quiescentSets(dynamics);
        double radius = because.isPresent()
                ? Double.NaN
                : span.radius()
                        .orElseGet(() -> QuiescentSetMonitor.radius(
                                dynamics, span.first(), span.last().t()));
        because = because.or(() -> QuiescentSetMonitor.whyNot(radius, span.linkage()));
        if (because.isPresent()) {
            findings.add(Finding.notApplicable(Statement.QUIESCENT_SETS, because.get()));
            findings.add(Finding.notApplicable(Statement.NO_ARRIVAL, because.get()));
            return Optional.empty();
        }
        return Optional.of(new QuiescentSetMonitor(dynamics, limits, span, radius));
    }

    private static Optional<String> noneOutside(Dynamics dynamics, Limits limits) {
        return Hypotheses.localmax(dynamics)
                .or(() -> limits.settled().motion() == Motion.SETTLED
                        ? Optional.empty()
                        : Optional.of("the tokens have not come to rest"))
                .or(() -> IntStream.range(0, limits.clusters().count())
                                .anyMatch(c -> limits.kind(c) == LimitKind.OUTSIDE_S)
                        ? Optional.empty()
                        : Optional.of("no limit is outside S(K)"));
    }

    /** Whether any of them looks at the steps. */
    public boolean lookAtSteps() {
        return quiescence.isPresent() || outside.isPresent();
    }

    /** Looks at the next step; steps come in their order, from the first on. */
    public void see(Step step) {
        quiescence.ifPresent(monitor -> monitor.see(step));
        outside.ifPresent(monitor -> monitor.see(step));
        long t = step.before().t();
        if (jumps.isEmpty() && dynamics.stepSize().gamma(t) == 1) {
            jumps = Optional.of(t);
        }
    }

    /** What is to be said after the steps seen, one finding a statement. */
    public List<Finding> findings() {
        List<Finding> all = new ArrayList<>(findings);
        quiescence.ifPresent(monitor -> {
            all.add(monitor.quiescence());
            all.add(jumps.map(t -> Finding.notApplicable(
                            Statement.NO_ARRIVAL, "gamma is 1 at t = " + t + ", with which tokens jump onto the mean"))
                    .orElseGet(monitor::noArrival));
        });
        outside.ifPresent(monitor -> all.add(monitor.finding()));
        return all;
    }

    /** S(K) as H2 found it; empty unless A is symmetric and positive definite. */
    public Optional<MaximalAlignment> alignmentSet() {
        return alignmentSet;
    }

    /** The quiescent sets; none where L1 does not apply. */
    public List<QuiescentSet> quiescentSets() {
        return quiescence.map(QuiescentSetMonitor::sets).orElse(List.of());
    }

    /** The limits outside S(K) that localmax has led to. */
    public List<OutsideLimit> outsideLimits() {
        return outside.map(OutsideLimitMonitor::limits).orElse(List.of());
    }
}
