package org.localmax.experiments.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.localmax.experiments.Formula;

/** Formulas in t mean what they mean in mathematics, in binary64. */
class FormulaTest {

    private static double at(String text, long t) {
        return Formula.parse(text).at(t);
    }

    @Test
    void theSchedulesOfThePapers() {
        assertEquals(1.5 / 4, at("1.5/(1+t)", 3));
        assertEquals(2.0 / 9, at("2/(t+2)", 7));
        assertEquals(0.5, at("1/2", 0));
        assertEquals(3 / StrictMath.pow(1 + 5.0, 1.5), at("3/(1+t)^1.5", 5));
        assertEquals(2 * StrictMath.pow(0.9, 4), at("2*0.9^t", 4));
        assertEquals(1 / StrictMath.log(StrictMath.E + 10), at("1/log(e+t)", 10));
        assertEquals(1 - StrictMath.exp(-2.0 * 4), at("1-exp(-2(t+1))", 3));
        assertEquals(Double.POSITIVE_INFINITY, at("inf", 0));
        assertEquals(1e-3 * 7, at("1e-3*t", 7));
    }

    @Test
    void powersBindTighterThanSigns() {
        assertEquals(-9, at("-t^2", 3));
        assertEquals(0.5, at("2^(-1)", 0));
        assertEquals(512, at("2^3^2", 0));
    }

    @Test
    void choicesByComparison() {
        assertEquals(1.5, at("if(t < 10, 1.5, 0)", 9));
        assertEquals(0, at("if(t < 10, 1.5, 0)", 10));
        assertEquals(3, at("1 + 2*(t >= 4)", 4));
        assertEquals(2, at("max(2, 8/(1+t))", 7));
        assertEquals(1, at("min(2, 8/(1+t))", 7));
    }

    @Test
    void theTextIsKept() {
        assertEquals("1.5 / (1+t)", Formula.parse(" 1.5 / (1+t) ").toString());
    }

    @Test
    void whatDoesNotParseSaysWhereAndWhatIsExpected() {
        for (String wrong : new String[] {
            "1.5/(1+t", "", " ", "1.5//2", "foo(1)", "x+1", "\"abc\"", "x[1]", "2 3", "random()", "exp(1,2)", "t.x"
        }) {
            String message = assertThrows(IllegalArgumentException.class, () -> Formula.parse(wrong), wrong)
                    .getMessage();
            assertTrue(message.contains("expected"), wrong + " -> " + message);
            assertTrue(wrong.isBlank() || message.contains("'" + wrong + "'"), message);
        }
    }
}
