package org.localmax.experiments;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import org.localmax.analysis.NeighbourEdges;
import org.localmax.analysis.Observer;
import org.localmax.analysis.Settling;
import org.localmax.analysis.StepMemory;
import org.localmax.analysis.frankwolfe.EnergySeries;
import org.localmax.analysis.frankwolfe.VertexCells;
import org.localmax.analysis.limits.Leaders;
import org.localmax.analysis.limits.Limits;
import org.localmax.analysis.limits.LyapunovCandidate;
import org.localmax.analysis.limits.OutsideLimit;
import org.localmax.analysis.limits.QuiescentSet;
import org.localmax.analysis.monitors.Finding;
import org.localmax.analysis.monitors.HindsightMonitors;
import org.localmax.analysis.monitors.HindsightMonitors.Span;
import org.localmax.analysis.monitors.LyapunovMonitor;
import org.localmax.analysis.monitors.Monitors;
import org.localmax.analysis.monitors.RuleMonitor;
import org.localmax.analysis.monitors.Verdict;
import org.localmax.data.Trajectory;
import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.AttentionRule.Hardmax;
import org.localmax.dynamics.AttentionRule.Localmax;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.State;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.exact.ExactTokens;
import org.localmax.geometry.HausdorffDistance;
import org.localmax.geometry.InteractionNorm;
import org.localmax.geometry.MaximalAlignment;
import org.localmax.geometry.Polytope;
import org.localmax.solver.Stepper;

/**
 * Runs plans with every monitor of the theory watching each step, and looks at where the tokens end; those monitors that suppose the
 * limits look at the steps once more when these are known. A trajectory made elsewhere is looked at in the same way. Nothing is
 * written.
 */
public final class TheoryCheck {

    /** The most bytes that steps are kept in, to be looked at again. */
    private static final long MOST_KEPT = 256L << 20;

    private final RunPlan plan;
    private final RunOptions options;
    private final RunListener listener;
    private final CancellationCheck wanted;
    private final CheckOptions chosen;

    private TheoryCheck(RunPlan plan, RunOptions options, CheckOptions chosen, RunListener listener) {
        this.plan = plan;
        this.options = options;
        this.chosen = chosen;
        this.listener = listener;
        wanted = CancellationCheck.of(listener::isCancelled);
    }

    /**
     * What was found along one run.
     *
     * @param plan the run
     * @param first t of the first state: 0 but for trajectories made elsewhere
     * @param limits where its tokens ended
     * @param alignmentSet S(K); empty unless A is symmetric and positive definite
     * @param leaders who led, and since when; of hardmax alone
     * @param findings one a statement
     * @param cells the cells of the vertices of conv X(0); empty where F2 does not apply
     * @param energies the energies of F1 at each step; empty unless B = -M, M symmetric positive semidefinite
     * @param neighbours who attended to whom, if that was asked for
     * @param quiescentSets those of localmax, one a vertex of K; none where the theory has none
     * @param outsideLimits the limits outside S(K) that localmax led to
     * @param candidates functions that may never increase, and where they did; none where they would take too long
     * @param hardmaxDistance the Hausdorff distance of K to that of hardmax from the same tokens; of localmax alone
     * @param inFrames what came of the same run in other frames, if it was made there
     */
    public record Report(
            RunPlan plan,
            long first,
            Limits limits,
            Optional<MaximalAlignment> alignmentSet,
            Optional<Leaders> leaders,
            List<Finding> findings,
            Optional<VertexCells> cells,
            Optional<EnergySeries> energies,
            Optional<NeighbourEdges> neighbours,
            List<QuiescentSet> quiescentSets,
            List<OutsideLimit> outsideLimits,
            List<LyapunovCandidate> candidates,
            OptionalDouble hardmaxDistance,
            Optional<FrameCheck.Report> inFrames) {

        /** Whether a statement was violated, or the limit depends on the frame. */
        public boolean isRed() {
            return findings.stream().anyMatch(finding -> finding.verdict() == Verdict.VIOLATED)
                    || inFrames.filter(FrameCheck.Report::isRed).isPresent();
        }

        /** The same with what came of the run in other frames. */
        public Report with(FrameCheck.Report frames) {
            return new Report(
                    plan,
                    first,
                    limits,
                    alignmentSet,
                    leaders,
                    findings,
                    cells,
                    energies,
                    neighbours,
                    quiescentSets,
                    outsideLimits,
                    candidates,
                    hardmaxDistance,
                    Optional.of(frames));
        }
    }

    /**
     * Runs a plan under the monitors.
     *
     * @throws InvalidInputException if the memory does not suffice, or a step cannot be made
     * @throws java.util.concurrent.CancellationException if the listener cancels
     */
    public static Report check(RunPlan plan, RunOptions options, RunListener listener) throws InvalidInputException {
        return check(plan, options, CheckOptions.DEFAULT, listener);
    }

    /** The same with choices. */
    public static Report check(RunPlan plan, RunOptions options, CheckOptions chosen, RunListener listener)
            throws InvalidInputException {
        RunMemory.require(plan, options);
        TheoryCheck check = new TheoryCheck(plan, options, chosen, listener);
        try (Stepper stepper = options.stepper(plan)) {
            return check.look(
                    State.initial(plan.tokens()),
                    state -> Runner.step(stepper, state, plan, listener),
                    state -> stepper.fractions(state, listener),
                    Optional.empty());
        }
    }

    /**
     * Looks at a trajectory made elsewhere.
     *
     * @param plan what it is compared with: its tokens are the first ones, its horizon the last step of the trajectory
     * @param trajectory one record a step
     * @param tolerance how far a token may be from where the rule takes it, in units of the largest norm; 0 for what rounding explains
     * @throws InvalidInputException if a record cannot be read, the memory does not suffice, or a step cannot be made
     * @throws java.util.concurrent.CancellationException if the listener cancels
     */
    public static Report check(
            RunPlan plan,
            Trajectory trajectory,
            double tolerance,
            RunOptions options,
            CheckOptions chosen,
            RunListener listener)
            throws InvalidInputException {
        RunMemory.require(plan, options);
        TheoryCheck check = new TheoryCheck(plan, options, chosen, listener);
        RuleMonitor monitor = new RuleMonitor(plan.dynamics(), tolerance);
        try (Stepper stepper = options.stepper(plan)) {
            GivenSteps steps =
                    new GivenSteps(trajectory, state -> Runner.step(stepper, state, plan, listener), monitor);
            return check.look(
                    new State(trajectory.step(0), plan.tokens(), 0),
                    steps,
                    _ -> Optional.empty(),
                    Optional.of(monitor));
        }
    }

    private Report look(
            State start,
            StepMemory.Source<InvalidInputException> source,
            Function<State, Optional<ExactTokens>> fractions,
            Optional<RuleMonitor> rule)
            throws InvalidInputException {
        Dynamics dynamics = plan.watched();
        int n = start.tokens().count();
        long count = plan.steps() - start.t();
        Optional<String> noAdjoint = LyapunovMonitor.whyNot(dynamics, n, count, chosen.isLyapunovAsked());
        long free = Runtime.getRuntime().maxMemory() - RunMemory.bytes(plan, options);
        long budget = Math.clamp(free / 2, 0, MOST_KEPT);
        StepMemory<InvalidInputException> memory = new StepMemory<>(source, start, count, budget, noAdjoint.isEmpty());
        Monitors monitors = new Monitors(dynamics, start.tokens(), plan.exact(), wanted);
        Observer observer = new Observer(start.tokens(), Set.of(), wanted);
        Settling settling = new Settling(observer.diameter(), plan.settleTolerance());
        Optional<Leaders> leaders = dynamics.rule() instanceof Hardmax ? Optional.of(new Leaders(n)) : Optional.empty();
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
            leaders.ifPresent(seen -> seen.add(step));
            memory.add(step);
            listener.stepped(step);
            state = step.after();
        }
        if (neighbours.isPresent()) {
            neighbours.get().add(source.step(state)); // whom the last tokens attend to
        }
        Limits limits = Limits.of(state.tokens(), observer.linkage(), settling, dynamics.interaction(), wanted);
        Optional<Polytope> hardmax = hardmaxHull(start, observer);
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
            findings.replaceAll(monitor::allow);
            findings.add(monitor.finding());
        });
        findings.sort((a, b) -> a.statement().compareTo(b.statement()));
        return new Report(
                plan,
                start.t(),
                limits,
                hindsight.alignmentSet(),
                leaders,
                List.copyOf(findings),
                monitors.cells(),
                monitors.energies(),
                neighbours.map(RecordedNeighbours::edges),
                hindsight.quiescentSets(),
                hindsight.outsideLimits(),
                adjoint.candidates(),
                hardmax.map(hull -> OptionalDouble.of(distance(hull, limits.hull())))
                        .orElse(OptionalDouble.empty()),
                Optional.empty());
    }

    private double distance(Polytope k, Polytope l) {
        return HausdorffDistance.of(
                k, l, InteractionNorm.euclidean(plan.tokens().dimension()), wanted);
    }

    /** K of hardmax from the same tokens, of a run of localmax. */
    private Optional<Polytope> hardmaxHull(State start, Observer observer) throws InvalidInputException {
        if (!(plan.dynamics().rule() instanceof Localmax)) {
            return Optional.empty();
        }
        Dynamics dynamics = plan.dynamics();
        RunPlan beside = plan.with(
                "hardmax", plan.tokens(), dynamics.with(new Hardmax(AttentionRule.Multiplicity.COUNTED)), plan.exact());
        State state = start;
        try (Stepper stepper = options.with(Optional.empty()).stepper(beside)) {
            while (state.t() < plan.steps()) {
                wanted.check();
                state = Runner.step(stepper, state, beside, listener).after();
            }
        }
        Tokens last = state.tokens();
        Settling unseen = new Settling(observer.diameter(), plan.settleTolerance());
        return Optional.of(Limits.of(last, observer.linkage(), unseen, dynamics.interaction(), wanted)
                .hull());
    }
}
