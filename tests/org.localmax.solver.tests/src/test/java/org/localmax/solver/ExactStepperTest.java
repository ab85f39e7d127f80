package org.localmax.solver;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.AttentionRule.Localmax;
import org.localmax.dynamics.AttentionRule.Scale;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Entmax;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.Schedule;
import org.localmax.dynamics.State;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.StepSize;
import org.localmax.dynamics.TiePolicy;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.exact.ExactInput;
import org.localmax.dynamics.exact.ExactMatrix;
import org.localmax.dynamics.exact.ExactTokens;
import org.localmax.testing.GoldenCase;

/** Exact runs, given rounded step by step. */
class ExactStepperTest {

    private static final AttentionRule STRIP = new Localmax(Schedule.constant(0.5), Scale.NORMALIZED);
    private static final Tokens START = Tokens.of(new double[][] {{4, 0}, {0, 5}, {2.1, 2.4}, {3.6, 1}, {-1, 0.25}});

    static Stream<GoldenCase> fractions() {
        return GoldenCase.trajectories().stream()
                .filter(golden -> !golden.exactSnapshots().isEmpty());
    }

    private static Stepper stepper(AttentionRule rule, int threads) {
        Dynamics dynamics = new Dynamics(rule, Interaction.identity(2), StepSize.alpha(1), new TiePolicy(0));
        return Steppers.createExact(dynamics, new ExactInput(ExactTokens.of(START), ExactMatrix.identity(2)), threads);
    }

    private static List<Step> steps(Stepper stepper, int count) {
        List<Step> steps = new ArrayList<>();
        State state = State.initial(START);
        for (int t = 0; t < count; t++) {
            steps.add(stepper.step(state, StepListener.NONE));
            state = steps.getLast().after();
        }
        return steps;
    }

    @ParameterizedTest
    @MethodSource("fractions")
    void everyStateOfAGoldenCaseIsTheNearestOneToItsFractions(GoldenCase golden) {
        Dynamics dynamics = golden.dynamics();
        ExactInput input = new ExactInput(golden.exactStart(), ExactMatrix.of(dynamics.interaction()));
        long last = golden.exactSnapshots().keySet().stream()
                .mapToLong(t -> t)
                .max()
                .orElseThrow();
        try (Stepper stepper = Steppers.createExact(dynamics, input, 2)) {
            State state = State.initial(golden.exactStart().rounded());
            for (long t = 0; t <= last; t++) {
                ExactTokens expected = golden.exactSnapshots().get(t);
                if (expected != null) {
                    assertEquals(expected.rounded(), state.tokens(), "t = " + t);
                    assertEquals(Optional.of(expected), stepper.fractions(state, StepListener.NONE));
                }
                Step step = stepper.step(state, StepListener.NONE);
                assertEquals(0, step.ambiguousDecisions());
                assertEquals(0, step.after().error());
                state = step.after();
            }
        }
    }

    @Test
    void aStepDependsOnTheRunAndItsTimeAlone() {
        try (Stepper forth = stepper(STRIP, 1);
                Stepper back = stepper(STRIP, 3)) {
            List<Step> expected = steps(forth, 12);
            for (int t : new int[] {7, 3, 3, 4, 11, 0, 1}) {
                Agreement.assertSameBits(
                        expected.get(t), back.step(expected.get(t).before(), StepListener.NONE));
            }
            assertEquals(Algorithm.EXACT, back.algorithm(State.initial(START)));
        }
    }

    @Test
    void withoutTiesTheSetsAreThoseOfTheRoundedRun() {
        Dynamics rounded = new Dynamics(STRIP, Interaction.identity(2), StepSize.alpha(1), TiePolicy.DEFAULT);
        try (Stepper stepper = stepper(STRIP, 2)) {
            for (Step exact : steps(stepper, 12)) {
                Step step = rounded.step(exact.before());
                assertEquals(0, step.ambiguousDecisions());
                assertArrayEquals(step.counts(), exact.counts());
                assertArrayEquals(step.fingerprints(), exact.fingerprints());
                assertEquals(step.residual(), exact.residual(), 1e-14);
                if (step.smallestMargin() < Double.POSITIVE_INFINITY) {
                    assertEquals(step.smallestMargin(), exact.smallestMargin(), 1e-13);
                }
            }
        }
    }

    @Test
    void aStateThatTheRunNeverHasIsRefused() {
        try (Stepper stepper = stepper(STRIP, 1)) {
            State other = new State(2, START, 0);
            String message = assertThrows(IllegalArgumentException.class, () -> stepper.step(other, StepListener.NONE))
                    .getMessage();
            assertTrue(message.contains("the tokens at t = 2 are not those of the exact run; expected"), message);
        }
    }

    @Test
    void fractionsThatGrowTooLongEndTheRun() {
        try (Stepper stepper = stepper(new Entmax(2, Schedule.constant(0.125)), 2)) {
            String message = assertThrows(IllegalArgumentException.class, () -> steps(stepper, 100))
                    .getMessage();
            assertTrue(
                    message.matches("the fractions of the tokens grow to \\d+ digits; expected at most 19728, .*"),
                    message);
        }
    }

    /** In each row it is asked several times, so that long fractions do not keep it waiting for a row. */
    @Test
    void aStepIsCancelledWithinARow() {
        AtomicInteger asked = new AtomicInteger();
        try (Stepper stepper = stepper(STRIP, 1)) {
            stepper.step(State.initial(START), counting(asked, Integer.MAX_VALUE));
            int all = asked.get();
            assertTrue(all > 3 * START.count() * START.count(), "asked " + all + " times");
            for (int at : new int[] {1, all / 3, all / 2, all}) {
                asked.set(0);
                try (Stepper another = stepper(STRIP, 1)) {
                    assertThrows(
                            CancellationException.class, () -> another.step(State.initial(START), counting(asked, at)));
                }
            }
        }
    }

    private static StepListener counting(AtomicInteger asked, int cancelledAt) {
        return new StepListener() {
            @Override
            public boolean isCancelled() {
                return asked.incrementAndGet() >= cancelledAt;
            }
        };
    }
}
