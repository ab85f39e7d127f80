package org.localmax.geometry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.localmax.dynamics.AttentionRule.Hardmax;
import org.localmax.dynamics.AttentionRule.Multiplicity;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.State;
import org.localmax.dynamics.StepSize;
import org.localmax.dynamics.TiePolicy;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.Vectors;
import org.localmax.testing.RandomCases;
import org.localmax.testing.SeededClouds;

class MaximalAlignmentTest {

    private static final Interaction PLANE = Interaction.identity(2);

    static Stream<SeededClouds> clouds() {
        return IntStream.rangeClosed(1, 4).boxed().flatMap(d -> Clouds.few(d, 1, 2, 3, 6, 12));
    }

    private static double[][] positions(MaximalAlignment set) {
        return set.points().stream()
                .map(AlignedPoint::coordinates)
                .sorted(Comparator.comparing(Arrays::toString))
                .toArray(double[][]::new);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1e-300, 1e-160, 1e150})
    void triangleWhoseSideIsNotAligned(double unit) {
        Tokens triangle = Clouds.times(Tokens.of(new double[][] {{3, 1}, {3, -1}, {5, 0}}), unit);
        MaximalAlignment set = MaximalAlignment.of(PLANE, Polytope.of(triangle));
        assertEquals(1, set.points().size());
        assertArrayEquals(new int[] {2}, set.points().getFirst().tokens());
        assertArrayEquals(new double[] {5 * unit, 0}, set.points().getFirst().coordinates(), 1e-15 * unit);
        assertTrue(set.isComplete());
    }

    @Test
    void gapOfTheProjectionOntoTheSide() {
        Polytope triangle = Polytope.of(Tokens.of(new double[][] {{3, 1}, {3, -1}, {5, 0}}));
        assertEquals(6, MaximalAlignment.gap(PLANE, triangle, new double[] {3, 0}));
        assertEquals(0, MaximalAlignment.gap(PLANE, triangle, new double[] {5, 0}));
    }

    @Test
    void squareAroundTheOriginHasItsCornersTheMiddlesOfItsSidesAndTheOrigin() {
        Polytope square = Polytope.of(Tokens.of(new double[][] {{-1, -1}, {1, -1}, {1, 1}, {-1, 1}}));
        MaximalAlignment set = MaximalAlignment.of(PLANE, square);
        assertEquals(9, set.points().size());
        for (AlignedPoint point : set.points()) {
            int zeros =
                    (int) Arrays.stream(point.coordinates()).filter(x -> x == 0).count();
            int nonzero = (int) Arrays.stream(point.coordinates())
                    .filter(x -> Math.abs(x) == 1)
                    .count();
            assertEquals(2, zeros + nonzero);
            assertEquals(0, point.gap());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void cubeAroundTheOriginHasTheCentresOfItsFaces(int d) {
        Polytope cube = Polytope.of(cube(d));
        assertEquals(
                (int) Math.pow(3, d),
                MaximalAlignment.of(Interaction.identity(d), cube).points().size());
    }

    @Test
    void crossPolytopeInFourDimensionsHasTheCentresOfItsFaces() {
        double[][] rows = new double[8][4];
        for (int i = 0; i < 8; i++) {
            rows[i][i / 2] = i % 2 == 0 ? 1 : -1;
        }
        MaximalAlignment set = MaximalAlignment.of(Interaction.identity(4), Polytope.of(Tokens.of(rows)));
        assertTrue(set.isComplete());
        // 3^4 choices of signs: vertices, edges, triangles, tetrahedra, and the origin
        assertEquals(81, set.points().size());
    }

    private static Tokens cube(int d) {
        double[] rows = new double[d << d];
        for (int at = 0; at < rows.length; at++) {
            rows[at] = (at / d >> at % d & 1) == 0 ? -1 : 1;
        }
        return Tokens.ofRows(1 << d, d, rows);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void originIsOnePointThoughManyFacesMeetThere(int d) {
        double[] rows = cube(d).rows().clone();
        for (int at = 0; at < rows.length; at++) {
            rows[at] += 1;
        }
        Polytope cube = Polytope.of(Tokens.ofRows(1 << d, d, rows));
        MaximalAlignment set = MaximalAlignment.of(Interaction.identity(d), cube);
        // every corner is as well aligned with itself as with those above it; faces away from 0 are nearest to it at a
        // corner
        assertEquals(1 << d, set.points().size());
        assertTrue(set.points().stream().allMatch(point -> point.tokens().length == 1));
    }

    @Test
    void ellipseOfTheInteractionDecidesWhichCornersAreAligned() {
        Polytope square = Polytope.of(Tokens.of(new double[][] {{1, 1}, {1, -1}, {-1, -1}, {-1, 1}}));
        Interaction a = Interaction.of(new double[][] {{1, 0.5}, {0.5, 1}});
        // the side x = 1 has the A-projection (1, -1/2) of 0: A x = (3/4, 0), largest on the whole side
        MaximalAlignment set = MaximalAlignment.of(a, square);
        assertTrue(Arrays.stream(positions(set)).anyMatch(x -> Arrays.equals(x, new double[] {1, -0.5})));
        assertEquals(9, set.points().size());
        // for a stronger coupling it is (1, -2), no point of the side
        Interaction strong = Interaction.of(new double[][] {{5, 2}, {2, 1}});
        assertFalse(Arrays.stream(positions(MaximalAlignment.of(strong, square)))
                .anyMatch(x -> x[0] == 1 && Math.abs(x[1]) < 1));
    }

    /** Two ways to the same set: through the faces, and over sets of vertices. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void facesAndSetsOfVerticesAgree(int d) {
        for (int seed = 0; seed < 60; seed++) {
            RandomCases random = new RandomCases(seed);
            Tokens tokens = seed % 2 == 0 ? random.gaussian(14, d) : random.lattice(14, d, 2);
            double[] shift = Clouds.times(random.gaussian(1, d), seed % 3).token(0);
            Tokens cloud = seed % 2 == 0 ? shifted(tokens, shift) : tokens;
            Interaction a = seed % 4 == 0 ? Interaction.identity(d) : Interaction.of(random.positiveDefinite(d));
            MaximalAlignment byFaces = MaximalAlignment.of(a, Polytope.of(cloud));
            MaximalAlignment bySets = MaximalAlignment.of(a, ManyDimensionalHull.of(cloud));
            assertTrue(bySets.isComplete());
            assertSamePoints(byFaces, bySets);
        }
    }

    private static void assertSamePoints(MaximalAlignment some, MaximalAlignment others) {
        assertEquals(some.points().size(), others.points().size());
        for (AlignedPoint point : some.points()) {
            assertTrue(
                    others.points().stream()
                            .anyMatch(other -> distance(point.coordinates(), other.coordinates()) < 1e-12),
                    Arrays.toString(point.coordinates()));
        }
    }

    private static double distance(double[] x, double[] y) {
        return Vectors.distance(x, 0, y, 0, x.length);
    }

    private static Tokens shifted(Tokens tokens, double[] shift) {
        double[] rows = tokens.rows().clone();
        for (int at = 0; at < rows.length; at++) {
            rows[at] += shift[at % shift.length];
        }
        return Tokens.ofRows(tokens.count(), shift.length, rows);
    }

    @ParameterizedTest
    @MethodSource("clouds")
    void pointsAreInTheHullAndFixedUnderTheDefinition(SeededClouds cloud) {
        int d = cloud.tokens().dimension();
        Polytope hull = Polytope.of(cloud.tokens());
        double size = cloud.tokens().largestNorm();
        RandomCases random = new RandomCases(4);
        for (Interaction a : List.of(Interaction.identity(d), Interaction.of(random.positiveDefinite(d)))) {
            MaximalAlignment set = MaximalAlignment.of(a, hull);
            assertTrue(set.isComplete());
            assertFalse(set.points().isEmpty(), "a vertex of largest A-norm is aligned");
            for (AlignedPoint point : set.points()) {
                assertTrue(hull.contains(point.coordinates(), 1e-13 * size + 4 * Double.MIN_VALUE));
                assertTrue(point.gap() >= 0 && point.gap() <= set.tolerance());
                double gap = MaximalAlignment.gap(a, hull, point.coordinates());
                assertEquals(point.gap(), gap, set.tolerance() + 1e-12 * size * size * a.normBound());
            }
        }
    }

    /** Points of the hull that are farther from the set have a gap: none is missing. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void allOtherPointsHaveAGap(int d) {
        for (int seed = 0; seed < 20; seed++) {
            RandomCases random = new RandomCases(seed);
            Tokens cloud = random.gaussian(7, d);
            Polytope hull = Polytope.of(cloud);
            Interaction a = Interaction.of(random.positiveDefinite(d));
            MaximalAlignment set = MaximalAlignment.of(a, hull);
            Random samples = new Random(seed);
            for (Face face : hull.faces()) {
                Tokens corners = Tokens.of(
                        Arrays.stream(face.vertices()).mapToObj(cloud::token).toArray(double[][]::new));
                for (int round = 0; round < 50; round++) {
                    double[] x = Clouds.inside(corners, samples);
                    double nearest = set.points().stream()
                            .mapToDouble(point -> distance(point.coordinates(), x))
                            .min()
                            .orElseThrow();
                    // near a point of the set the gap rises in proportion to the distance; the square leaves room
                    assertTrue(
                            MaximalAlignment.gap(a, hull, x) > 1e-3 * nearest * nearest || nearest < 1e-9,
                            Arrays.toString(x) + " is " + nearest + " away");
                }
            }
        }
    }

    /** Under hardmax every token converges to a point of S(K), K the hull of the limits. */
    @Test
    void hardmaxLeadsIntoTheSet() {
        for (int seed = 0; seed < 20; seed++) {
            Dynamics dynamics =
                    new Dynamics(new Hardmax(Multiplicity.COUNTED), PLANE, StepSize.alpha(1), TiePolicy.DEFAULT);
            State state = State.initial(new RandomCases(seed).gaussian(12, 2));
            for (int t = 0; t < 200; t++) {
                state = dynamics.step(state).after();
            }
            Tokens limits = state.tokens();
            MaximalAlignment set =
                    MaximalAlignment.of(PLANE, ManyDimensionalHull.of(limits), 1e-9, CancellationCheck.NONE);
            for (int i = 0; i < limits.count(); i++) {
                double[] limit = limits.token(i);
                assertTrue(
                        set.points().stream().anyMatch(point -> distance(point.coordinates(), limit) < 1e-6),
                        "token " + i + " of seed " + seed);
            }
        }
    }

    @Test
    void tooManySetsOfVerticesAreNotTried() {
        Tokens sphere = SeededClouds.sphere(new RandomCases(1).gaussian(200, 5));
        Polytope hull = Polytope.of(sphere);
        MaximalAlignment set = MaximalAlignment.of(Interaction.identity(5), hull);
        assertFalse(set.isComplete());
        assertEquals(201, set.points().size()); // all vertices and the origin
        assertArrayEquals(new double[5], set.points().getLast().coordinates());
    }

    @Test
    void manyTokensOnASphereAreAllAligned() {
        Tokens sphere = SeededClouds.sphere(new RandomCases(1).gaussian(2000, 3));
        MaximalAlignment set = MaximalAlignment.of(Interaction.identity(3), Polytope.of(sphere));
        assertTrue(set.points().size() > 2000);
        assertEquals(
                2000, set.points().stream().filter(p -> p.tokens().length == 1).count());
    }

    @Test
    void otherInteractionsHaveAGapOnly() {
        Polytope square = Polytope.of(Tokens.of(new double[][] {{1, 1}, {1, -1}, {-1, -1}, {-1, 1}}));
        Interaction a = Interaction.of(new double[][] {{0, 1}, {-1, 0}});
        assertThrows(IllegalArgumentException.class, () -> MaximalAlignment.of(a, square));
        assertEquals(2, MaximalAlignment.gap(a, square, new double[] {1, 1}));
    }
}
