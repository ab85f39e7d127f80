package org.localmax.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KaplanMeierTest {

    /** Remission under 6-mercaptopurine (Freireich and others, Blood 21, 1963), as in every textbook on survival. */
    @Test
    void theTextbookExampleIsFound() {
        double[] times = {6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35};
        int[] events = {1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0};
        boolean[] happened = new boolean[events.length];
        for (int k = 0; k < events.length; k++) {
            happened[k] = events[k] == 1;
        }
        KaplanMeier estimate = KaplanMeier.of(times, happened);
        assertArrayEquals(new double[] {6, 7, 10, 13, 16, 22, 23}, estimate.times());
        assertArrayEquals(new double[] {.8571, .8067, .7529, .6902, .6275, .5378, .4482}, estimate.shares(), 5e-5);
        assertEquals(21, estimate.atRisk(0));
        assertEquals(17, estimate.atRisk(1));
        assertEquals(6, estimate.atRisk(6));
        assertEquals(3, estimate.events(0));
        assertEquals(12, estimate.censored());
        assertEquals(23, estimate.median().getAsDouble());
        assertEquals(35, estimate.last());
        assertEquals(1, estimate.share(5.9));
        assertEquals(estimate.shares()[0], estimate.share(6));
        assertEquals(estimate.shares()[1], estimate.share(9.5));
    }

    /** Where nobody is censored the share is that of those whose time is greater. */
    @Test
    void withoutCensoringItIsTheShareOfThoseWhoAreLeft() {
        Random random = new Random(5);
        double[] times = random.ints(40, 0, 15).asDoubleStream().toArray();
        boolean[] happened = new boolean[times.length];
        Arrays.fill(happened, true);
        KaplanMeier estimate = KaplanMeier.of(times, happened);
        for (double t = -1; t < 16; t += 0.5) {
            double at = t;
            double left = Arrays.stream(times).filter(time -> time > at).count() / (double) times.length;
            assertEquals(left, estimate.share(t), 1e-12);
        }
    }

    @Test
    void thereIsNoMedianWhereMoreThanHalfAreCensored() {
        KaplanMeier estimate = KaplanMeier.of(new double[] {3, 9, 9}, new boolean[] {true, false, false});
        assertTrue(estimate.median().isEmpty());
        assertEquals(2.0 / 3, estimate.share(9), 1e-15);
    }

    @Test
    void noTimesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> KaplanMeier.of(new double[0], new boolean[0]));
        assertThrows(
                IllegalArgumentException.class, () -> KaplanMeier.of(new double[] {Double.NaN}, new boolean[] {true}));
    }
}
