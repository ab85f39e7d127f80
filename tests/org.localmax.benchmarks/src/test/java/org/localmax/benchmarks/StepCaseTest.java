package org.localmax.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StepCaseTest {

    @ParameterizedTest
    @ValueSource(strings = {"hardmax n=10000 d=2", "localmax strip=0.01 n=1000000 d=3", "softmax beta=100 n=1000 d=64"})
    void aStepIsReadAsItIsWritten(String text) {
        assertEquals(text, StepCase.parse(text).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "entmax n=1 d=1", "hardmax n=10", "hardmax beta=1 n=10 d=2", "softmax beta=x n=1 d=1"})
    void whatIsNoStepIsRefused(String text) {
        Exception refusal = assertThrows(IllegalArgumentException.class, () -> StepCase.parse(text));
        assertTrue(refusal.getMessage().contains("\"" + text + "\""));
    }

    @Test
    void aStripHoldsItsShareOfTheTokens() {
        for (double share : new double[] {0.01, 0.25}) {
            Problem problem = Problem.of(StepCase.localmax(share, 2000, 2));
            double held = problem.dynamics().step(problem.start()).meanCount() / 2000;
            assertTrue(held > 0.7 * share && held < 1.4 * share, "a strip for " + share + " holds " + held);
        }
    }

    @Test
    void rowsAreSelectedByWholeWords() {
        String name = StepCase.hardmax(10_000, 2).toString();
        assertTrue(new Selection(List.of()).includes(name));
        assertTrue(new Selection(List.of("hardmax", "d=2")).includes(name));
        assertFalse(new Selection(List.of("hardmax", "d=256")).includes(name));
        assertFalse(new Selection(List.of("d=2"))
                .includes(StepCase.hardmax(10_000, 256).toString()));
    }

    @Test
    void everyFloorCanBeRead() {
        assertFalse(KernelFloor.all().isEmpty());
        KernelFloor floor = KernelFloor.parse("dense 12.5 hardmax n=10000 d=64");
        assertEquals("dense hardmax n=10000 d=64", floor.kernel());
        assertEquals(12.5, floor.rate());
        assertThrows(IllegalArgumentException.class, () -> KernelFloor.parse("dense 12.5"));
    }
}
