package org.localmax.experiments;

import java.util.List;
import java.util.Set;
import org.localmax.analysis.Observer;
import org.localmax.analysis.Settling;
import org.localmax.analysis.limits.Limits;
import org.localmax.analysis.monitors.Finding;
import org.localmax.analysis.monitors.Monitors;
import org.localmax.analysis.monitors.Verdict;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.State;
import org.localmax.dynamics.Step;
import org.localmax.solver.Stepper;

/** Runs plans with every monitor of the theory watching each step, and looks at where the tokens end. Nothing is written. */
public final class TheoryCheck {

    private TheoryCheck() {}

    /**
     * What was found along one run.
     *
     * @param plan the run
     * @param limits where its tokens ended
     * @param findings one a statement
     */
    public record Report(RunPlan plan, Limits limits, List<Finding> findings) {

        /** Whether a statement was violated. */
        public boolean isRed() {
            return findings.stream().anyMatch(finding -> finding.verdict() == Verdict.VIOLATED);
        }
    }

    /**
     * Runs a plan under the monitors.
     *
     * @throws InvalidInputException if the memory does not suffice, or a step cannot be made
     * @throws java.util.concurrent.CancellationException if the listener cancels
     */
    public static Report check(RunPlan plan, RunOptions options, RunListener listener) throws InvalidInputException {
        RunMemory.require(plan, options);
        CancellationCheck wanted = CancellationCheck.of(listener::isCancelled);
        Monitors monitors = new Monitors(plan.dynamics(), plan.tokens(), wanted);
        Observer observer = new Observer(plan.tokens(), Set.of(), wanted);
        Settling settling = new Settling(observer.diameter(), plan.settleTolerance());
        State state = State.initial(plan.tokens());
        try (Stepper stepper = options.stepper(plan)) {
            while (state.t() < plan.steps()) {
                Step step = Runner.step(stepper, state, plan, listener);
                monitors.see(step);
                settling.add(step, wanted);
                listener.stepped(step);
                state = step.after();
            }
        }
        Limits limits = Limits.of(
                state.tokens(), observer.linkage(), settling, plan.dynamics().interaction(), wanted);
        return new Report(plan, limits, monitors.findings());
    }
}
