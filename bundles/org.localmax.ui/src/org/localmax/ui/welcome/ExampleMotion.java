package org.localmax.ui.welcome;

import java.util.ArrayList;
import java.util.List;
import org.localmax.dynamics.State;
import org.localmax.dynamics.Tokens;
import org.localmax.experiments.InvalidInputException;
import org.localmax.experiments.Planner;
import org.localmax.experiments.RunOptions;
import org.localmax.experiments.RunPlan;
import org.localmax.plots.Panel;
import org.localmax.solver.StepListener;
import org.localmax.solver.Stepper;
import org.localmax.ui.run.TokenPreview;

/**
 * The first steps of an example, computed, as a small picture shows them.
 *
 * @param panel the last of these steps, the hull of the first, and the way between
 */
record ExampleMotion(Panel panel) {

    private static final int STEPS = 40;
    private static final long MOST_PAIRS = 60_000_000;

    /** Computes the picture of an example's first rule. */
    static ExampleMotion of(Example example) throws InvalidInputException {
        RunPlan plan =
                Planner.plan(example.experiment(), example.file().getParent()).getFirst();
        long pairs = (long) plan.tokens().count() * plan.tokens().count();
        int steps = (int) Math.min(Math.min(STEPS, plan.steps()), MOST_PAIRS / pairs);
        List<Tokens> states = new ArrayList<>(List.of(plan.tokens()));
        State state = State.initial(plan.tokens());
        try (Stepper stepper = new RunOptions(1, false).stepper(plan)) {
            for (int t = 0; t < steps; t++) {
                state = stepper.step(state, StepListener.NONE).after();
                states.add(state.tokens());
            }
        }
        return new ExampleMotion(TokenPreview.ofClusters(states));
    }
}
