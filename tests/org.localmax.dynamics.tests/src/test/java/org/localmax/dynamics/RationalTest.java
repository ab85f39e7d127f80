package org.localmax.dynamics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Fractions are a field, are read as they are written, and give the nearest double. */
class RationalTest {

    @ParameterizedTest
    @CsvSource({
        "2.1, 21/10",
        "1/3, 1/3",
        "-6/4, -3/2",
        "2e-3, 1/500",
        "3E2, 300",
        ".5, 1/2",
        "0, 0",
        "-0.0, 0",
        "7/7, 1",
        "4/-6, -2/3"
    })
    void numbersAreReadAsTheyAreWritten(String text, String expected) {
        assertEquals(expected, Rational.parse(text).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1/0", "a", "1/2/3", "nan", "inf", "1/ 2", "1e999999999", "0x10"})
    void whatIsNoNumberIsRefused(String text) {
        NumberFormatException refusal = assertThrows(NumberFormatException.class, () -> Rational.parse(text));
        assertTrue(refusal.getMessage().contains("expected"), refusal.getMessage());
    }

    @Test
    void doublesComeBackAsTheyWere() {
        Random random = new Random(1);
        for (int round = 0; round < 10_000; round++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                assertEquals(value + 0.0, Rational.of(value).toDouble());
            }
        }
        assertEquals(Double.MIN_VALUE, Rational.of(Double.MIN_VALUE).toDouble());
        assertEquals(Double.MAX_VALUE, Rational.of(Double.MAX_VALUE).toDouble());
    }

    /** No double is nearer, and of two equally near ones the even one is taken; subnormal ones included. */
    @Test
    void theNearestDoubleIsGiven() {
        Random random = new Random(2);
        for (int round = 0; round < 4_000; round++) {
            BigInteger p = new BigInteger(1 + random.nextInt(300), random).add(BigInteger.ONE);
            BigInteger q = new BigInteger(1 + random.nextInt(1_400), random).add(BigInteger.ONE);
            assertNearest(new Rational(p, q));
        }
        for (int round = 0; round < 1_000; round++) {
            double below = Double.longBitsToDouble(random.nextLong(0x7fe0000000000000L));
            Rational middle =
                    Rational.of(below).plus(Rational.of(Math.nextUp(below))).times(Rational.of(1, 2));
            boolean even = (Double.doubleToLongBits(below) & 1) == 0;
            assertEquals(even ? below : Math.nextUp(below), middle.toDouble());
            assertEquals(
                    below, middle.minus(middle.times(Rational.of(1, 1L << 62))).toDouble());
            assertEquals(
                    Math.nextUp(below),
                    middle.plus(middle.times(Rational.of(1, 1L << 62))).toDouble());
        }
        assertEquals(Double.POSITIVE_INFINITY, Rational.of(10).power(400).toDouble());
        assertEquals(-1.0 / 3, Rational.of(-1, 3).toDouble());
    }

    private static void assertNearest(Rational number) {
        double nearest = number.toDouble();
        Rational distance = distance(number, nearest);
        assertTrue(distance.compareTo(distance(number, Math.nextUp(nearest))) <= 0, number.toString());
        assertTrue(distance.compareTo(distance(number, Math.nextDown(nearest))) <= 0, number.toString());
    }

    private static Rational distance(Rational number, double other) {
        Rational difference = number.minus(Rational.of(other));
        return difference.signum() < 0 ? difference.negated() : difference;
    }

    @Test
    void fractionsAreAField() {
        Random random = new Random(3);
        for (int round = 0; round < 500; round++) {
            Rational a = random(random);
            Rational b = random(random);
            Rational c = random(random);
            assertEquals(a.times(b.plus(c)), a.times(b).plus(a.times(c)));
            assertEquals(a, a.plus(b).minus(b));
            assertEquals(a.compareTo(b), a.minus(b).signum());
            if (b.signum() != 0) {
                assertEquals(a, a.over(b).times(b));
                assertEquals(Rational.ONE, b.power(-3).times(b.power(3)));
            }
        }
        assertThrows(ArithmeticException.class, () -> Rational.ONE.over(Rational.ZERO));
    }

    private static Rational random(Random random) {
        return Rational.of(random.nextInt(41) - 20, 1 + random.nextInt(20));
    }

    @Test
    void decimalsAreRounded() {
        assertEquals("0.3333", Rational.of(1, 3).toDecimal(4));
    }
}
