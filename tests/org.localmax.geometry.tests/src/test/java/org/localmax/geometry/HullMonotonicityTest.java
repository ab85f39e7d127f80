package org.localmax.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.AttentionRule.Hardmax;
import org.localmax.dynamics.AttentionRule.Localmax;
import org.localmax.dynamics.AttentionRule.Multiplicity;
import org.localmax.dynamics.AttentionRule.Scale;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.Schedule;
import org.localmax.dynamics.State;
import org.localmax.dynamics.StepSize;
import org.localmax.dynamics.TiePolicy;
import org.localmax.dynamics.Tokens;
import org.localmax.testing.RandomCases;
import org.localmax.testing.SeededClouds;

/** conv X(t+1) lies in conv X(t), and everything that measures the hull never grows. */
class HullMonotonicityTest {

    private static final double ROUNDING = 1e-13;

    static Stream<Arguments> runs() {
        List<AttentionRule> rules = List.of(
                new Hardmax(Multiplicity.COUNTED),
                new Localmax(Schedule.constant(0.5), Scale.NORMALIZED),
                new Localmax(Schedule.constant(0.5), Scale.KEYNORM));
        return rules.stream()
                .flatMap(rule -> SeededClouds.all(30, 2, 3).stream().map(cloud -> Arguments.of(rule, cloud)));
    }

    @ParameterizedTest
    @MethodSource("runs")
    void hullNeverGrows(AttentionRule rule, SeededClouds cloud) {
        Dynamics dynamics = new Dynamics(
                rule, Interaction.of(new double[][] {{2, 1}, {1, 3}}), StepSize.alpha(1), TiePolicy.DEFAULT);
        State state = State.initial(cloud.tokens());
        double scale = cloud.tokens().largestNorm();
        for (int t = 0; t < 40; t++) {
            PlanarHull before = PlanarHull.of(state.tokens());
            state = dynamics.step(state).after();
            PlanarHull after = PlanarHull.of(state.tokens());
            assertTrue(excess(after, before) <= ROUNDING * scale, "tokens leave the hull in the step from t = " + t);
            assertTrue(after.area() <= before.area() + ROUNDING * scale * scale, "area at t = " + t);
            assertTrue(after.perimeter() <= before.perimeter() + ROUNDING * scale, "perimeter at t = " + t);
            assertTrue(Diameter.of(after) <= Diameter.of(before) + ROUNDING * scale, "diameter at t = " + t);
        }
    }

    @Test
    void widthAndDiameterNeverGrowInSpace() {
        Dynamics dynamics = new Dynamics(
                new Localmax(Schedule.constant(1), Scale.NORMALIZED),
                Interaction.identity(5),
                StepSize.alpha(0.5),
                TiePolicy.DEFAULT);
        State state = State.initial(new RandomCases(17).gaussian(40, 5));
        double start = Extent.of(state.tokens());
        for (int t = 0; t < 40; t++) {
            Tokens before = state.tokens();
            state = dynamics.step(state).after();
            assertTrue(Extent.of(state.tokens()) <= Extent.of(before) + ROUNDING, "width at t = " + t);
            assertTrue(Diameter.of(state.tokens()) <= Diameter.of(before) + ROUNDING, "diameter at t = " + t);
        }
        assertTrue(Extent.of(state.tokens()) < start, "the run does not contract at all");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5})
    void hullsInEveryDimensionAreNested(int d) {
        Dynamics dynamics = new Dynamics(
                new Hardmax(Multiplicity.COUNTED), Interaction.identity(d), StepSize.alpha(1), TiePolicy.DEFAULT);
        State state = State.initial(new RandomCases(19).gaussian(30, d));
        InteractionNorm norm = InteractionNorm.euclidean(d);
        Polytope start = Polytope.of(state.tokens());
        Polytope before = start;
        for (int t = 0; t < 60; t++) {
            state = dynamics.step(state).after();
            Polytope after = Polytope.of(state.tokens());
            double excess = HausdorffDistance.excess(after, before, norm, CancellationCheck.NONE);
            assertTrue(excess <= 1e-11, "tokens leave the hull in the step from t = " + t + " by " + excess);
            before = after;
        }
        boolean moves = d > 1; // on the line the two ends are leaders
        assertEquals(moves, HausdorffDistance.of(start, before) > 0.01);
    }

    @Test
    void excessTellsAHullThatGrew() {
        PlanarHull square = PlanarHull.of(Tokens.of(new double[][] {{0, 0}, {1, 0}, {1, 1}, {0, 1}}));
        PlanarHull larger = PlanarHull.of(Tokens.of(new double[][] {{0, 0}, {1, 0}, {1.25, 1}, {0, 1}}));
        assertEquals(0.25, excess(larger, square));
        assertEquals(0, excess(square, larger));
    }

    /** How far the inner hull sticks out beyond an edge of the outer one. */
    private static double excess(PlanarHull inner, PlanarHull outer) {
        Tokens x = outer.tokens();
        int[] ring = outer.vertices();
        double excess = 0;
        for (int v = 0; v < ring.length; v++) {
            int a = ring[v];
            int b = ring[(v + 1) % ring.length];
            double edgeX = x.get(b, 0) - x.get(a, 0);
            double edgeY = x.get(b, 1) - x.get(a, 1);
            double length = Math.hypot(edgeX, edgeY);
            for (int p : inner.vertices()) {
                double px = inner.tokens().get(p, 0) - x.get(a, 0);
                double py = inner.tokens().get(p, 1) - x.get(a, 1);
                double beyond = length == 0 ? Math.hypot(px, py) : (edgeY * px - edgeX * py) / length;
                excess = Math.max(excess, beyond);
            }
        }
        return excess;
    }
}
