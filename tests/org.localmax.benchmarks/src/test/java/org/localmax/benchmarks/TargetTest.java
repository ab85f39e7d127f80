package org.localmax.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TargetTest {

    @Test
    void moreIsBetterForARatio() {
        Target ratio = Target.atLeast(10, 7);
        assertEquals("goal", ratio.reachedBy(10));
        assertEquals("floor", ratio.reachedBy(9.99));
        assertEquals("**no**", ratio.reachedBy(6.99));
    }

    @Test
    void lessIsBetterForATime() {
        Target time = Target.atMost(0.15, 0.4);
        assertEquals("goal", time.reachedBy(0.15));
        assertEquals("floor", time.reachedBy(0.4));
        assertEquals("**no**", time.reachedBy(0.41));
    }

    @Test
    void noNumberReachesNothing() {
        assertEquals("**no**", Target.atLeast(10, 7).reachedBy(Double.NaN));
        assertEquals("**no**", Target.atMost(10, 7).reachedBy(Double.NaN));
    }
}
