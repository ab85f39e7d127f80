package org.localmax.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class DecisionTallyTest {

    @Test
    void countsHarmlessAndConsequentialDecisionsApart() {
        DecisionTally tally = new DecisionTally();
        tally.add(HandMade.step(5, 0, 1, 0.5, 2, 0));
        assertEquals(3, tally.ambiguous());
        assertEquals(3, tally.harmless());
        assertEquals(0, tally.consequential());
        assertEquals(OptionalLong.empty(), tally.firstConsequential());

        tally.add(HandMade.step(6, 0, 1, 0.5, 4, 3));
        tally.add(HandMade.step(7, 0, 1, 0.5, 1, 1));
        assertEquals(10, tally.ambiguous());
        assertEquals(6, tally.harmless());
        assertEquals(4, tally.consequential());
        assertEquals(OptionalLong.of(6), tally.firstConsequential());
    }
}
