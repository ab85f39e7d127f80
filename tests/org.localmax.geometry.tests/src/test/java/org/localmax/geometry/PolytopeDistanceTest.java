package org.localmax.geometry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.Tokens;
import org.localmax.testing.RandomCases;
import org.localmax.testing.SeededClouds;

class PolytopeDistanceTest {

    static Stream<SeededClouds> clouds() {
        return IntStream.of(1, 2, 3, 4, 7).boxed().flatMap(d -> Clouds.few(d, 1, 2, 3, 6, 15, 40));
    }

    /** x is nearest to q in K if and only if <A(x - q), v - x> is not negative for any vertex v. */
    @ParameterizedTest
    @MethodSource("clouds")
    void nearestPointMeetsTheConditionsOfOptimality(SeededClouds cloud) {
        Tokens tokens = cloud.tokens();
        int d = tokens.dimension();
        RandomCases random = new RandomCases(11);
        Polytope hull = Polytope.of(tokens);
        double size = tokens.largestNorm();
        for (int round = 0; round < 8; round++) {
            Interaction a = round % 2 == 0 ? Interaction.identity(d) : Interaction.of(random.positiveDefinite(d));
            double[] q = Clouds.times(random.gaussian(1, d), round % 3 == 0 ? size / 4 : 3 * size)
                    .token(0);
            NearestPoint nearest = new PolytopeDistance(hull, InteractionNorm.of(a)).nearest(q);
            assertOptimal(a, hull, q, nearest, size);
        }
    }

    private static void assertOptimal(Interaction a, Polytope hull, double[] q, NearestPoint nearest, double size) {
        double scale = size == 0 ? 1 : 4 * size;
        assertTrue(hull.contains(nearest.point(), 1e-13 * scale), "the point is in the hull");
        double[] way = new double[q.length];
        for (int k = 0; k < q.length; k++) {
            way[k] = (nearest.point()[k] - q[k]) / scale;
        }
        double norm = InteractionNorm.of(a).of(way);
        double spectral = Math.max(1, a.normBound());
        assertEquals(norm, nearest.distance() / scale, 1e-13 * spectral);
        assertTrue(nearest.error() / scale <= 1e-12 * spectral, "error " + nearest.error());
        double[] gradient = new double[q.length];
        a.apply(way, 0, gradient);
        Tokens corners = hull.corners();
        for (int v = 0; v < corners.count(); v++) {
            double slope = 0;
            for (int k = 0; k < q.length; k++) {
                slope += gradient[k] * ((corners.get(v, k) - nearest.point()[k]) / scale);
            }
            assertTrue(slope >= -1e-12 * spectral, "vertex " + v + " is nearer: " + slope);
        }
    }

    @ParameterizedTest
    @MethodSource("clouds")
    void pointsOfTheHullAreAtNoDistance(SeededClouds cloud) {
        Polytope hull = Polytope.of(cloud.tokens());
        Random random = new Random(5);
        for (int i = 0; i < cloud.tokens().count(); i++) {
            assertEquals(
                    0,
                    PolytopeDistance.euclidean(cloud.tokens().token(i), hull).distance(),
                    1e-12 * cloud.tokens().largestNorm());
            double[] inside = Clouds.inside(cloud.tokens(), random);
            assertEquals(
                    0,
                    PolytopeDistance.euclidean(inside, hull).distance(),
                    1e-12 * cloud.tokens().largestNorm());
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1e-300, 1e150})
    void knownDistances(double unit) {
        Tokens square = Clouds.times(Tokens.of(new double[][] {{0, 0}, {2, 0}, {2, 2}, {0, 2}}), unit);
        Polytope hull = Polytope.of(square);
        NearestPoint above = PolytopeDistance.euclidean(new double[] {0.5 * unit, 5 * unit}, hull);
        assertEquals(3 * unit, above.distance(), 1e-15 * unit);
        assertArrayEquals(new double[] {0.5 * unit, 2 * unit}, above.point(), 1e-15 * unit);
        assertArrayEquals(
                new int[] {2, 3}, Arrays.stream(above.tokens()).sorted().toArray());
        NearestPoint corner = PolytopeDistance.euclidean(new double[] {5 * unit, 6 * unit}, hull);
        assertEquals(5 * unit, corner.distance(), 1e-15 * unit);
        assertArrayEquals(new int[] {2}, corner.tokens());
        NearestPoint inside = PolytopeDistance.euclidean(new double[] {unit, unit}, hull);
        assertEquals(0, inside.distance());
        assertEquals(0, inside.tokens().length);
    }

    @Test
    void distanceInTheNormOfAnInteraction() {
        Polytope segment = Polytope.of(Tokens.of(new double[][] {{0, 0}, {0, 10}}));
        Interaction a = Interaction.of(new double[][] {{2, 1}, {1, 1}});
        // min over y of 2 + 2 (5 - y) + (5 - y)^2 at y = 6
        NearestPoint nearest = new PolytopeDistance(segment, InteractionNorm.of(a)).nearest(new double[] {1, 5});
        assertArrayEquals(new double[] {0, 6}, nearest.point(), 1e-14);
        assertEquals(1, nearest.distance(), 1e-15);
    }

    @Test
    void edgesInThePlaneAndWolfesAlgorithmAgree() {
        for (int seed = 0; seed < 200; seed++) {
            RandomCases random = new RandomCases(seed);
            Tokens tokens = seed % 2 == 0 ? random.gaussian(12, 2) : random.lattice(12, 2, 2);
            InteractionNorm norm = InteractionNorm.of(Interaction.of(random.positiveDefinite(2)));
            double[] q = random.gaussian(1, 2).token(0);
            NearestPoint byEdges = new PolytopeDistance(PlanarHull.of(tokens), norm).nearest(q);
            NearestPoint byWolfe = new PolytopeDistance(ManyDimensionalHull.of(tokens), norm).nearest(q);
            if (byEdges.distance() > 0) {
                assertArrayEquals(byEdges.point(), byWolfe.point(), 1e-12);
                assertEquals(byEdges.distance(), byWolfe.distance(), 1e-13);
            }
            NearestPoint inSpace =
                    PolytopeDistance.euclidean(new double[] {q[0], q[1], 0}, SpatialHull.of(lifted(tokens)));
            assertEquals(PolytopeDistance.euclidean(q, PlanarHull.of(tokens)).distance(), inSpace.distance(), 1e-14);
        }
    }

    private static Tokens lifted(Tokens plane) {
        double[] rows = new double[3 * plane.count()];
        for (int i = 0; i < plane.count(); i++) {
            rows[3 * i] = plane.get(i, 0);
            rows[3 * i + 1] = plane.get(i, 1);
        }
        return Tokens.ofRows(plane.count(), 3, rows);
    }

    @ParameterizedTest
    @MethodSource("clouds")
    void hausdorffDistanceIsSymmetricAndNothingForEqualHulls(SeededClouds cloud) {
        Tokens tokens = cloud.tokens();
        int d = tokens.dimension();
        Polytope hull = Polytope.of(tokens);
        Polytope permuted = Polytope.of(Clouds.permuted(tokens, Clouds.shuffled(tokens.count(), 3)));
        double size = tokens.largestNorm();
        assertEquals(0, HausdorffDistance.of(hull, permuted), 2e-12 * size);
        Polytope other = Polytope.of(Clouds.times(new RandomCases(6).gaussian(9, d), size / 2));
        double there = HausdorffDistance.of(hull, other);
        assertEquals(there, HausdorffDistance.of(other, hull));
        // the largest difference of the support functions, over all directions
        Random random = new Random(2);
        for (int round = 0; round < 20; round++) {
            double[] u = new RandomCases(random.nextLong()).gaussian(1, d).token(0);
            double difference = Math.abs(hull.support(u) - other.support(u));
            assertTrue(difference <= InteractionNorm.euclidean(d).of(u) * there * (1 + 1e-12) + 1e-12 * size);
        }
    }

    @Test
    void hausdorffDistanceOfKnownBodies() {
        Polytope square = Polytope.of(Tokens.of(new double[][] {{0, 0}, {2, 0}, {2, 2}, {0, 2}}));
        Polytope larger = Polytope.of(Tokens.of(new double[][] {{0, 0}, {5, 0}, {5, 6}, {0, 2}}));
        assertEquals(5, HausdorffDistance.of(square, larger), 1e-15);
        InteractionNorm norm = InteractionNorm.of(Interaction.of(new double[][] {{4, 0}, {0, 4}}));
        assertEquals(10, HausdorffDistance.of(square, larger, norm, CancellationCheck.NONE), 1e-14);
        assertEquals(0, HausdorffDistance.excess(square, larger, norm, CancellationCheck.NONE));
        Polytope cube = Polytope.of(new RandomCases(1).lattice(5000, 4, 1));
        Polytope point = Polytope.of(Tokens.of(new double[4]));
        assertEquals(2, HausdorffDistance.of(cube, point), 1e-15);
    }

    @Test
    void normsAreThoseOfPositiveDefiniteMatrices() {
        assertEquals(
                Math.sqrt(18),
                InteractionNorm.of(Interaction.of(new double[][] {{2, 1}, {1, 3}}))
                        .of(new double[] {1, 2}),
                1e-15);
        for (double[][] rows : new double[][][] {{{1, 2}, {3, 9}}, {{1, 1}, {1, 1}}, {{1, 0}, {0, -1}}, {{0}}}) {
            Interaction a = Interaction.of(rows);
            assertThrows(IllegalArgumentException.class, () -> InteractionNorm.of(a));
        }
    }
}
