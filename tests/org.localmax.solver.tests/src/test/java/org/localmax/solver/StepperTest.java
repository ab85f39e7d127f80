package org.localmax.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.State;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.StepSize;
import org.localmax.dynamics.TiePolicy;
import org.localmax.dynamics.Tokens;
import org.localmax.testing.RandomCases;

/** A stepper gives the reference step on any number of threads, tells its progress, and can be cancelled. */
class StepperTest {

    private static final int[] THREADS = {1, 2, 3, 5, 8};

    static Stream<AttentionRule> rules() {
        return RandomCases.rules().stream();
    }

    private static Dynamics dynamics(AttentionRule rule, Interaction interaction) {
        return new Dynamics(rule, interaction, StepSize.alpha(0.5), TiePolicy.DEFAULT);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void anyNumberOfThreadsGivesTheReferenceStep(AttentionRule rule) {
        RandomCases random = new RandomCases(21);
        for (int d : new int[] {1, 2, 3, 7}) {
            for (Tokens tokens : new Tokens[] {random.gaussian(301, d), random.lattice(97, d, 2)}) {
                Dynamics dynamics = dynamics(rule, random.interaction(rule, d));
                Step expected = dynamics.step(State.initial(tokens));
                for (int threads : THREADS) {
                    try (Stepper stepper = Steppers.create(dynamics, threads)) {
                        Agreement.assertDefinition(
                                dynamics, expected, stepper.step(State.initial(tokens), StepListener.NONE), 1e-13);
                    }
                }
            }
        }
    }

    @Test
    void progressReachesTheLastRow() {
        Tokens tokens = new RandomCases(22).gaussian(3000, 2);
        AtomicLong most = new AtomicLong();
        StepListener listener = new StepListener() {
            @Override
            public void rowsDone(long done, long rows) {
                assertEquals(3000, rows);
                most.accumulateAndGet(done, Math::max);
            }
        };
        try (Stepper stepper = Steppers.create(dynamics(RandomCases.rules().getFirst(), Interaction.identity(2)), 2)) {
            stepper.step(State.initial(tokens), listener);
        }
        assertEquals(3000, most.get());
    }

    @Test
    void aCancelledStepEndsSoonAndTheNextOneIsWhole() {
        Tokens tokens = new RandomCases(23).gaussian(3000, 2);
        AtomicInteger asked = new AtomicInteger();
        StepListener cancelsAtTheSecondBlock = new StepListener() {
            @Override
            public boolean isCancelled() {
                return asked.incrementAndGet() > 1;
            }
        };
        Dynamics dynamics = dynamics(RandomCases.rules().getFirst(), Interaction.identity(2));
        try (Stepper stepper = Steppers.create(dynamics, 2)) {
            assertThrows(
                    CancellationException.class, () -> stepper.step(State.initial(tokens), cancelsAtTheSecondBlock));
            assertTrue(asked.get() < 30, "blocks asked after the cancellation: " + asked.get());
            Agreement.assertDefinition(
                    dynamics,
                    dynamics.step(State.initial(tokens)),
                    stepper.step(State.initial(tokens), StepListener.NONE),
                    1e-13);
        }
    }

    @Test
    void aStepperNeedsAThread() {
        Dynamics dynamics = dynamics(RandomCases.rules().getFirst(), Interaction.identity(2));
        assertThrows(IllegalArgumentException.class, () -> Steppers.create(dynamics, 0));
    }
}
