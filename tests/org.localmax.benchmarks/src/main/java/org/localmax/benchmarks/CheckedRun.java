package org.localmax.benchmarks;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.localmax.analysis.Observer;
import org.localmax.analysis.Settling;
import org.localmax.analysis.StepMemory;
import org.localmax.analysis.limits.HardmaxHull;
import org.localmax.analysis.limits.Limits;
import org.localmax.analysis.monitors.HindsightMonitors;
import org.localmax.analysis.monitors.HindsightMonitors.Span;
import org.localmax.analysis.monitors.LyapunovMonitor;
import org.localmax.analysis.monitors.Monitors;
import org.localmax.dynamics.AttentionRule.Hardmax;
import org.localmax.dynamics.AttentionRule.Localmax;
import org.localmax.dynamics.AttentionRule.Multiplicity;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.State;
import org.localmax.dynamics.Step;
import org.localmax.geometry.HausdorffDistance;
import org.localmax.geometry.InteractionNorm;
import org.localmax.geometry.Polytope;
import org.localmax.solver.StepListener;
import org.localmax.solver.Stepper;
import org.localmax.solver.Steppers;

/**
 * A run with everything that {@code localmax check} does without options, but for output: all monitors look at each step, the limits are
 * found, the steps are looked at again when these are known, and hardmax runs from the same tokens beside localmax.
 */
final class CheckedRun implements Contender {

    /** As {@code localmax check}: the most bytes that steps are kept in. */
    private static final long MOST_KEPT = 1L << 30;

    private static final CancellationCheck WANTED = CancellationCheck.NONE;

    private final Problem problem;

    CheckedRun(Problem problem) {
        this.problem = problem;
        for (int k = 0; k < WatchedRun.WARM_UP; k++) {
            milliseconds();
        }
    }

    /** The milliseconds of a step, on average; the work before the first and after the last is shared among them. */
    @Override
    public double milliseconds() {
        long began = System.nanoTime();
        try (Stepper stepper = Steppers.create(problem.dynamics(), OwnStep.usual())) {
            check(stepper);
        }
        return (System.nanoTime() - began) / 1e6 / WatchedRun.STEPS;
    }

    private void check(Stepper stepper) {
        Dynamics dynamics = stepper.dynamics();
        State start = problem.start();
        int n = start.tokens().count();
        boolean isBackwards =
                LyapunovMonitor.whyNot(dynamics, n, WatchedRun.STEPS, false).isEmpty();
        StepMemory<RuntimeException> memory = new StepMemory<>(
                state -> stepper.step(state, StepListener.NONE), start, WatchedRun.STEPS, MOST_KEPT, isBackwards);
        Monitors monitors = new Monitors(dynamics, start.tokens(), WANTED);
        Observer observer = new Observer(start.tokens(), Set.of(), WANTED);
        Settling settling = new Settling(observer.diameter());
        State state = start;
        for (int t = 0; t < WatchedRun.STEPS; t++) {
            Step step = stepper.step(state, StepListener.NONE);
            monitors.see(step);
            settling.add(step, WANTED);
            memory.add(step);
            state = step.after();
        }
        Limits limits = Limits.of(state.tokens(), observer.linkage(), settling, dynamics.interaction(), WANTED);
        Optional<Polytope> hardmax =
                dynamics.rule() instanceof Localmax ? Optional.of(hardmaxHull(dynamics, observer)) : Optional.empty();
        Span span = new Span(start.t(), state, observer.linkage(), OptionalDouble.empty(), hardmax);
        HindsightMonitors hindsight = new HindsightMonitors(dynamics, limits, span, WANTED);
        if (hindsight.lookAtSteps()) {
            memory.forEach(hindsight::see);
        }
        if (isBackwards) {
            memory.forEachBackwards(new LyapunovMonitor(dynamics, n, WANTED)::seeBackwards);
        }
        monitors.findings();
        hindsight.findings();
        hardmax.ifPresent(hull -> HausdorffDistance.of(
                hull, limits.hull(), InteractionNorm.euclidean(start.tokens().dimension()), WANTED));
    }

    private Polytope hardmaxHull(Dynamics dynamics, Observer observer) {
        Dynamics beside = dynamics.with(new Hardmax(Multiplicity.COUNTED));
        try (Stepper stepper = Steppers.create(beside, OwnStep.usual())) {
            return HardmaxHull.of(
                    state -> stepper.step(state, StepListener.NONE),
                    beside,
                    problem.start(),
                    WatchedRun.STEPS,
                    observer.linkage(),
                    WANTED);
        }
    }
}
