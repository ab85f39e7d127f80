package org.localmax.dynamics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.localmax.dynamics.AttentionRule.Localmax;
import org.localmax.dynamics.AttentionRule.Scale;
import org.localmax.testing.RandomCases;

/** A row with nothing in the vicinity of its threshold needs no verdict. */
class StepBuilderTest {

    private static final StepSize GAMMA = StepSize.gamma(0.3);

    @Test
    void rowsWithoutAVerdictMakeTheSameStep() {
        assertTrue(clearRowsOf(new RandomCases(71).gaussian(60, 2)) > 0);
    }

    @Test
    void theErrorGrowsThoughAllRowsAreWithoutAVerdict() {
        assertEquals(1, clearRowsOf(Tokens.of(new double[] {1, 2})));
    }

    /** Compares a step whose clear rows are set without a verdict with the definition, and tells how many they are. */
    private static int clearRowsOf(Tokens tokens) {
        Dynamics dynamics = new Dynamics(
                new Localmax(Schedule.constant(0.5), Scale.NORMALIZED),
                Interaction.identity(2),
                GAMMA,
                TiePolicy.DEFAULT);
        State state = State.initial(tokens);
        Attention attention = dynamics.attention(state);
        StepBuilder rows = new StepBuilder(attention, Workers.ALONE);
        double[] expectedClearances = new double[tokens.count()];
        int clear = 0;
        for (int i = tokens.count() - 1; i >= 0; i--) {
            Row row = attention.row(i);
            if (row.margin() > row.vicinity()) {
                rows.setClear(i, row.neighbours().length, row.fingerprint(), row.mean(), row.vicinity());
                expectedClearances[i] = row.vicinity();
                clear++;
            } else {
                rows.set(row);
                expectedClearances[i] = Double.NaN;
            }
        }
        Step step = rows.build(Workers.ALONE);
        Step expected = dynamics.step(state);
        assertEquals(expected.after(), step.after());
        assertArrayEquals(expected.counts(), step.counts());
        assertArrayEquals(expected.fingerprints(), step.fingerprints());
        assertEquals(expected.residual(), step.residual());
        assertEquals(expected.smallestMargin(), step.smallestMargin());
        assertArrayEquals(expectedClearances, rows.clearances());
        assertTrue(step.after().error() > 0);
        return clear;
    }
}
