package org.localmax.flow;

import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.Movement;
import org.localmax.dynamics.Schedule;
import org.localmax.dynamics.State;
import org.localmax.dynamics.StepSize;
import org.localmax.dynamics.TiePolicy;
import org.localmax.dynamics.Tokens;
import org.localmax.solver.SolverOptions;
import org.localmax.solver.StepListener;
import org.localmax.solver.Stepper;

/** Dynamics in continuous time, and where they lead. */
final class Flows {

    private Flows() {}

    static Dynamics dynamics(AttentionRule rule, Interaction interaction, StepSize stepSize, Movement movement) {
        return new Dynamics(rule, interaction, stepSize, TiePolicy.DEFAULT, movement);
    }

    /** A = I, straight lines, one time step always. */
    static Dynamics dynamics(AttentionRule rule, int d, double timeStep) {
        return dynamics(rule, Interaction.identity(d), StepSize.time(timeStep), Movement.STRAIGHT);
    }

    static StepSize time(double timeStep, double tolerance) {
        return new StepSize(StepSize.Form.TIME, Schedule.constant(timeStep), tolerance);
    }

    /** The tokens after so many steps. */
    static Tokens after(Dynamics dynamics, Tokens start, int steps, int threads) {
        State state = State.initial(start);
        try (Stepper stepper = new FlowStepper(dynamics, SolverOptions.of(threads))) {
            for (int t = 0; t < steps; t++) {
                state = stepper.step(state, StepListener.NONE).after();
            }
        }
        return state.tokens();
    }
}
