package org.localmax.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.State;
import org.localmax.dynamics.Tokens;
import org.localmax.solver.StepListener;
import org.localmax.solver.Steppers;
import org.localmax.testing.RandomCases;

class StripFitTest {

    private static StripFit fit(Dynamics target, Tokens start, int window) {
        return StripFit.of(
                target,
                start,
                window,
                AttentionRule.Scale.NORMALIZED,
                2 * start.largestNorm(),
                dynamics -> Steppers.create(dynamics, 1),
                StepListener.NONE);
    }

    /** The root mean square over tokens and steps, by the definition. */
    private static double distance(Dynamics target, double delta, Tokens start, int window) {
        Dynamics strip = Rules.localmax(delta, 2);
        State x = State.initial(start);
        State y = State.initial(start);
        double sum = 0;
        for (int t = 0; t < window; t++) {
            x = target.step(x).after();
            y = strip.step(y).after();
            for (int i = 0; i < start.count(); i++) {
                double across = x.tokens().get(i, 0) - y.tokens().get(i, 0);
                double along = x.tokens().get(i, 1) - y.tokens().get(i, 1);
                sum += across * across + along * along;
            }
        }
        return Math.sqrt(sum / window / start.count());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1, 0.35, 0.8, 1.3, 2.2})
    void aPlantedWidthIsFound(double delta) {
        for (int seed = 0; seed < 10; seed++) {
            Tokens start = new RandomCases(seed).gaussian(20, 2);
            StripFit found = fit(Rules.localmax(delta, 2), start, 6);
            assertEquals(0, found.distance(), 0, "seed " + seed + " found " + found.delta());
            assertEquals(0, distance(Rules.localmax(delta, 2), found.delta(), start, 6), 0, "seed " + seed);
        }
    }

    @Test
    void softmaxAtBetaZeroIsAStripThatTakesAll() {
        Tokens start = new RandomCases(4).gaussian(30, 2);
        StripFit found = fit(Rules.softmax(0, 2), start, 5);
        assertEquals(0, found.distance(), 1e-14);
        assertTrue(found.delta() > 1, "delta is " + found.delta());
    }

    @Test
    void softmaxAtGreatBetaIsAlmostHardmax() {
        Tokens start = Tokens.of(
                new double[] {2, 0}, new double[] {0, 2}, new double[] {-2, 0}, new double[] {0, -2}, new double[] {
                    1, 0.3
                });
        StripFit found = fit(Rules.softmax(200, 2), start, 3);
        assertEquals(0, found.distance(), 1e-12);
        assertEquals(0, found.delta(), 0, "of several that are equally near the narrowest");
    }

    @Test
    void noOtherWidthIsMuchNearerToSoftmax() {
        for (int seed = 0; seed < 5; seed++) {
            Tokens start = new RandomCases(seed).gaussian(24, 2);
            Dynamics softmax = Rules.softmax(3, 2);
            StripFit found = fit(softmax, start, 8);
            assertEquals(distance(softmax, found.delta(), start, 8), found.distance(), 1e-9);
            double best = Double.POSITIVE_INFINITY;
            for (int k = 0; k <= 400; k++) {
                best = Math.min(best, distance(softmax, k * 0.01, start, 8));
            }
            assertTrue(found.distance() <= 1.01 * best, "seed " + seed + ": " + found.distance() + " > " + best);
            assertTrue(found.distance() < distance(softmax, 0, start, 8));
            assertTrue(found.distance() > 0.001, "no width reproduces softmax");
        }
    }

    @Test
    void whatWasTriedIsTold() {
        StripFit found = fit(Rules.softmax(2, 2), new RandomCases(1).gaussian(12, 2), 4);
        assertEquals(found.tried().length, found.distances().length);
        assertEquals(found.distance(), Arrays.stream(found.distances()).min().orElseThrow(), 0);
        for (int k = 1; k < found.tried().length; k++) {
            assertTrue(found.tried()[k - 1] < found.tried()[k]);
        }
    }

    @Test
    void anEmptyWindowIsRefused() {
        Tokens start = new RandomCases(1).gaussian(5, 2);
        Dynamics softmax = Rules.softmax(1, 2);
        assertThrows(IllegalArgumentException.class, () -> fit(softmax, start, 0));
    }
}
