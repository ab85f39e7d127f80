package org.localmax.experiments.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.localmax.experiments.Recording;

/** Which steps are recorded. */
class RecordingTest {

    @Test
    void everyKthStepAndTheLast() {
        assertArrayEquals(new int[] {0, 3, 6, 9, 10}, Recording.parse("every:3").steps(10, 5, 2));
        assertArrayEquals(new int[] {0, 5, 10}, Recording.parse("every:5").steps(10, 5, 2));
        assertArrayEquals(new int[] {0}, Recording.parse("every:5").steps(0, 5, 2));
    }

    @Test
    void theFirstAndTheLast() {
        assertArrayEquals(new int[] {0, 10}, Recording.parse("last").steps(10, 5, 2));
        assertArrayEquals(new int[] {0}, Recording.parse("last").steps(0, 5, 2));
    }

    @Test
    void logSpacedStepsAscendFromZeroToTheLast() {
        int[] steps = Recording.parse("log").steps(100_000, 5, 2);
        assertEquals(0, steps[0]);
        assertEquals(100_000, steps[steps.length - 1]);
        assertTrue(steps.length > 60 && steps.length < 110, steps.length + " steps");
        assertTrue(IntStream.range(1, steps.length).allMatch(r -> steps[r] > steps[r - 1]));
    }

    @Test
    void automaticRecordingTakesAllThatFitsAndThinsWhatDoesNot() {
        assertEquals(1001, Recording.AUTO.steps(1000, 10_000, 2).length);
        assertFalse(Recording.AUTO.isThinned(1000, 10_000, 2));
        int[] thinned = Recording.AUTO.steps(1000, 1_000_000, 2);
        assertTrue(thinned.length * 16_000_000L <= Recording.AUTO_LIMIT, thinned.length + " steps");
        assertTrue(thinned.length > 5);
        assertTrue(Recording.AUTO.isThinned(1000, 1_000_000, 2));
        assertArrayEquals(new int[] {0, 1000}, Recording.AUTO.steps(1000, 10_000_000, 2));
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
