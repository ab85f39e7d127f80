package org.localmax.dynamics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LargeArrayTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 10_000_000})
    void arraysHaveTheirLength(int length) {
        assertEquals(length, LargeArray.ofDoubles(length, CancellationCheck.NONE).length);
        assertEquals(length, LargeArray.ofFloats(length, CancellationCheck.NONE).length);
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 10_000_000})
    void arraysThatNobodyWantsAreNotMade(int length) {
        CancellationCheck cancelled = CancellationCheck.of(() -> true);
        assertThrows(CancellationException.class, () -> LargeArray.ofDoubles(length, cancelled));
    }

    @Test
    void tooLargeArraysAreTold() {
        assertThrows(OutOfMemoryError.class, () -> LargeArray.ofDoubles(Integer.MAX_VALUE, CancellationCheck.NONE));
    }
}
