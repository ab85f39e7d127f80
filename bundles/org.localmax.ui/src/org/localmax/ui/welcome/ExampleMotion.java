package org.localmax.ui.welcome;

import java.util.ArrayList;
import java.util.List;
import org.localmax.dynamics.State;
import org.localmax.dynamics.Tokens;
import org.localmax.experiments.InvalidInputException;
import org.localmax.experiments.Planner;
import org.localmax.experiments.RunOptions;
import org.localmax.experiments.RunPlan;
import org.localmax.solver.StepListener;
import org.localmax.solver.Stepper;
import org.localmax.ui.plots.PlaneExtent;
import org.localmax.ui.plots.TokenScene;
import org.localmax.ui.run.HullCorners;

/**
 * The first steps of an example, computed, as a small picture shows them.
 *
 * @param scene the last of these steps, the hull of the first, and the way between
 * @param extent all that was passed
 */
record ExampleMotion(TokenScene scene, PlaneExtent extent) {

    private static final int STEPS = 40;
    private static final long MOST_PAIRS = 60_000_000;

    /** Computes the picture of an example's first rule. */
    static ExampleMotion of(Example example) throws InvalidInputException {
        RunPlan plan =
                Planner.plan(example.experiment(), example.file().getParent()).getFirst();
        long pairs = (long) plan.tokens().count() * plan.tokens().count();
        int steps = (int) Math.min(Math.min(STEPS, plan.steps()), MOST_PAIRS / pairs);
        List<Tokens> trail = new ArrayList<>();
        PlaneExtent extent = PlaneExtent.of(plan.tokens());
        State state = State.initial(plan.tokens());
        try (Stepper stepper = new RunOptions(1, false).stepper(plan)) {
            for (int t = 0; t < steps; t++) {
                trail.add(state.tokens());
                state = stepper.step(state, StepListener.NONE).after();
                extent = extent.union(PlaneExtent.of(state.tokens()));
            }
        }
        double[][] hull = HullCorners.of(plan.tokens());
        return new ExampleMotion(new TokenScene(state.tokens(), new int[0], hull, trail), extent);
    }
}
