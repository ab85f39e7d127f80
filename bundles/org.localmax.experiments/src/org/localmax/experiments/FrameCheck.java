package org.localmax.experiments;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.localmax.analysis.Digits;
import org.localmax.analysis.Frame;
import org.localmax.analysis.Observer;
import org.localmax.analysis.Settling;
import org.localmax.analysis.limits.Limits;
import org.localmax.analysis.monitors.Monitors;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.State;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.Tokens;
import org.localmax.solver.Stepper;

/**
 * Runs a plan again in rotated and renumbered frames, with R A R^T in the place of A, and compares where the tokens end: a rule that
 * looks at scores alone must come to the same limits in each, unless rounding decides a tie.
 */
public final class FrameCheck {

    private final RunPlan plan;
    private final RunOptions options;
    private final RunListener listener;
    private final CancellationCheck wanted;

    private FrameCheck(RunPlan plan, RunOptions options, RunListener listener) {
        this.plan = plan;
        this.options = options;
        this.listener = listener;
        wanted = CancellationCheck.of(listener::isCancelled);
    }

    /**
     * What was found.
     *
     * @param frames the number of frames that the plan was run in besides its own; 0 if the check does not apply
     * @param changed in how many of them the limit is another
     * @param farthest the greatest distance between the ends of a token, rotated back, in units of the coordinates
     * @param linkage up to which ends count as the same: that of clusters
     * @param because how the limit changes in the first frame in which it does, or why the check does not apply
     */
    public record Report(int frames, int changed, double farthest, double linkage, Optional<String> because) {

        /** Whether the limit depends on the frame. */
        public boolean isRed() {
            return changed > 0;
        }
    }

    /** Where a run ends. */
    private record End(Tokens tokens, Limits limits, double linkage) {}

    /**
     * Runs a plan in its own frame and in others, as many runs as frames and one more.
     *
     * @param frames the number of frames, drawn from the seeds 1, 2, 3, ...
     * @throws InvalidInputException if the memory does not suffice, or a step cannot be made
     * @throws java.util.concurrent.CancellationException if the listener cancels
     */
    public static Report check(RunPlan plan, int frames, RunOptions options, RunListener listener)
            throws InvalidInputException {
        Optional<String> obstacle = plan.exact().isPresent()
                ? Optional.of("rotations leave the fractions")
                : Monitors.frameDependence(plan.dynamics());
        if (obstacle.isPresent()) {
            return new Report(0, 0, Double.NaN, Double.NaN, obstacle);
        }
        RunMemory.require(plan, options);
        return new FrameCheck(plan, options, listener).check(frames);
    }

    private Report check(int frames) throws InvalidInputException {
        End own = run(plan);
        int changed = 0;
        double farthest = 0;
        Optional<String> because = Optional.empty();
        for (int seed = 1; seed <= frames; seed++) {
            Frame frame =
                    Frame.random(seed, plan.tokens().count(), plan.tokens().dimension());
            End there = run(turned(frame));
            double apart = own.tokens().farthest(frame.back(there.tokens()));
            farthest = Math.max(farthest, apart);
            Optional<String> difference = difference(own, there, frame, apart);
            if (difference.isPresent()) {
                changed++;
                String where = "in frame " + seed + ": " + difference.get();
                because = because.or(() -> Optional.of(where));
            }
        }
        return new Report(frames, changed, farthest, own.linkage(), because);
    }

    private RunPlan turned(Frame frame) {
        Dynamics dynamics = plan.dynamics();
        return plan.with(
                plan.rule(),
                frame.of(plan.tokens()),
                dynamics.with(frame.of(dynamics.interaction())),
                Optional.empty());
    }

    private End run(RunPlan run) throws InvalidInputException {
        Observer observer = new Observer(run.tokens(), Set.of(), wanted);
        Settling settling = new Settling(observer.diameter(), run.settleTolerance());
        State state = State.initial(run.tokens());
        try (Stepper stepper = options.stepper(run)) {
            while (state.t() < run.steps()) {
                Step step = Runner.step(stepper, state, run, listener);
                settling.add(step, wanted);
                listener.stepped(step);
                state = step.after();
            }
        }
        Limits limits = Limits.of(
                state.tokens(), observer.linkage(), settling, run.dynamics().interaction(), wanted);
        return new End(state.tokens(), limits, observer.linkage());
    }

    /** What is another in a frame, in words. */
    private static Optional<String> difference(End own, End there, Frame frame, double apart) {
        Limits first = own.limits();
        Limits second = there.limits();
        int clusters = first.clusters().count();
        if (clusters != second.clusters().count()) {
            return Optional.of(second.clusters().count() + " clusters, not " + clusters);
        }
        int[] partners = new int[clusters];
        Arrays.fill(partners, -1);
        for (int i = 0; i < own.tokens().count(); i++) {
            int token = frame.original(i);
            int label = first.clusters().label(token);
            int other = second.clusters().label(i);
            partners[label] = partners[label] < 0 ? other : partners[label];
            if (partners[label] != other) {
                return Optional.of("token " + token + " ends in another cluster");
            }
            if (first.kind(label) != second.kind(other)) {
                return Optional.of("token " + token + " ends at a limit that is \""
                        + second.kind(other).text() + "\", not \""
                        + first.kind(label).text() + "\"");
            }
        }
        return apart > own.linkage()
                ? Optional.of("a token ends " + Digits.of(apart, 3) + " away from where it ends in its own frame")
                : Optional.empty();
    }
}
