package org.localmax.benchmarks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class SampleTest {

    @Test
    void theMedianIsTheMiddleOne() {
        assertEquals(3, new Sample(9, 1, 3).median());
        assertEquals(2.5, new Sample(9, 1, 3, 2).median());
        assertEquals(1, new Sample(9, 1, 3).least());
        assertEquals(9, new Sample(9, 1, 3).greatest());
        assertThrows(IllegalArgumentException.class, Sample::new);
    }

    @Test
    void aRatioIsTakenRoundByRound() {
        Sample peer = new Sample(10, 40, 20);
        Sample ours = new Sample(1, 2, 4);
        assertArrayEquals(new double[] {10, 20, 5}, peer.over(ours).values());
        assertEquals(10, peer.over(ours).median());
    }

    @Test
    void aTimeIsScaledInEveryRound() {
        assertArrayEquals(new double[] {100, 300}, new Sample(1, 3).times(100).values());
    }

    @Test
    void itIsWrittenWithItsSpread() {
        assertEquals("12.3 [1.00 .. 4,568]", new Sample(4567.8, 1, 12.34).toString());
    }

    @Test
    void figuresHaveThreeDigits() {
        assertEquals(
                List.of("0", "1.3e-16", "0.052", "0.150", "7.00", "10.0", "350", "12,346"),
                List.of(0.0, 1.3e-16, 0.052, 0.15, 7.0, 10.0, 350.4, 12345.6).stream()
                        .map(Figures::of)
                        .toList());
        assertEquals("92.1 %", Figures.percent(0.9213));
    }

    @Test
    void theExponentOfAPowerIsFound() {
        List<Sample> linear = List.of(new Sample(3, 1), new Sample(30, 10), new Sample(300, 10_000));
        assertArrayEquals(
                new double[] {1, 2},
                GrowthSection.exponent(linear, List.of(100_000, 1_000_000, 10_000_000))
                        .values(),
                1e-12);
    }
}
