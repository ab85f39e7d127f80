package org.localmax.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.AttentionRule.Hardmax;
import org.localmax.dynamics.AttentionRule.Localmax;
import org.localmax.dynamics.AttentionRule.Multiplicity;
import org.localmax.dynamics.AttentionRule.Scale;
import org.localmax.dynamics.AttentionRule.Softmax;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.Schedule;
import org.localmax.dynamics.State;
import org.localmax.dynamics.StepSize;
import org.localmax.dynamics.TiePolicy;
import org.localmax.dynamics.Tokens;
import org.localmax.testing.RandomCases;

/** A step can be cancelled from its first moment to its last one, before its rows and after them, too. */
class CancellationTest {

    /** Asked for the n-th time, it cancels. */
    private static final class Listener implements StepListener {

        private final int cancelledAt;
        private final AtomicInteger asked = new AtomicInteger();
        private final AtomicInteger rows = new AtomicInteger();
        /** How often it was asked before the last row was there. */
        private volatile int askedBefore;

        Listener(int cancelledAt) {
            this.cancelledAt = cancelledAt;
        }

        @Override
        public boolean isCancelled() {
            return asked.incrementAndGet() >= cancelledAt;
        }

        @Override
        public void rowsDone(long done, long all) {
            rows.incrementAndGet();
            askedBefore = asked.get();
        }
    }

    static Stream<Arguments> steps() {
        AttentionRule hardmax = new Hardmax(Multiplicity.COUNTED);
        AttentionRule points = new Hardmax(Multiplicity.POINT_SET);
        AttentionRule localmax = new Localmax(Schedule.constant(0.1), Scale.NORMALIZED);
        AttentionRule softmax = new Softmax(Schedule.constant(3), 0);
        AttentionRule certified = new Softmax(Schedule.constant(3), 1e-9);
        return Stream.of(
                Arguments.of(Algorithm.DEFINITION, points, 2),
                Arguments.of(Algorithm.DENSE, localmax, 3),
                Arguments.of(Algorithm.DENSE, localmax, 9),
                Arguments.of(Algorithm.DENSE, softmax, 9),
                Arguments.of(Algorithm.FILTERED, hardmax, 9),
                Arguments.of(Algorithm.TREE, points, 2),
                Arguments.of(Algorithm.TREE, localmax, 3),
                Arguments.of(Algorithm.SWEEP, localmax, 2),
                Arguments.of(Algorithm.CERTIFIED, certified, 2));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void itEndsWhereverItIsCancelled(Algorithm algorithm, AttentionRule rule, int d) {
        RandomCases random = new RandomCases(71);
        for (Tokens tokens : new Tokens[] {random.gaussian(1500, d), random.lattice(1500, d, 1)}) {
            Dynamics dynamics = new Dynamics(rule, Interaction.identity(d), StepSize.gamma(0.5), TiePolicy.DEFAULT);
            Listener whole = new Listener(Integer.MAX_VALUE);
            step(dynamics, algorithm, tokens, whole);
            int questions = whole.asked.get();
            assertTrue(questions > whole.askedBefore, "asked after the last row");
            for (int k = 1; k <= questions; k += 1 + k / 20) {
                requireCancelled(dynamics, algorithm, tokens, k);
            }
            requireCancelled(dynamics, algorithm, tokens, questions);
        }
    }

    private static void requireCancelled(Dynamics dynamics, Algorithm algorithm, Tokens tokens, int question) {
        Listener listener = new Listener(question);
        assertThrows(CancellationException.class, () -> step(dynamics, algorithm, tokens, listener));
        if (question == 1) {
            assertEquals(0, listener.rows.get(), "rows of a step that was never wanted");
        }
    }

    /** On one thread, so that it is asked equally often each time. */
    private static void step(Dynamics dynamics, Algorithm algorithm, Tokens tokens, StepListener listener) {
        try (Stepper stepper = Steppers.create(dynamics, SolverOptions.of(1).with(algorithm))) {
            stepper.step(State.initial(tokens), listener);
        }
    }

    @ParameterizedTest
    @MethodSource("steps")
    void theRepetitionOfAStepAtRestEndsToo(Algorithm algorithm, AttentionRule rule, int d) {
        Tokens tokens = Tokens.ofRows(40, d, new double[40 * d]);
        Dynamics dynamics = new Dynamics(rule, Interaction.identity(d), StepSize.gamma(0.5), TiePolicy.DEFAULT);
        try (Stepper stepper = Steppers.create(dynamics, SolverOptions.of(1).with(algorithm))) {
            State after = stepper.step(State.initial(tokens), StepListener.NONE).after();
            assertThrows(CancellationException.class, () -> stepper.step(after, new Listener(1)));
            assertEquals(
                    after.tokens(),
                    stepper.step(after, StepListener.NONE).after().tokens());
        }
    }
}
