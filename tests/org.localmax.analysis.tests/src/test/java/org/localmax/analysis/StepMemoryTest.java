package org.localmax.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.localmax.dynamics.AttentionRule.Localmax;
import org.localmax.dynamics.AttentionRule.Scale;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.Schedule;
import org.localmax.dynamics.State;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.StepSize;
import org.localmax.dynamics.TiePolicy;
import org.localmax.testing.RandomCases;

/** Steps looked at again are those of the run, kept or made again, forwards and backwards. */
class StepMemoryTest {

    private static final Dynamics DYNAMICS = new Dynamics(
            new Localmax(Schedule.constant(.5), Scale.NORMALIZED),
            Interaction.identity(2),
            StepSize.alpha(1),
            TiePolicy.DEFAULT);

    private int made;

    private Step make(State state) {
        made++;
        return DYNAMICS.step(state);
    }

    private StepMemory<RuntimeException> run(long budget, int steps, List<Step> run) {
        State state = new State(3, new RandomCases(1).gaussian(10, 2), 0);
        StepMemory<RuntimeException> memory = new StepMemory<>(this::make, state, steps, budget, true);
        for (int t = 0; t < steps; t++) {
            Step step = make(state);
            run.add(step);
            memory.add(step);
            state = step.after();
        }
        made = 0;
        return memory;
    }

    @Test
    void stepsAreTheSameKeptOrNot() {
        for (int steps : new int[] {0, 1, 2, 24, 25, 26, 50}) {
            for (long budget : new long[] {0, 1 << 20}) {
                List<Step> run = new ArrayList<>();
                StepMemory<RuntimeException> memory = run(budget, steps, run);
                List<Step> forwards = new ArrayList<>();
                memory.forEach(forwards::add);
                assertSame(run, forwards);
                List<Step> backwards = new ArrayList<>();
                memory.forEachBackwards(backwards::add);
                assertSame(run, backwards.reversed());
                assertEquals(budget > 0 ? 0 : 2 * steps, made, "each is made once for a look");
            }
        }
    }

    private static void assertSame(List<Step> expected, List<Step> found) {
        assertEquals(expected.size(), found.size());
        for (int t = 0; t < expected.size(); t++) {
            assertEquals(expected.get(t).before(), found.get(t).before());
            assertEquals(expected.get(t).after(), found.get(t).after());
            assertArrayEquals(expected.get(t).fingerprints(), found.get(t).fingerprints());
        }
    }

    @Test
    void whatFitsTheBudgetIsKept() {
        // 200 bytes, and 2 * 8 + 20 for each of 10 tokens
        List<Step> run = new ArrayList<>();
        run(560 * 20, 20, run).forEach(step -> {});
        assertEquals(0, made);
        run(560 * 20 - 1, 20, run).forEach(step -> {});
        assertTrue(made > 0);
    }
}
