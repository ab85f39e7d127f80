package org.localmax.benchmarks;

import org.localmax.analysis.Settling;
import org.localmax.analysis.monitors.Monitors;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.State;
import org.localmax.dynamics.Step;
import org.localmax.geometry.Diameter;
import org.localmax.solver.StepListener;
import org.localmax.solver.Stepper;
import org.localmax.solver.Steppers;

/**
 * A run of some steps from the start of a problem by the fastest algorithm: as it is, or with those monitors of the theory that look at
 * each step as it is made.
 */
final class WatchedRun implements Contender {

    /** So long that clusters have formed. */
    static final int STEPS = 100;

    /** Before it counts, a run is repeated so often, so that all of it is compiled. */
    static final int WARM_UP = 20;

    private final Problem problem;
    private final boolean isWatched;

    WatchedRun(Problem problem, boolean isWatched) {
        this.problem = problem;
        this.isWatched = isWatched;
        for (int k = 0; k < WARM_UP; k++) {
            milliseconds();
        }
    }

    /** The milliseconds of a step, on average. */
    @Override
    public double milliseconds() {
        long began = System.nanoTime();
        try (Stepper stepper = Steppers.create(problem.dynamics(), OwnStep.usual())) {
            if (isWatched) {
                watched(stepper);
            } else {
                alone(stepper);
            }
        }
        return (System.nanoTime() - began) / 1e6 / STEPS;
    }

    private void alone(Stepper stepper) {
        State state = problem.start();
        for (int t = 0; t < STEPS; t++) {
            state = stepper.step(state, StepListener.NONE).after();
        }
    }

    private void watched(Stepper stepper) {
        Monitors monitors = new Monitors(problem.dynamics(), problem.tokens(), CancellationCheck.NONE);
        Settling settling = new Settling(Diameter.of(problem.tokens()));
        State state = problem.start();
        for (int t = 0; t < STEPS; t++) {
            Step step = stepper.step(state, StepListener.NONE);
            monitors.see(step);
            settling.add(step);
            state = step.after();
        }
    }
}
