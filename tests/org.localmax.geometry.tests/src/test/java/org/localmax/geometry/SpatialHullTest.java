package org.localmax.geometry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.Vectors;
import org.localmax.testing.RandomCases;
import org.localmax.testing.SeededClouds;

class SpatialHullTest {

    static Stream<SeededClouds> clouds() {
        return Clouds.few(3, 1, 2, 3, 4, 5, 6, 8, 13);
    }

    @ParameterizedTest
    @MethodSource("clouds")
    void verticesAndFacetsAreThoseOfExactArithmetic(SeededClouds cloud) {
        ExactSpatialHull exact = new ExactSpatialHull(cloud.tokens());
        SpatialHull hull = SpatialHull.of(cloud.tokens());
        assertEquals(exact.affineDimension(), hull.affineDimension());
        assertArrayEquals(exact.vertices(), hull.vertices());
        assertEquals(exact.facets(), sorted(hull.facets()));
        double volume = exact.volume();
        assertEquals(volume, hull.volume(), 1e-13 * volume);
    }

    private static Set<List<Integer>> sorted(List<int[]> facets) {
        return facets.stream()
                .map(facet -> Arrays.stream(facet).sorted().boxed().toList())
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @MethodSource("clouds")
    void facesFitTogether(SeededClouds cloud) {
        SpatialHull hull = SpatialHull.of(cloud.tokens());
        assertWellFormed(hull);
    }

    /** Euler's formula, every edge between two facets and in opposite directions, outward facets. */
    private static void assertWellFormed(SpatialHull hull) {
        List<int[]> facets = hull.facets();
        int euler = hull.vertices().length - hull.edges().size() + facets.size();
        assertEquals(hull.affineDimension() == 3 ? 2 : 1, euler);
        Set<List<Integer>> sides = new HashSet<>();
        for (int[] facet : facets) {
            for (int k = 0; k < facet.length; k++) {
                assertTrue(sides.add(List.of(facet[k], facet[(k + 1) % facet.length])), "an edge runs twice one way");
            }
        }
        for (int[] edge : hull.edges()) {
            boolean there = sides.contains(List.of(edge[0], edge[1]));
            boolean back = sides.contains(List.of(edge[1], edge[0]));
            assertTrue(hull.affineDimension() < 3 || there && back, "an edge has one side only");
            assertTrue(Arrays.stream(hull.neighbours(edge[0])).anyMatch(v -> v == edge[1]));
            assertTrue(Arrays.stream(hull.neighbours(edge[1])).anyMatch(v -> v == edge[0]));
        }
        int ofFaces = hull.vertices().length + hull.edges().size() + facets.size();
        assertEquals(
                ofFaces + (hull.affineDimension() == 3 ? 1 : 0), hull.faces().size());
    }

    @ParameterizedTest
    @MethodSource("clouds")
    void containsItsTokensAndNothingBeyondAVertex(SeededClouds cloud) {
        SpatialHull hull = SpatialHull.of(cloud.tokens());
        for (int i = 0; i < cloud.tokens().count(); i++) {
            assertTrue(hull.contains(cloud.tokens().token(i), 0), "token " + i);
        }
        for (int v : hull.vertices()) {
            double[] beyond = cloud.tokens().token(v);
            int other = hull.vertices()[0] == v ? hull.vertices()[hull.vertices().length - 1] : hull.vertices()[0];
            for (int k = 0; k < 3; k++) {
                beyond[k] = v == other
                        ? Math.nextUp(beyond[k])
                        : 2 * beyond[k] - cloud.tokens().get(other, k);
            }
            assertFalse(hull.contains(beyond, 0), "beyond " + v);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 20, 60})
    void doesNotDependOnTheOrderOfTheTokens(int n) {
        for (int seed = 0; seed < 20; seed++) {
            Tokens cloud = new RandomCases(seed).lattice(n, 3, 2);
            int[] order = Clouds.shuffled(n, seed);
            SpatialHull hull = SpatialHull.of(cloud);
            SpatialHull permuted = SpatialHull.of(Clouds.permuted(cloud, order));
            assertEquals(positions(hull), positions(permuted));
            assertEquals(hull.volume(), permuted.volume(), 1e-13 * hull.volume());
            assertEquals(hull.surfaceArea(), permuted.surfaceArea(), 1e-13 * hull.surfaceArea());
        }
    }

    private static Set<List<Double>> positions(SpatialHull hull) {
        return Arrays.stream(hull.vertices())
                .mapToObj(v -> Arrays.stream(hull.tokens().token(v))
                        .map(x -> x + 0.0)
                        .boxed()
                        .toList())
                .collect(Collectors.toSet());
    }

    @Test
    void turnsWithTheCloud() {
        for (int seed = 0; seed < 20; seed++) {
            RandomCases random = new RandomCases(seed);
            Tokens cloud = random.gaussian(100, 3);
            SpatialHull hull = SpatialHull.of(cloud);
            SpatialHull turned = SpatialHull.of(Clouds.rotated(cloud, random.rotation(3)));
            assertArrayEquals(hull.vertices(), turned.vertices());
            assertEquals(hull.edges().size(), turned.edges().size());
            assertEquals(hull.volume(), turned.volume(), 1e-12);
            assertEquals(hull.surfaceArea(), turned.surfaceArea(), 1e-12);
            assertEquals(hull.leastWidth(CancellationCheck.NONE), turned.leastWidth(CancellationCheck.NONE), 1e-12);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1e-300, 1e-100, 1e100})
    void boxOfGridPoints(double unit) {
        double[][] grid = new double[7 * 5 * 4][];
        for (int i = 0; i < grid.length; i++) {
            grid[i] = new double[] {i % 7 * unit, i / 7 % 5 * unit, i / 35 * unit};
        }
        SpatialHull hull = SpatialHull.of(Tokens.of(grid));
        assertArrayEquals(new int[] {0, 6, 28, 34, 105, 111, 133, 139}, hull.vertices());
        assertEquals(6, hull.facets().size());
        assertTrue(hull.facets().stream().allMatch(facet -> facet.length == 4));
        assertEquals(72 * unit * unit * unit, hull.volume(), 1e-14 * 72 * unit * unit * unit);
        assertEquals(108 * unit * unit, hull.surfaceArea(), 1e-14 * 108 * unit * unit);
        assertEquals(3 * unit, hull.leastWidth(CancellationCheck.NONE), 1e-14 * unit);
    }

    @Test
    void regularBodies() {
        double golden = (1 + Math.sqrt(5)) / 2;
        double[][] icosahedron = new double[12][3];
        for (int i = 0; i < 12; i++) {
            icosahedron[i][i / 4] = i % 2 == 0 ? 1 : -1;
            icosahedron[i][(i / 4 + 1) % 3] = i / 2 % 2 == 0 ? golden : -golden;
        }
        SpatialHull hull = SpatialHull.of(Tokens.of(icosahedron));
        assertEquals(20, hull.facets().size());
        assertEquals(30, hull.edges().size());
        assertEquals(8 * 5 * (3 + Math.sqrt(5)) / 12, hull.volume(), 1e-14);
        assertEquals(4 * 5 * Math.sqrt(3), hull.surfaceArea(), 1e-13);
        SpatialHull octahedron = SpatialHull.of(
                Tokens.of(new double[][] {{1, 0, 0}, {-1, 0, 0}, {0, 1, 0}, {0, -1, 0}, {0, 0, 1}, {0, 0, -1}}));
        assertEquals(4.0 / 3, octahedron.volume(), 1e-15);
        assertEquals(2 / Math.sqrt(3), octahedron.leastWidth(CancellationCheck.NONE), 1e-15);
        SpatialHull tetrahedron =
                SpatialHull.of(Tokens.of(new double[][] {{1, 1, 1}, {1, -1, -1}, {-1, 1, -1}, {-1, -1, 1}}));
        assertEquals(8.0 / 3, tetrahedron.volume(), 1e-15);
        // between two opposite edges; from a facet it is 4 / sqrt(3)
        assertEquals(2, tetrahedron.leastWidth(CancellationCheck.NONE), 1e-15);
    }

    @Test
    void leastWidthIsAttainedAmongAllDirectionsOfFacetsAndPairsOfEdges() {
        for (int seed = 0; seed < 30; seed++) {
            RandomCases random = new RandomCases(seed);
            Tokens cloud = seed % 2 == 0 ? random.gaussian(12, 3) : random.lattice(12, 3, 2);
            SpatialHull hull = SpatialHull.of(cloud);
            double least = Double.POSITIVE_INFINITY;
            int[] v = hull.vertices();
            // directions normal to any two differences of vertices contain those of facets and of pairs of edges
            for (int a = 0; a < v.length; a++) {
                for (int b = 0; b < a; b++) {
                    for (int c = 0; c < v.length; c++) {
                        for (int d = 0; d < c; d++) {
                            least = Math.min(least, width(hull, normal(cloud, v[a], v[b], v[c], v[d])));
                        }
                    }
                }
            }
            if (hull.affineDimension() == 3) {
                assertEquals(least, hull.leastWidth(CancellationCheck.NONE), 1e-13);
            }
        }
    }

    private static double[] normal(Tokens x, int a, int b, int c, int d) {
        double[] normal = new double[3];
        for (int k = 0; k < 3; k++) {
            int l = (k + 1) % 3;
            int m = (k + 2) % 3;
            normal[k] = (x.get(a, l) - x.get(b, l)) * (x.get(c, m) - x.get(d, m))
                    - (x.get(a, m) - x.get(b, m)) * (x.get(c, l) - x.get(d, l));
        }
        return normal;
    }

    private static double width(SpatialHull hull, double[] normal) {
        double length = Math.sqrt(normal[0] * normal[0] + normal[1] * normal[1] + normal[2] * normal[2]);
        double[] back = {-normal[0], -normal[1], -normal[2]};
        return length < 1e-9 ? Double.POSITIVE_INFINITY : (hull.support(normal) + hull.support(back)) / length;
    }

    @ParameterizedTest
    @MethodSource("clouds")
    void leastWidthIsThatOfNoDirectionMore(SeededClouds cloud) {
        SpatialHull hull = SpatialHull.of(cloud.tokens());
        double width = hull.leastWidth(CancellationCheck.NONE);
        double size = cloud.tokens().largestNorm();
        assertTrue(width >= 0 && (hull.affineDimension() == 3 || width == 0), "width " + width);
        Random random = new Random(1);
        for (int round = 0; round < 20; round++) {
            double[] direction = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
            assertTrue(width <= width(hull, direction) + 1e-14 * size + 8 * Double.MIN_VALUE);
        }
    }

    @Test
    void thinPlateKeepsTheDigitsOfItsVolume() {
        double thin = 0x1p-52;
        SpatialHull hull = SpatialHull.of(Tokens.of(
                new double[][] {{1, 1, 1}, {2, 1, 1}, {1, 2, 1}, {1.25, 1.25, 1 + thin}, {1.25, 1.5, 1}}));
        assertEquals(thin / 6, hull.volume(), 0);
        assertEquals(thin, hull.leastWidth(CancellationCheck.NONE), 1e-16 * thin + 0x1p-54);
    }

    @Test
    void flatCloudCountsOnBothSides() {
        SpatialHull square =
                SpatialHull.of(Tokens.of(new double[][] {{0, 0, 0}, {2, 0, 0}, {2, 0, 2}, {0, 0, 2}, {1, 0, 1}}));
        assertEquals(2, square.affineDimension());
        assertEquals(8, square.surfaceArea());
        assertEquals(0, square.volume());
        assertEquals(0, square.leastWidth(CancellationCheck.NONE));
    }

    @Test
    void hundredThousandTokensOnASphere() {
        SpatialHull hull = SpatialHull.of(SeededClouds.sphere(new RandomCases(1).gaussian(100_000, 3)));
        assertEquals(100_000, hull.vertices().length);
        assertWellFormed(hull);
        assertEquals(4 * Math.PI / 3, hull.volume(), 1e-3);
        assertEquals(4 * Math.PI, hull.surfaceArea(), 1e-3);
    }

    @Test
    void millionTokensInAHeap() {
        Tokens cloud = new RandomCases(2).gaussian(1_000_000, 3);
        SpatialHull hull = SpatialHull.of(cloud);
        assertWellFormed(hull);
        Random random = new Random(4);
        for (int round = 0; round < 30; round++) {
            double[] direction = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
            double largest = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < cloud.count(); i++) {
                largest = Math.max(largest, Vectors.dot(direction, 0, cloud.rows(), 3 * i, 3));
            }
            assertEquals(largest, hull.support(direction));
        }
    }

    @Test
    void gridOfManyTokensInFewPlanes() {
        double[] rows = new double[3 * 40 * 40 * 40];
        for (int i = 0; i < rows.length / 3; i++) {
            rows[3 * i] = 0.1 * (i % 40);
            rows[3 * i + 1] = 0.3 * (i / 40 % 40);
            rows[3 * i + 2] = 0.7 * (i / 1600);
        }
        SpatialHull hull = SpatialHull.of(Tokens.ofRows(rows.length / 3, 3, rows));
        assertEquals(8, hull.vertices().length);
        assertEquals(3.9 * 11.7 * 27.3, hull.volume(), 1e-10);
    }

    @Test
    void canBeCancelled() {
        Tokens cloud = new RandomCases(1).gaussian(1000, 3);
        assertThrows(CancellationException.class, () -> SpatialHull.of(cloud, CancellationCheck.of(() -> true)));
    }

    @Test
    void otherDimensionsHaveNoSpatialHull() {
        IllegalArgumentException failure =
                assertThrows(IllegalArgumentException.class, () -> SpatialHull.of(Tokens.of(new double[] {1, 2})));
        assertTrue(failure.getMessage().contains("expected 3"), failure.getMessage());
    }
}
