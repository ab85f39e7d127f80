package org.localmax.flow;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.AttentionRule.Hardmax;
import org.localmax.dynamics.AttentionRule.HegselmannKrause;
import org.localmax.dynamics.AttentionRule.Localmax;
import org.localmax.dynamics.AttentionRule.Multiplicity;
import org.localmax.dynamics.AttentionRule.Scale;
import org.localmax.dynamics.AttentionRule.Softmax;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Entmax;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.Movement;
import org.localmax.dynamics.SampledSoftmax;
import org.localmax.dynamics.Schedule;
import org.localmax.dynamics.State;
import org.localmax.dynamics.StepSize;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.TopK;
import org.localmax.solver.Steppers;

/** What has no flow, or none that is followed, is refused with what to do. */
class FlowRulesTest {

    private static final Schedule ONE = Schedule.constant(1);
    private static final Interaction IDENTITY = Interaction.identity(2);
    private static final Tokens TOKENS = Tokens.of(new double[][] {{1, 0}, {0, 1}, {0.5, 0.5}});

    private static void assertRefused(String message, AttentionRule rule, Movement movement) {
        Dynamics dynamics = Flows.dynamics(rule, IDENTITY, StepSize.time(1), movement);
        String refusal = assertThrows(IllegalArgumentException.class, () -> FlowRules.require(dynamics, TOKENS))
                .getMessage();
        assertTrue(refusal.contains(message), refusal);
        assertTrue(refusal.contains("expected"), refusal);
    }

    @Test
    void rulesThatJumpAreRefused() {
        assertRefused("localmax jumps", new Localmax(ONE, Scale.NORMALIZED), Movement.STRAIGHT);
        assertRefused("hegselmann-krause jumps", new HegselmannKrause(ONE), Movement.STRAIGHT);
        assertRefused("top-k jumps", new TopK(2, ONE), Movement.STRAIGHT);
        assertRefused("draws tokens", new SampledSoftmax(ONE, 1), Movement.STRAIGHT);
        assertRefused("entmax with alpha 3.0", new Entmax(3, ONE), Movement.STRAIGHT);
        assertRefused("counts points once", new Hardmax(Multiplicity.POINT_SET), Movement.STRAIGHT);
        assertRefused("the error 1.0E-9", new Softmax(ONE, 1e-9), Movement.STRAIGHT);
    }

    @Test
    void hardmaxGoesStraightAlone() {
        Movement values = new Movement(Optional.of(IDENTITY), Optional.empty(), false);
        assertRefused("on straight lines", new Hardmax(Multiplicity.COUNTED), values);
        Movement preconditioned = new Movement(Optional.empty(), Optional.of(IDENTITY), false);
        assertRefused("in place of the step size", new Softmax(ONE), preconditioned);
    }

    @Test
    void tokensOfTheSphereStartThere() {
        Movement sphere = new Movement(Optional.empty(), Optional.empty(), true);
        assertRefused("token 2 has the norm 0.70710678", new Softmax(ONE), sphere);
        Tokens nearly = Tokens.of(new double[][] {{1, 1e-7}, {0.6000001, 0.8}});
        Dynamics dynamics = Flows.dynamics(new Softmax(ONE), IDENTITY, StepSize.time(1), sphere);
        assertDoesNotThrow(() -> FlowRules.require(dynamics, nearly));
    }

    @Test
    void timeStepsAndTolerancesHaveTheirRanges() {
        for (double time : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            String refusal = assertThrows(
                            IllegalArgumentException.class,
                            () -> StepSize.time(time).gamma(0))
                    .getMessage();
            assertTrue(refusal.contains("the time step is " + time + " at t = 0; expected"), refusal);
        }
        for (double tolerance : new double[] {0, 1, 1e-17, Double.NaN}) {
            String refusal = assertThrows(IllegalArgumentException.class, () -> Flows.time(1, tolerance))
                    .getMessage();
            assertTrue(refusal.contains("tolerance of the flow is " + tolerance + "; expected"), refusal);
        }
        assertEquals(1 - Math.exp(-2), StepSize.time(2).gamma(0), 1e-15);
    }

    /** A stepper of steps is no stepper of flows. */
    @Test
    void flowsAreNotTakenForSteps() {
        Dynamics dynamics = Flows.dynamics(new Softmax(ONE), 2, 1);
        assertThrows(IllegalStateException.class, () -> Steppers.create(dynamics, 1));
        assertThrows(IllegalStateException.class, () -> dynamics.step(State.initial(TOKENS)));
    }
}
