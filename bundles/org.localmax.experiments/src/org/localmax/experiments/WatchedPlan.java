package org.localmax.experiments;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import org.localmax.analysis.Observer;
import org.localmax.analysis.Settling;
import org.localmax.analysis.StepMemory;
import org.localmax.analysis.limits.HardmaxHull;
import org.localmax.analysis.limits.Limits;
import org.localmax.analysis.monitors.Finding;
import org.localmax.analysis.monitors.HindsightMonitors;
import org.localmax.analysis.monitors.HindsightMonitors.Span;
import org.localmax.analysis.monitors.LyapunovMonitor;
import org.localmax.analysis.monitors.Monitors;
import org.localmax.analysis.monitors.RuleMonitor;
import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.AttentionRule.Hardmax;
import org.localmax.dynamics.AttentionRule.Localmax;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.State;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.exact.ExactTokens;
import org.localmax.experiments.TheoryCheck.Report;
import org.localmax.geometry.HausdorffDistance;
import org.localmax.geometry.InteractionNorm;
import org.localmax.geometry.Polytope;
import org.localmax.solver.Stepper;

/** A plan whose steps are watched as they are made, and looked at again when the limits are known. */
final class WatchedPlan {

    /** The most bytes that steps are kept in, to be looked at again. */
    private static final long MOST_KEPT = 1L << 30;

    private final RunPlan plan;
    private final RunOptions options;
    private final CheckOptions chosen;
    private final RunListener listener;
    private final CancellationCheck wanted;
    private final Dynamics dynamics;

    WatchedPlan(RunPlan plan, RunOptions options, CheckOptions chosen, RunListener listener) {
        this.plan = plan;
        this.options = options;
        this.chosen = chosen;
        this.listener = listener;
        wanted = CancellationCheck.of(listener::isCancelled);
        dynamics = plan.watched();
    }

    /**
     * What is found along the steps to the horizon of the plan.
     *
     * @param source what makes them
     * @param fractions the tokens of a state as fractions, where the run keeps to them
     * @param rule watches whether steps made elsewhere obey the rule
     */
    Report look(
            State start,
            StepMemory.Source<InvalidInputException> source,
            Function<State, Optional<ExactTokens>> fractions,
            Optional<RuleMonitor> rule)
            throws InvalidInputException {
        Observer observer = new Observer(start.tokens(), Set.of(), wanted);
        Optional<SymmetricRun> beside = SymmetricRun.beside(plan, start, observer.linkage(), options, listener);
        try {
            return look(start, observer, source, fractions, rule, beside);
        } finally {
            beside.ifPresent(SymmetricRun::close);
        }
    }

    private Report look(
            State start,
            Observer observer,
            StepMemory.Source<InvalidInputException> source,
            Function<State, Optional<ExactTokens>> fractions,
            Optional<RuleMonitor> rule,
            Optional<SymmetricRun> beside)
            throws InvalidInputException {
        int n = start.tokens().count();
        long count = plan.steps() - start.t();
        Optional<String> noAdjoint = LyapunovMonitor.whyNot(dynamics, n, count, chosen.isLyapunovAsked());
        StepMemory<InvalidInputException> memory =
                new StepMemory<>(source, start, count, budget(), noAdjoint.isEmpty());
        Monitors monitors = new Monitors(dynamics, start.tokens(), plan.exact(), wanted);
        Settling settling = new Settling(observer.diameter(), plan.settleTolerance());
        Optional<RecordedNeighbours> neighbours = Optional.empty();
        if (chosen.neighbours().isPresent()) {
            neighbours =
                    Optional.of(new RecordedNeighbours(plan, chosen.neighbours().get(), start.t(), wanted));
        }
        State state = start;
        while (state.t() < plan.steps()) {
            Step step = source.step(state);
            if (neighbours.isPresent()) {
                neighbours.get().add(step);
            }
            monitors.see(step, () -> fractions.apply(step.after()));
            settling.add(step, wanted);
            memory.add(step);
            beside.ifPresent(run -> run.see(step));
            listener.stepped(step);
            state = step.after();
        }
        if (neighbours.isPresent()) {
            neighbours.get().add(source.step(state)); // whom the last tokens attend to
        }
        Limits limits = Limits.of(state.tokens(), observer.linkage(), settling, dynamics.interaction(), wanted);
        Optional<Polytope> hardmax = hardmaxHull(start, observer.linkage());
        Span span = new Span(start.t(), state, observer.linkage(), chosen.radius(), hardmax);
        HindsightMonitors hindsight = new HindsightMonitors(dynamics, limits, span, wanted);
        if (hindsight.lookAtSteps()) {
            memory.forEach(hindsight::see);
        }
        LyapunovMonitor adjoint = new LyapunovMonitor(dynamics, n, wanted);
        if (noAdjoint.isEmpty()) {
            memory.forEachBackwards(adjoint::seeBackwards);
        }
        List<Finding> findings = new ArrayList<>(monitors.findings());
        findings.addAll(hindsight.findings());
        findings.add(noAdjoint.map(LyapunovMonitor::notApplicable).orElseGet(adjoint::finding));
        rule.ifPresent(monitor -> {
            Finding obeys = monitor.finding();
            findings.replaceAll(finding -> monitor.judge(finding, obeys));
            findings.add(obeys);
        });
        findings.sort((a, b) -> a.statement().compareTo(b.statement()));
        return new Report(
                plan,
                start.t(),
                limits,
                hindsight.alignmentSet(),
                monitors.leaders(),
                List.copyOf(findings),
                monitors.cells(),
                monitors.energies(),
                neighbours.map(RecordedNeighbours::edges),
                hindsight.quiescentSets(),
                hindsight.outsideLimits(),
                adjoint.candidates(),
                hardmax.map(hull -> OptionalDouble.of(distance(hull, limits.hull())))
                        .orElse(OptionalDouble.empty()),
                beside.map(run -> run.end(limits, wanted)),
                Optional.empty(),
                Map.of());
    }

    private long budget() {
        long free = Runtime.getRuntime().maxMemory() - RunMemory.bytes(plan, options);
        return Math.clamp(free / 2, 0, MOST_KEPT);
    }

    private double distance(Polytope k, Polytope l) {
        return HausdorffDistance.of(
                k, l, InteractionNorm.euclidean(plan.tokens().dimension()), wanted);
    }

    /** K of hardmax from the same tokens, of a run of localmax. */
    private Optional<Polytope> hardmaxHull(State start, double linkage) throws InvalidInputException {
        if (!(plan.dynamics().rule() instanceof Localmax)) {
            return Optional.empty();
        }
        Dynamics other = plan.dynamics().with(new Hardmax(AttentionRule.Multiplicity.COUNTED));
        RunPlan beside = plan.with("hardmax", plan.tokens(), other, plan.exact());
        try (Stepper stepper = options.with(Optional.empty()).stepper(beside)) {
            return Optional.of(HardmaxHull.of(
                    state -> Runner.step(stepper, state, beside, listener),
                    other,
                    start,
                    plan.steps(),
                    linkage,
                    wanted));
        }
    }
}
