package org.localmax.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.localmax.analysis.Settled.Motion;
import org.localmax.dynamics.AttentionRule.Softmax;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.Schedule;
import org.localmax.dynamics.State;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.StepSize;
import org.localmax.dynamics.TiePolicy;
import org.localmax.dynamics.Tokens;

class SettlingTest {

    private static final double STILL = 1e-10 * HandMade.DIAMETER;
    private static final double MOVING = Math.nextUp(STILL);
    private static final Clusters ONE = Clusters.of(Tokens.of(new double[][] {{0}, {0}}), 0);
    private static final Clusters TWO = Clusters.of(Tokens.of(new double[][] {{0}, {1}}), 0);

    private final Settling settling = new Settling(HandMade.DIAMETER);

    @Test
    void nothingIsSettledBeforeTheFirstStep() {
        assertEquals(OptionalLong.empty(), settling.settledSince());
        assertEquals("moving", settling.settled(ONE).toString());
    }

    @Test
    void settledSinceTheFirstOfTheLastRunOfSmallResiduals() {
        settling.add(HandMade.step(0, STILL, 1));
        assertEquals(OptionalLong.of(0), settling.settledSince());
        settling.add(HandMade.step(1, MOVING, 1));
        assertEquals(OptionalLong.empty(), settling.settledSince());
        settling.add(HandMade.step(2, STILL, 1));
        settling.add(HandMade.step(3, 0, 1));
        assertEquals(OptionalLong.of(2), settling.settledSince());
    }

    @Test
    void aStepThatIsCancelledIsNotAdded() {
        settling.add(HandMade.step(0, 0, 1));
        CancellationCheck cancelled = CancellationCheck.of(() -> true);
        assertThrows(CancellationException.class, () -> settling.add(HandMade.step(1, MOVING, 1), cancelled));
        settling.add(HandMade.step(1, 0, 1));
        assertEquals(OptionalLong.of(0), settling.settledSince());
    }

    @Test
    void changeOfANeighbourSetStartsAnew() {
        settling.add(HandMade.step(0, 0, 1));
        settling.add(HandMade.step(1, 0, 1));
        settling.add(HandMade.step(2, 0, 2));
        assertEquals(OptionalLong.of(2), settling.settledSince());
        settling.add(HandMade.step(3, 0, 2));
        settling.add(HandMade.step(4, 0, 1));
        assertEquals(OptionalLong.of(4), settling.settledSince());
    }

    @Test
    void setsNeedNotBeConstantBeforeTheRest() {
        settling.add(HandMade.step(0, MOVING, 1));
        settling.add(HandMade.step(1, 0, 2));
        assertEquals(OptionalLong.of(1), settling.settledSince());
    }

    @Test
    void toleranceIsInUnitsOfTheDiameter() {
        Settling coarse = new Settling(HandMade.DIAMETER, 0.25);
        coarse.add(HandMade.step(0, 0.5, 1));
        assertEquals(OptionalLong.of(0), coarse.settledSince());
        coarse.add(HandMade.step(1, Math.nextUp(0.5), 1));
        assertEquals(OptionalLong.empty(), coarse.settledSince());
    }

    @Test
    void runMayStartAnywhereButNotLeap() {
        settling.add(HandMade.step(40, 0, 1));
        assertEquals(OptionalLong.of(40), settling.settledSince());
        for (long t : new long[] {40, 42, 0}) {
            Step leap = HandMade.step(t, 0, 1);
            IllegalArgumentException failure = assertThrows(IllegalArgumentException.class, () -> settling.add(leap));
            assertTrue(failure.getMessage().contains("expected the one from t = 41"), failure.getMessage());
        }
    }

    @Test
    void ruleThatDecidesHasSettledHoweverManyClusters() {
        settling.add(HandMade.step(3, 0, 1));
        assertEquals(new Settled(Motion.SETTLED, OptionalLong.of(3)), settling.settled(TWO));
        assertEquals("settled since 3", settling.settled(ONE).toString());
    }

    @Test
    void ruleThatDecidesNothingIsMetastableUnlessTheTokensCoincide() {
        settling.add(HandMade.step(3, 0, 1, Double.NaN, 0, 0));
        assertEquals("metastable since 3", settling.settled(TWO).toString());
        assertEquals("settled since 3", settling.settled(ONE).toString());
        settling.add(HandMade.step(4, MOVING, 1, Double.NaN, 0, 0));
        assertEquals(new Settled(Motion.MOVING, OptionalLong.empty()), settling.settled(TWO));
    }

    /** Softmax at beta 30 on two tokens +-1: the pull 1 - tanh(30) is below rounding, though they collapse in the end. */
    @Test
    void plateauOfSoftmaxIsMetastable() {
        assertEquals("metastable since 0", softmax(30, 5).toString());
        assertTrue(softmax(2, 5).since().isEmpty(), "beta 2 still moves");
    }

    @Test
    void collapseOfSoftmaxIsSettled() {
        assertEquals(Motion.SETTLED, softmax(0.1, 100).motion());
    }

    private static Settled softmax(double beta, int steps) {
        Dynamics dynamics = new Dynamics(
                new Softmax(Schedule.constant(beta)), Interaction.identity(1), StepSize.alpha(1), TiePolicy.DEFAULT);
        Tokens start = Tokens.of(new double[][] {{1}, {-1}});
        Settling settling = new Settling(2);
        State state = State.initial(start);
        for (int t = 0; t < steps; t++) {
            Step step = dynamics.step(state);
            settling.add(step);
            state = step.after();
        }
        return settling.settled(Clusters.of(state.tokens(), 2 * Clusters.RELATIVE_LINKAGE));
    }

    @Test
    void wordsNeedAStepExactlyWhenTheyNameOne() {
        assertThrows(IllegalArgumentException.class, () -> new Settled(Motion.MOVING, OptionalLong.of(1)));
        assertThrows(IllegalArgumentException.class, () -> new Settled(Motion.SETTLED, OptionalLong.empty()));
    }

    @Test
    void unitsMustBeFinite() {
        assertThrows(IllegalArgumentException.class, () -> new Settling(Double.POSITIVE_INFINITY));
        assertThrows(IllegalArgumentException.class, () -> new Settling(-1));
        assertThrows(IllegalArgumentException.class, () -> new Settling(1, Double.NaN));
    }
}
