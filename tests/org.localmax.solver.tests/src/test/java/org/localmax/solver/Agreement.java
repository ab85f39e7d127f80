package org.localmax.solver;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.State;
import org.localmax.dynamics.Step;

/** Compares what a stepper finds with the definition. */
final class Agreement {

    private Agreement() {}

    /** The step from a state by a stepper with such options. */
    static Step step(Dynamics dynamics, State state, SolverOptions options) {
        try (Stepper stepper = Steppers.create(dynamics, options)) {
            return stepper.step(state, StepListener.NONE);
        }
    }

    /** Requires the reference step: the same decisions and tokens bit for bit, softmax to 1e-13. */
    static void assertDefinition(Dynamics dynamics, State state, SolverOptions options) {
        assertDefinition(dynamics, dynamics.step(state), step(dynamics, state, options), 1e-13);
    }

    /**
     * Requires the reference step.
     *
     * @param meanError what softmax means may differ by, in units of the largest norm of a token
     */
    static void assertDefinition(Dynamics dynamics, Step expected, Step actual, double meanError) {
        assertSameDecisions(expected, actual);
        double[] wanted = expected.after().tokens().rows();
        double[] found = actual.after().tokens().rows();
        if (dynamics.rule() instanceof AttentionRule.Softmax) {
            double bound = meanError * expected.before().tokens().largestNorm();
            for (int k = 0; k < wanted.length; k++) {
                assertTrue(Math.abs(wanted[k] - found[k]) <= bound, k + ": " + wanted[k] + " and " + found[k]);
            }
        } else {
            assertArrayEquals(wanted, found);
            assertEquals(expected.residual(), actual.residual());
            double error = expected.after().error();
            assertTrue(
                    Double.isNaN(error) && Double.isNaN(actual.after().error())
                            || Math.abs(actual.after().error() - error) <= 1e-9 * error,
                    error + " and " + actual.after().error());
        }
    }

    private static void assertSameDecisions(Step expected, Step actual) {
        assertArrayEquals(expected.counts(), actual.counts());
        assertArrayEquals(expected.fingerprints(), actual.fingerprints());
        assertEquals(expected.smallestMargin(), actual.smallestMargin());
        assertArrayEquals(expected.ambiguous(), actual.ambiguous());
        assertArrayEquals(expected.consequential(), actual.consequential());
    }

    /** Requires two steps of a rule that decides to be the same, bit for bit but for the error, whose parts may add up in any order. */
    static void assertSame(Step expected, Step actual) {
        assertSameDecisions(expected, actual);
        assertEquals(expected.residual(), actual.residual());
        assertArrayEquals(
                expected.after().tokens().rows(), actual.after().tokens().rows());
        double error = expected.after().error();
        assertEquals(error, actual.after().error(), 1e-9 * error);
    }

    /** Requires two steps to be the same, bit for bit. */
    static void assertSameBits(Step expected, Step actual) {
        assertSameDecisions(expected, actual);
        assertEquals(expected.after().error(), actual.after().error());
        assertEquals(expected.residual(), actual.residual());
        assertArrayEquals(
                expected.after().tokens().rows(), actual.after().tokens().rows());
    }
}
