package org.localmax.flow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import org.junit.jupiter.api.Test;
import org.localmax.dynamics.AttentionRule.FrankWolfe;
import org.localmax.dynamics.AttentionRule.Hardmax;
import org.localmax.dynamics.AttentionRule.Multiplicity;
import org.localmax.dynamics.AttentionRule.Sense;
import org.localmax.dynamics.AttentionRule.Ties;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.Movement;
import org.localmax.dynamics.State;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.StepSize;
import org.localmax.dynamics.Tokens;
import org.localmax.solver.SolverOptions;
import org.localmax.solver.StepListener;
import org.localmax.solver.Stepper;
import org.localmax.testing.GoldenCase;
import org.localmax.testing.RandomCases;

/** The flow of hardmax, step by step. */
class HardFlowTest {

    private static final Hardmax HARDMAX = new Hardmax(Multiplicity.COUNTED);

    /** The tokens and cells of the golden closed form, whose steps 1 - gamma are e^-h here. */
    @Test
    void tokensGoStraightToTheVerticesThatOwnTheirCells() {
        JsonObject golden = GoldenCase.read("golden.json").getAsJsonObject().getAsJsonArray("cases").asList().stream()
                .map(each -> each.getAsJsonObject())
                .filter(each -> each.get("name").getAsString().equals("fw_positive_definite_closed_form"))
                .findFirst()
                .orElseThrow();
        int[] owners = golden.getAsJsonArray("sigma").asList().stream()
                .mapToInt(each -> each.getAsInt())
                .toArray();
        Tokens start = GoldenCase.trajectories().stream()
                .filter(each -> each.name().equals("fw_positive_definite_closed_form"))
                .findFirst()
                .orElseThrow()
                .start();
        Interaction interaction = Interaction.of(new double[] {2, 0}, new double[] {0, 1});
        StepSize stepSize = new StepSize(StepSize.Form.TIME, t -> 1.0 / (1 + t));
        Dynamics dynamics =
                Flows.dynamics(new FrankWolfe(Sense.MAX, Ties.FIRST), interaction, stepSize, Movement.STRAIGHT);
        double time = 0;
        for (int steps = 1; steps <= 12; steps++) {
            time += 1.0 / steps;
            Tokens after = Flows.after(dynamics, start, steps, 2);
            double rest = Math.exp(-time);
            for (int i = 0; i < start.count(); i++) {
                for (int k = 0; k < 2; k++) {
                    double expected = rest * start.get(i, k) + (1 - rest) * start.get(owners[i], k);
                    assertEquals(expected, after.get(i, k), 2e-15, "token " + i + " after " + steps);
                }
            }
        }
    }

    @Test
    void aStepTellsTheRowsOfTheStateItStartsFrom() {
        Tokens tokens = Tokens.of(new double[][] {{1, 0}, {1.2, 2}, {0.5, -0.3}});
        try (Stepper stepper = new FlowStepper(Flows.dynamics(HARDMAX, 2, 2), SolverOptions.of(1))) {
            Step step = stepper.step(State.initial(tokens), StepListener.NONE);
            Step rows = Flows.dynamics(HARDMAX, 2, 2).aims().step(State.initial(tokens));
            assertArrayEquals(rows.counts(), step.counts());
            assertArrayEquals(rows.fingerprints(), step.fingerprints());
            assertEquals(rows.smallestMargin(), step.smallestMargin());
            assertEquals(1, step.after().t());
            assertEquals(0, step.after().error());
            double[] moved = step.after().tokens().token(2);
            assertEquals(Math.sqrt(Math.pow(moved[0] - 0.5, 2) + Math.pow(moved[1] + 0.3, 2)), step.residual(), 1e-15);
        }
    }

    /** The step from a state is the same whoever makes it, and for any number of threads. */
    @Test
    void aStepIsAFunctionOfItsState() {
        Tokens tokens = new RandomCases(7).gaussian(40, 2);
        Dynamics dynamics = Flows.dynamics(HARDMAX, 2, 0.3);
        Tokens whole = Flows.after(dynamics, tokens, 6, 1);
        Tokens half = Flows.after(dynamics, tokens, 3, 3);
        assertEquals(whole, Flows.after(dynamics, half, 3, 2));
    }
}
