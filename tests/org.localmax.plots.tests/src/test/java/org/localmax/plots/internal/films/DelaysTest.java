package org.localmax.plots.internal.films;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.localmax.plots.films.FrameRate;

/** Hundredths of a second. */
class DelaysTest {

    @Test
    void aFilmOfAnyLengthEndsWithinAHundredthOfItsExactEnd() {
        for (String rate : List.of("30", "29.97", "7", "50", "1/600", "2/3", "24", "0.01")) {
            FrameRate exact = FrameRate.of(rate);
            Delays delays = new Delays(exact);
            long sum = 0;
            for (long frame = 0; frame < 5000; frame++) {
                assertTrue(delays.of(frame) >= 2);
                sum += delays.of(frame);
                long lag = (frame + 1) * 100 * exact.seconds() - sum * exact.frames();
                assertTrue(lag >= 0 && lag < exact.frames(), rate + " at frame " + frame);
            }
        }
        assertEquals(60_000, new Delays(FrameRate.of("1/600")).of(1_000_000_000L));
    }
}
