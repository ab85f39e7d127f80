package org.localmax.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class DigitsTest {

    @Test
    void fewDigitsAndNoneThatSayNothing() {
        assertEquals("0", Digits.of(-0.0, 3));
        assertEquals("0.5", Digits.of(0.49999999, 4));
        assertEquals("-1.25", Digits.of(-1.2499, 3));
        assertEquals("120000", Digits.of(123456, 2));
        assertEquals("1.2e6", Digits.of(1234567, 2));
        assertEquals("0.00012", Digits.of(0.000123, 2));
        assertEquals("3.6e-14", Digits.of(3.55e-14, 2));
        assertEquals("1e-5", Digits.of(1e-5, 3));
        assertEquals("5e-324", Digits.of(Double.MIN_VALUE, 1));
        assertEquals("inf", Digits.of(Double.POSITIVE_INFINITY, 2));
        assertEquals("-inf", Digits.of(Double.NEGATIVE_INFINITY, 2));
        assertEquals("nan", Digits.of(Double.NaN, 2));
    }
}
