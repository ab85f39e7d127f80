package org.localmax.experiments;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.localmax.analysis.NeighbourEdges;
import org.localmax.analysis.frankwolfe.EnergySeries;
import org.localmax.analysis.frankwolfe.VertexCells;
import org.localmax.analysis.limits.Leaders;
import org.localmax.analysis.limits.Limits;
import org.localmax.analysis.limits.LyapunovCandidate;
import org.localmax.analysis.limits.OutsideLimit;
import org.localmax.analysis.limits.QuiescentSet;
import org.localmax.analysis.monitors.Finding;
import org.localmax.analysis.monitors.RuleMonitor;
import org.localmax.analysis.monitors.Statement;
import org.localmax.analysis.monitors.Verdict;
import org.localmax.data.Trajectory;
import org.localmax.dynamics.State;
import org.localmax.geometry.MaximalAlignment;
import org.localmax.solver.Stepper;

/**
 * Runs plans with every monitor of the theory watching each step, and looks at where the tokens end; those monitors that suppose the
 * limits look at the steps once more when these are known. A trajectory made elsewhere is looked at in the same way. Nothing is
 * written.
 */
public final class TheoryCheck {

    private TheoryCheck() {}

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
     * @param symmetricPart what the tokens do under (A + A^T)/2; where A is not symmetric and means something to the rule
     * @param inFrames what came of the same run in other frames, if it was made there
     * @param given the steps that violate a statement, of a trajectory made elsewhere
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
            Optional<SymmetricPart> symmetricPart,
            Optional<FrameCheck.Report> inFrames,
            Map<Statement, GivenStep> given) {

        /** Whether a statement was violated, or the limit depends on the frame. */
        public boolean isRed() {
            return findings.stream().anyMatch(finding -> finding.verdict() == Verdict.VIOLATED)
                    || inFrames.filter(FrameCheck.Report::isRed).isPresent();
        }

        /** The same with what came of the run in other frames. */
        public Report with(FrameCheck.Report frames) {
            return with(Optional.of(frames), given);
        }

        /** The same of a trajectory made elsewhere, with the steps of it that violate a statement. */
        Report with(Map<Statement, GivenStep> steps) {
            return with(inFrames, steps);
        }

        private Report with(Optional<FrameCheck.Report> frames, Map<Statement, GivenStep> steps) {
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
                    symmetricPart,
                    frames,
                    steps);
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
        try (Stepper stepper = options.stepper(plan)) {
            WatchedPlan watched = new WatchedPlan(plan, options, chosen, listener);
            return watched.look(
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
        RuleMonitor monitor = new RuleMonitor(plan.dynamics(), tolerance);
        try (Stepper stepper = options.stepper(plan)) {
            GivenSteps steps =
                    new GivenSteps(trajectory, state -> Runner.step(stepper, state, plan, listener), monitor);
            WatchedPlan watched = new WatchedPlan(plan, options, chosen, listener);
            Report report = watched.look(
                    new State(trajectory.step(0), plan.tokens(), 0),
                    steps,
                    _ -> Optional.empty(),
                    Optional.of(monitor));
            return report.with(violating(report, trajectory));
        }
    }

    /**
     * Looks at what a capsule has recorded, as at a trajectory made elsewhere, under the plan that the capsule holds; of a run in exact
     * arithmetic in doubles.
     *
     * @param run a run that has every step recorded
     * @throws InvalidInputException as above, and if steps are left out
     */
    public static Report check(RecordedRun run, RunOptions options, CheckOptions chosen, RunListener listener)
            throws InvalidInputException {
        if (!run.isComplete()) {
            throw new InvalidInputException(run.capsule().folder() + ": holds " + run.records() + " states up to t = "
                    + run.step(run.records() - 1) + "; expected every step, as --record every:1 writes them");
        }
        return check(run.plan().inDoubles(), run.trajectory(), 0, options, chosen, listener);
    }

    /** The steps of a trajectory that violate a statement. */
    private static Map<Statement, GivenStep> violating(Report report, Trajectory trajectory)
            throws InvalidInputException {
        Map<Statement, GivenStep> steps = new EnumMap<>(Statement.class);
        for (Finding finding : report.findings()) {
            if (finding.verdict() == Verdict.VIOLATED && finding.step().isPresent()) {
                long t = finding.step().getAsLong();
                int record = Math.min(Math.toIntExact(t - report.first()), trajectory.records() - 2);
                steps.put(
                        finding.statement(),
                        new GivenStep(
                                t, GivenSteps.tokens(trajectory, record), GivenSteps.tokens(trajectory, record + 1)));
            }
        }
        return steps;
    }
}
