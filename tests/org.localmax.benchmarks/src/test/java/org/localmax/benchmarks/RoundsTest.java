package org.localmax.benchmarks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoundsTest {

    @Test
    void everyoneWorksOnceARound() {
        List<String> order = new ArrayList<>();
        List<Sample> samples = new Rounds(3, 1, 0).measure(List.of(worker("a", 1, order), worker("b", 2, order)));
        assertEquals(List.of("a", "b", "a", "b", "a", "b"), order);
        assertArrayEquals(new double[] {1, 1, 1}, samples.getFirst().values());
        assertArrayEquals(new double[] {2, 2, 2}, samples.getLast().values());
    }

    @Test
    void whereRoundsTakeLongThereAreFewer() {
        List<String> order = new ArrayList<>();
        new Rounds(7, 3, 0).measure(List.of(worker("slow", 41_000, order)));
        assertEquals(3, order.size());
    }

    @Test
    void memoryIsReadFromTheStatusOfAProcess() {
        assertEquals(1.024, PeakMemory.resident(List.of("Name:\tjava", "VmHWM:\t 1000000 kB", "VmRSS:\t 9 kB")));
        assertThrows(IllegalArgumentException.class, () -> PeakMemory.resident(List.of("Name:\tjava")));
    }

    private static Contender worker(String name, double milliseconds, List<String> order) {
        return () -> {
            order.add(name);
            return milliseconds;
        };
    }
}
