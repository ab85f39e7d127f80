package org.localmax.solver.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** 2^t is right to 0.9 units in the last place; it has the same bits on vectors, as steps of softmax show. */
class Exp2Test {

    private static final MathContext DIGITS = new MathContext(40);
    private static final BigDecimal LOG_2 =
            new BigDecimal("0.69314718055994530941723212145817656807550013436025525412068");

    @Test
    void theErrorIsBelowNineTenthsOfTheLastPlace() {
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            double t = i % 2 == 0 ? random.nextDouble(-1022, 1) : random.nextDouble(-2, 1);
            assertTrue(error(t) < 0.9, () -> t + " has the error " + error(t));
        }
    }

    /** Half integers are where the reduced argument jumps from one end of its interval to the other. */
    @Test
    void theErrorIsSmallAroundHalfIntegers() {
        for (int n = -1021; n <= 0; n++) {
            for (double t : new double[] {Math.nextDown(n + 0.5), n + 0.5, Math.nextUp(n + 0.5)}) {
                assertTrue(error(t) < 0.9, () -> t + " has the error " + error(t));
            }
        }
    }

    @Test
    void powersOfIntegersAreExact() {
        for (int n = -1022; n <= 1023; n++) {
            assertEquals(Math.scalb(1.0, n), Exp2.of(n));
        }
    }

    @Test
    void belowTheLeastExponentTheResultStaysTheSame() {
        for (double t : new double[] {-1022, Math.nextDown(-1022.0), -1e4, -1e300, Double.NEGATIVE_INFINITY}) {
            assertEquals(0x1p-1022, Exp2.of(t));
        }
    }

    @Test
    void neighboursNeverFallByMoreThanTheirErrorsAllow() {
        Random random = new Random(2);
        for (int i = 0; i < 100_000; i++) {
            double t = random.nextDouble(-1022, 1);
            double here = Exp2.of(t);
            assertTrue(Exp2.of(Math.nextUp(t)) >= Math.nextDown(here), () -> "after " + t);
        }
    }

    /** In units of the last place of the binade that the true value lies in. */
    private static double error(double t) {
        int n = (int) Math.floor(t);
        BigDecimal mantissa =
                exp(new BigDecimal(t).subtract(BigDecimal.valueOf(n)).multiply(LOG_2, DIGITS));
        BigDecimal found = new BigDecimal(Math.scalb(Exp2.of(t), -n));
        return found.subtract(mantissa).abs().doubleValue() / 0x1p-52;
    }

    /** exp(x) for 0 &lt;= x &lt; 1 by its series. */
    private static BigDecimal exp(BigDecimal x) {
        BigDecimal sum = BigDecimal.ONE;
        BigDecimal term = BigDecimal.ONE;
        for (int k = 1; k < 40; k++) {
            term = term.multiply(x, DIGITS).divide(BigDecimal.valueOf(k), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        return sum;
    }
}
