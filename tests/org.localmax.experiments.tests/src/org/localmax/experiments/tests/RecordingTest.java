package org.localmax.experiments.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.localmax.experiments.RecordedSteps;
import org.localmax.experiments.Recording;

/** Which steps are recorded. */
class RecordingTest {

    /** The recorded steps, which are as many as they say. */
    private static int[] steps(Recording recording, int horizon, int n, int d) {
        RecordedSteps recorded = recording.steps(horizon, n, d);
        int[] steps =
                IntStream.rangeClosed(0, horizon).filter(recorded::contains).toArray();
        assertEquals(steps.length, recorded.count());
        return steps;
    }

    @Test
    void everyKthStepAndTheLast() {
        assertArrayEquals(new int[] {0, 3, 6, 9, 10}, steps(Recording.parse("every:3"), 10, 5, 2));
        assertArrayEquals(new int[] {0, 5, 10}, steps(Recording.parse("every:5"), 10, 5, 2));
        assertArrayEquals(new int[] {0}, steps(Recording.parse("every:5"), 0, 5, 2));
    }

    @Test
    void theFirstAndTheLast() {
        assertArrayEquals(new int[] {0, 10}, steps(Recording.parse("last"), 10, 5, 2));
        assertArrayEquals(new int[] {0}, steps(Recording.parse("last"), 0, 5, 2));
    }

    @Test
    void logSpacedStepsAscendFromZeroToTheLast() {
        int[] steps = steps(Recording.parse("log"), 100_000, 5, 2);
        assertEquals(0, steps[0]);
        assertEquals(100_000, steps[steps.length - 1]);
        assertTrue(steps.length > 60 && steps.length < 110, steps.length + " steps");
        assertTrue(IntStream.range(1, steps.length).allMatch(r -> steps[r] > steps[r - 1]));
    }

    @Test
    void automaticRecordingTakesAllThatFitsAndThinsWhatDoesNot() {
        assertEquals(1001, Recording.AUTO.steps(1000, 10_000, 2).count());
        assertFalse(Recording.AUTO.isThinned(1000, 10_000, 2));
        int[] thinned = steps(Recording.AUTO, 1000, 1_000_000, 2);
        assertTrue(thinned.length * 16_000_000L <= Recording.AUTO_LIMIT, thinned.length + " steps");
        assertTrue(thinned.length > 5);
        assertTrue(Recording.AUTO.isThinned(1000, 1_000_000, 2));
        assertArrayEquals(new int[] {0, 1000}, steps(Recording.AUTO, 1000, 10_000_000, 2));
    }

    @Test
    @Timeout(5)
    void theLongestRunIsCountedWithoutListingItsSteps() {
        int longest = Integer.MAX_VALUE;
        assertEquals(1L << 31, Recording.parse("every:1").steps(longest, 5, 2).count());
        assertEquals(215, Recording.parse("every:10000000").steps(longest, 5, 2).count() - 1);
        assertTrue(Recording.AUTO.steps(longest, 5, 2).count() < 220);
        assertTrue(Recording.AUTO.isThinned(longest, 5, 2));
        RecordedSteps ends = Recording.parse("last").steps(longest, 5, 2);
        assertEquals(2, ends.count());
        assertTrue(ends.contains(0) && ends.contains(longest) && !ends.contains(1));
    }

    @Test
    void twoStatesAreNeverThinned() {
        assertFalse(Recording.AUTO.isThinned(1, 100_000_000, 2));
        assertArrayEquals(new int[] {0, 1}, steps(Recording.AUTO, 1, 100_000_000, 2));
        assertFalse(Recording.parse("log").isThinned(1000, 1_000_000, 2));
    }

    @Test
    void whatIsNotARecordingIsRefused() {
        for (String wrong : new String[] {"every", "every:0", "every:-1", "every:x", "all", "", "every:99999999999"}) {
            String message = assertThrows(IllegalArgumentException.class, () -> Recording.parse(wrong))
                    .getMessage();
            assertTrue(message.contains("expected auto, every:K"), message);
        }
    }
}
