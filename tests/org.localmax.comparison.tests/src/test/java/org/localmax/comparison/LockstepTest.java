package org.localmax.comparison;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.localmax.dynamics.State;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.Tokens;
import org.localmax.solver.StepListener;
import org.localmax.solver.Stepper;
import org.localmax.solver.Steppers;
import org.localmax.testing.RandomCases;

class LockstepTest {

    private static final List<Contender> THREE = List.of(
            new Contender("softmax", Rules.softmax(4, 2)),
            new Contender("localmax", Rules.localmax(0.6, 2)),
            Rules.HARDMAX);

    private final Tokens start = new RandomCases(3).gaussian(60, 2);

    @Test
    void eachMakesTheStepsThatItMakesAlone() {
        List<List<Step>> together = new ArrayList<>();
        try (Lockstep lockstep = Rules.lockstep(start, THREE)) {
            for (int t = 0; t < 12; t++) {
                assertEquals(t, lockstep.t());
                together.add(lockstep.advance(StepListener.NONE));
            }
        }
        for (int k = 0; k < THREE.size(); k++) {
            try (Stepper alone = Steppers.create(THREE.get(k).dynamics(), 2)) {
                State state = State.initial(start);
                for (List<Step> steps : together) {
                    Step expected = alone.step(state, StepListener.NONE);
                    Step step = steps.get(k);
                    assertEquals(expected.before(), step.before());
                    assertEquals(expected.after(), step.after());
                    assertArrayEquals(expected.fingerprints(), step.fingerprints());
                    assertArrayEquals(expected.ambiguous(), step.ambiguous());
                    state = expected.after();
                }
            }
        }
    }

    @Test
    void aNameIsForOneRule() {
        List<Contender> twice = List.of(Rules.HARDMAX, new Contender("hardmax", Rules.softmax(1, 2)));
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> Rules.lockstep(start, twice));
        assertTrue(refusal.getMessage().contains("'hardmax'"), refusal.getMessage());
    }

    @Test
    void itCanBeCancelled() {
        StepListener cancelling = new StepListener() {
            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        try (Lockstep lockstep = Rules.lockstep(start, THREE)) {
            assertThrows(CancellationException.class, () -> lockstep.advance(cancelling));
        }
    }
}
