package org.localmax.experiments.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.localmax.dynamics.Rational;
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
    void tablesKeepTheirLastEntry() {
        assertEquals(0.5, at("table(0.5, 0.4, 1/4)", 0));
        assertEquals(0.4, at("table(0.5, 0.4, 1/4)", 1));
        assertEquals(0.25, at("table(0.5, 0.4, 1/4)", 2));
        assertEquals(0.25, at("table(0.5, 0.4, 1/4)", 1_000_000_000_000L));
        assertEquals(7, at("table(7)", 3));
    }

    private static String exactly(String text, long t) {
        return Formula.parse(text).exactly(t).map(Rational::toString).orElse("none");
    }

    @Test
    void fractionsAreTakenAsTheyAreWritten() {
        assertEquals("21/10", exactly("2.1", 0));
        assertEquals("3/8", exactly("1.5/(1+t)", 3));
        assertEquals("2187/100000000", exactly("0.1*0.3^t", 7));
        assertEquals("1/9", exactly("(t-1)^(-2)", 4));
        assertEquals("1/4", exactly("table(0.5, 0.4, 1/4)", 2));
        assertEquals("-7/2", exactly("min(-3.5, abs(-1)) + floor(0.5) - ceil(-0.5)", 0));
        assertEquals("1/2", exactly("if(t >= 4, 0.5, exp(1))", 4));
        assertEquals("-1/2", exactly("-7/2 % 1", 0));
        assertEquals("16", exactly("0x10", 0));
        assertEquals("1", exactly("0.1 + 0.2 == 0.3", 0));
    }

    @Test
    void whatLeavesTheFractionsHasNone() {
        for (String text : new String[] {"exp(t)", "2^(1/2)", "pi", "inf", "1/(t-3)", "sqrt(4)", "2^(10^9)"}) {
            assertEquals("none", exactly(text, 3), text);
        }
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

    /** A formula some steps later, read again from its text; its table has lost the entries before. */
    @Test
    void aFormulaOfLaterSteps() {
        for (String text : List.of(
                "1.5/(1+t)",
                "2t^2-(t-3)*t",
                "table(0.5, 0.4, 1/4)/(1+t)",
                "table(1, 2)",
                "if(t<10 && !(t==4), 1, -t^2)",
                "max(0x10, t)%3+pi*e",
                "1e-3*t+7",
                "inf")) {
            Formula formula = Formula.parse(text);
            for (long first : new long[] {0, 1, 2, 5, 1_000_000_000_000L}) {
                Formula later = formula.later(first);
                for (long t = 0; t < 12; t++) {
                    assertEquals(formula.at(t + first), later.at(t), text + " is " + later + " after " + first);
                    assertEquals(formula.exactly(t + first), later.exactly(t));
                }
            }
        }
    }

    @Test
    void aTableIsNotConstant() {
        assertFalse(Formula.parse("1+table(1, 2)").isConstant());
        assertFalse(Formula.parse("TABLE(1, 2)").isConstant());
        assertTrue(Formula.parse("table(2)").isConstant());
        assertTrue(Formula.parse("1/3+max(1, 2)").isConstant());
    }
}
