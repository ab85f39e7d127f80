package org.localmax.flow;

import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.State;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.Tokens;
import org.localmax.solver.Algorithm;
import org.localmax.solver.SolverOptions;
import org.localmax.solver.StepListener;
import org.localmax.solver.Stepper;
import org.localmax.solver.Steppers;

/**
 * Steps a dynamics in continuous time: a step from t to t + 1 is the flow for the time step at t. Rows, margins and decisions
 * are those of the state it starts from, taken as it is: how far the flow before may be off widens no band, and the state after
 * has the error 0 where the rule decides, NaN where it does not.
 */
public final class FlowStepper implements Stepper {

    /** Bytes a coordinate: the stages of a step of the integrator, twice, and what is between them. */
    private static final long COORDINATE = 400;

    private final Dynamics dynamics;
    private final Stepper aims;
    private final Flow flow;

    /** @throws IllegalArgumentException if the dynamics has no flow, or the algorithm of the options cannot find its field */
    public FlowStepper(Dynamics dynamics, SolverOptions options) {
        FlowRules.require(dynamics);
        this.dynamics = dynamics;
        Dynamics toAims = dynamics.aims();
        aims = Steppers.create(toAims, options);
        flow = FlowRules.isHard(dynamics.rule())
                ? new HardFlow(toAims)
                : new SmoothFlow(
                        aims,
                        dynamics.movement().onSphere(),
                        dynamics.stepSize().tolerance());
    }

    @Override
    public Dynamics dynamics() {
        return dynamics;
    }

    @Override
    public Algorithm algorithm(State state) {
        return aims.algorithm(state);
    }

    @Override
    public Step step(State state, StepListener listener) {
        Step decided = aims.step(state, listener);
        Tokens after = flow.after(state, dynamics.stepSize().timeStep(state.t()), listener);
        double error = FlowRules.isHard(dynamics.rule()) ? 0 : Double.NaN;
        return new Step(
                state,
                new State(state.t() + 1, after, error),
                after.farthest(state.tokens()),
                decided.smallestMargin(),
                decided.counts(),
                decided.fingerprints(),
                decided.ambiguous(),
                decided.consequential());
    }

    /** About how many bytes a step needs beside those of the stepper that finds its field. */
    public static long bytes(int n, int d) {
        return COORDINATE * n * d;
    }

    @Override
    public void close() {
        aims.close();
    }
}
