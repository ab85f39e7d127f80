package org.localmax.geometry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
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
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.Vectors;
import org.localmax.testing.RandomCases;
import org.localmax.testing.SeededClouds;

/** What holds for hulls in every dimension. */
class PolytopeTest {

    static Stream<SeededClouds> clouds() {
        return IntStream.rangeClosed(1, 5).boxed().flatMap(d -> Clouds.few(d, 1, 2, 3, 5, 9, 20));
    }

    static Stream<Tokens> coarseClouds() {
        return IntStream.rangeClosed(1, 5)
                .boxed()
                .flatMap(d -> IntStream.of(1, 2, 4, 8, 16, 40)
                        .boxed()
                        .flatMap(n -> IntStream.range(0, 3)
                                .mapToObj(RandomCases::new)
                                .flatMap(random -> Stream.of(
                                        random.gaussian(n, d), random.lattice(n, d, 1), random.lattice(n, d, 3)))));
    }

    @ParameterizedTest
    @MethodSource("coarseClouds")
    void tokensAreVerticesIfTheyAreNotInTheHullOfTheOthers(Tokens tokens) {
        int[] expected = bruteForce(tokens);
        assertArrayEquals(expected, sorted(Polytope.of(tokens).vertices()));
        assertArrayEquals(expected, ManyDimensionalHull.of(tokens).vertices());
    }

    private static int[] bruteForce(Tokens tokens) {
        int[] distinct = IntStream.range(0, tokens.count())
                .filter(i -> IntStream.range(0, i).noneMatch(j -> tokens.coincide(i, j)))
                .toArray();
        return Arrays.stream(distinct)
                .filter(i -> !ConvexCombination.exists(
                        tokens.token(i),
                        tokens,
                        Arrays.stream(distinct).filter(j -> j != i).toArray()))
                .toArray();
    }

    private static int[] sorted(int[] numbers) {
        return IntStream.of(numbers).sorted().toArray();
    }

    @ParameterizedTest
    @MethodSource("clouds")
    void vertexIsTheLeastOfItsCoincidentTokens(SeededClouds cloud) {
        for (int v : Polytope.of(cloud.tokens()).vertices()) {
            for (int j = 0; j < v; j++) {
                assertFalse(cloud.tokens().coincide(v, j), v + " and " + j);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("clouds")
    void supportIsThatOfAllTokens(SeededClouds cloud) {
        Polytope hull = Polytope.of(cloud.tokens());
        Random random = new Random(7);
        for (int round = 0; round < 10; round++) {
            double[] direction =
                    random.doubles(cloud.tokens().dimension(), -1, 1).toArray();
            double largest = Double.NEGATIVE_INFINITY;
            double norm = cloud.tokens().largestNorm();
            for (int i = 0; i < cloud.tokens().count(); i++) {
                largest = Math.max(
                        largest,
                        Vectors.dot(direction, 0, cloud.tokens().rows(), i * direction.length, direction.length));
            }
            assertEquals(largest, hull.support(direction), 1e-11 * norm);
            for (int v : hull.supporting(direction, 0)) {
                assertEquals(
                        hull.support(direction),
                        Vectors.dot(direction, 0, cloud.tokens().rows(), v * direction.length, direction.length));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("clouds")
    void holdsTokensAndTheirCombinations(SeededClouds cloud) {
        Polytope hull = Polytope.of(cloud.tokens());
        Random random = new Random(8);
        double rounding = 1e-14 * cloud.tokens().largestNorm() + 4 * Double.MIN_VALUE;
        for (int i = 0; i < cloud.tokens().count(); i++) {
            assertTrue(hull.contains(cloud.tokens().token(i), 0), "token " + i);
            assertTrue(hull.contains(Clouds.inside(cloud.tokens(), random), rounding));
        }
    }

    @ParameterizedTest
    @MethodSource("clouds")
    void holdsNothingFarther(SeededClouds cloud) {
        Polytope hull = Polytope.of(cloud.tokens());
        double[] beyond = hull.corners().token(0);
        double norm = cloud.tokens().largestNorm();
        beyond[0] += 3 * norm;
        assertEquals(norm == 0, hull.contains(beyond, 0));
        assertFalse(norm > 0 && hull.contains(beyond, norm / 2));
        assertTrue(hull.contains(beyond, 3.1 * norm));
    }

    @ParameterizedTest
    @MethodSource("clouds")
    void verticesDoNotDependOnTheUnit(SeededClouds cloud) {
        Polytope hull = Polytope.of(cloud.tokens());
        Polytope twice = Polytope.of(Clouds.times(cloud.tokens(), 2));
        assertArrayEquals(hull.vertices(), twice.vertices());
        assertEquals(hull.affineDimension(), twice.affineDimension());
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5, 8})
    void flatCloudsHaveTheDimensionOfWhatTheySpan(int d) {
        RandomCases random = new RandomCases(d);
        for (int r = 0; r <= d; r++) {
            double[] rows = new double[30 * d];
            Tokens inner = random.gaussian(30, Math.max(1, r));
            for (int i = 0; i < 30; i++) {
                for (int k = 0; k < r; k++) {
                    rows[i * d + k] = inner.get(i, k);
                }
            }
            Tokens flat = Clouds.rotated(Tokens.ofRows(30, d, rows), random.rotation(d));
            ManyDimensionalHull hull = ManyDimensionalHull.of(flat);
            assertEquals(r, hull.affineDimension());
            int[] expected =
                    r == 0 ? new int[] {0} : ManyDimensionalHull.of(inner).vertices();
            assertArrayEquals(expected, hull.vertices());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 6})
    void cubeWithManyTokensInsideAndOnItsFaces(int d) {
        Tokens lattice = new RandomCases(5).lattice(2000, d, 1);
        double[] rows = Arrays.copyOf(lattice.rows(), lattice.rows().length + (d << d));
        for (int corner = 0; corner < 1 << d; corner++) {
            for (int k = 0; k < d; k++) {
                rows[lattice.rows().length + corner * d + k] = (corner >> k & 1) == 0 ? -1 : 1;
            }
        }
        Tokens cube = Tokens.ofRows(rows.length / d, d, rows);
        ManyDimensionalHull hull = ManyDimensionalHull.of(cube);
        assertEquals(1 << d, hull.vertices().length);
        assertEquals(d, hull.affineDimension());
        for (int v : hull.vertices()) {
            assertTrue(Arrays.stream(cube.token(v)).allMatch(x -> Math.abs(x) == 1));
        }
    }

    @Test
    void hullOnTheLineIsAnInterval() {
        LinearHull hull =
                assertInstanceOf(LinearHull.class, Polytope.of(Tokens.of(new double[][] {{2}, {-1}, {5}, {-1}, {5}})));
        assertArrayEquals(new int[] {1, 2}, hull.vertices());
        assertEquals(6, hull.length());
        assertTrue(hull.contains(new double[] {5}, 0));
        assertFalse(hull.contains(new double[] {Math.nextUp(5.0)}, 0));
        assertTrue(hull.contains(new double[] {5.5}, 0.5));
        assertEquals(3, hull.faces().size());
    }

    @Test
    void planeIsExactWhereProductsUnderflow() {
        double e = 1e-300;
        Tokens square = Tokens.of(new double[][] {{0, 0}, {e, 0}, {e, e}, {0, e}, {e / 2, e / 2}, {e / 2, 0}});
        PlanarHull hull = PlanarHull.of(square);
        assertArrayEquals(new int[] {0, 1, 2, 3}, hull.vertices());
        assertEquals(4 * e, hull.perimeter(), 1e-15 * e);
        assertEquals(e, hull.leastWidth(), 1e-15 * e);
        assertEquals(e * Math.sqrt(2), Diameter.of(square), 1e-15 * e);
        assertFalse(hull.contains(new double[] {e, Math.nextUp(e)}, 0));
        assertEquals(9, hull.faces().size());
    }

    @Test
    void leastWidthInThePlaneIsThatAcrossAnEdge() {
        assertEquals(
                3,
                PlanarHull.of(Tokens.of(new double[][] {{0, 0}, {4, 0}, {4, 3}, {0, 3}}))
                        .leastWidth());
        assertEquals(
                2.4,
                PlanarHull.of(Tokens.of(new double[][] {{0, 0}, {4, 0}, {0, 3}}))
                        .leastWidth(),
                1e-15);
        for (int seed = 0; seed < 50; seed++) {
            RandomCases random = new RandomCases(seed);
            PlanarHull hull = PlanarHull.of(seed % 2 == 0 ? random.gaussian(30, 2) : random.lattice(30, 2, 4));
            int[] ring = hull.vertices();
            double least = Double.POSITIVE_INFINITY;
            for (int v = 0; v < ring.length; v++) {
                double[] a = hull.tokens().token(ring[v]);
                double[] b = hull.tokens().token(ring[(v + 1) % ring.length]);
                double[] normal = {b[1] - a[1], a[0] - b[0]};
                double[] back = {-normal[0], -normal[1]};
                double length = Vectors.norm(normal, 0, 2);
                least = Math.min(least, (hull.support(normal) + hull.support(back)) / length);
            }
            assertEquals(least, hull.leastWidth(), 1e-14);
        }
    }

    @Test
    void facesInManyDimensionsAreNotKnown() {
        Polytope hull = Polytope.of(new RandomCases(1).gaussian(9, 4));
        assertFalse(hull.knowsFaces());
        assertThrows(UnsupportedOperationException.class, hull::faces);
        assertThrows(UnsupportedOperationException.class, () -> hull.neighbours(0));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void onlyVerticesHaveNeighbours(int d) {
        Tokens tokens = new RandomCases(1).lattice(60, d, 2);
        Polytope hull = Polytope.of(tokens);
        int[] vertices = sorted(hull.vertices());
        for (int i = 0; i < tokens.count(); i++) {
            int token = i;
            if (Arrays.binarySearch(vertices, token) >= 0) {
                for (int neighbour : hull.neighbours(token)) {
                    assertTrue(Arrays.stream(hull.neighbours(neighbour)).anyMatch(v -> v == token));
                }
            } else {
                assertThrows(IllegalArgumentException.class, () -> hull.neighbours(token));
            }
        }
    }

    @Test
    void vectorsOfOtherDimensionsAreRefused() {
        Polytope hull = Polytope.of(new RandomCases(1).gaussian(9, 3));
        assertThrows(IllegalArgumentException.class, () -> hull.contains(new double[2], 0));
        assertThrows(IllegalArgumentException.class, () -> hull.support(new double[4]));
    }
}
