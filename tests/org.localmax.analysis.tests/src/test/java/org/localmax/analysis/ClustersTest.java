package org.localmax.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.Vectors;
import org.localmax.testing.RandomCases;
import org.localmax.testing.SeededClouds;

class ClustersTest {

    static Stream<Arguments> cloudsAndLinkages() {
        return IntStream.of(1, 2, 3, 8)
                .boxed()
                .flatMap(d ->
                        IntStream.of(1, 2, 20, 300).boxed().flatMap(n -> SeededClouds.all(n, d, 100 * n + d).stream()))
                .flatMap(
                        cloud -> DoubleStream.of(0, 3e-9, 1e-6, 0.02, 0.3, 1, 2).mapToObj(l -> Arguments.of(cloud, l)));
    }

    @ParameterizedTest
    @MethodSource("cloudsAndLinkages")
    void areThoseOfAllPairs(SeededClouds cloud, double linkage) {
        assertAgree(cloud.tokens(), linkage);
    }

    @Test
    void linkageEqualToADistanceLinks() {
        for (int seed = 0; seed < 50; seed++) {
            Tokens cloud = new RandomCases(seed).gaussian(60, 2);
            double distance = distance(cloud, seed, 59);
            assertAgree(cloud, distance);
            assertAgree(cloud, Math.nextDown(distance));
        }
    }

    @Test
    void chainsOfEveryShapeAcrossTheBoxes() {
        for (int seed = 0; seed < 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double[] values = new double[2 * 500];
            for (int i = 1; i < 500; i++) {
                double turn = 2 * StrictMath.PI * random.nextDouble();
                double stride = random.nextInt(40) == 0 ? 1.01 : 0.99;
                values[2 * i] = values[2 * i - 2] + stride * StrictMath.cos(turn);
                values[2 * i + 1] = values[2 * i - 1] + stride * StrictMath.sin(turn);
            }
            assertAgree(Tokens.ofRows(500, 2, values), 1);
            assertAgree(Tokens.ofRows(500, 2, values), 0.2);
        }
    }

    @Test
    void twoWholeClustersThatNearlyTouchStayTwo() {
        int n = 400;
        double[] values = new double[2 * 2 * n];
        for (int i = 0; i < n; i++) {
            double along = i / (double) n;
            // two interlocking corners: boxes overlap, tokens of different corners are 0.1 apart at least
            values[2 * i] = i % 2 == 0 ? along : 0;
            values[2 * i + 1] = i % 2 == 0 ? 0 : along;
            values[2 * (n + i)] = 0.1 + values[2 * i];
            values[2 * (n + i) + 1] = 0.1 + values[2 * i + 1];
        }
        Tokens corners = Tokens.ofRows(2 * n, 2, values);
        assertEquals(2, Clusters.of(corners, 0.05).count());
        assertAgree(corners, 0.05);
        assertEquals(1, Clusters.of(corners, 0.11).count());
    }

    @Test
    void linkageZeroJoinsOnlyCoincidentTokens() {
        double[][] points = new double[200][];
        for (int k = 0; k < points.length; k++) {
            points[k] = new double[] {Math.scalb(1.0, -5 * k), k % 2 == 0 ? 0.0 : -0.0};
        }
        assertEquals(200, Clusters.of(Tokens.of(points), 0).count());
        Tokens twice = Tokens.of(new double[][] {{0.0, 1}, {1e-300, 1}, {-0.0, 1}, {2e-300, 1}, {1e-300, 1}});
        assertArrayEquals(new int[] {0, 1, 0, 2, 1}, Clusters.of(twice, 0).labels());
    }

    @Test
    void hundredThousandTokensCollapsedIntoAFewClusters() {
        for (int d : new int[] {1, 2, 16}) {
            Tokens collapsed = SeededClouds.lateStage(100_000, d, 7, 1e-7, 5);
            Clusters clusters = Clusters.of(collapsed, 1e-6 * d);
            assertEquals(7, clusters.count());
            assertEquals(100_000, IntStream.range(0, 7).map(clusters::size).sum());
        }
        assertEquals(
                3, Clusters.of(SeededClouds.lateStage(100_000, 2, 3, 0, 5), 0).count());
    }

    /** Neither one cell of links nor scattered: most tokens hang together, those at the rim do not. */
    @Test
    void blobsAFewLinkagesAcross() {
        for (double spread : new double[] {0.1, 1, 3, 10, 30}) {
            for (int d : new int[] {2, 8}) {
                assertAgree(SeededClouds.lateStage(3000, d, 1, spread, 5), 1);
            }
        }
    }

    @Test
    void thousandCoordinates() {
        Tokens scattered = new RandomCases(1).gaussian(1000, 1024);
        assertEquals(1000, Clusters.of(scattered, 1e-6 * 60).count());
        Tokens collapsed = SeededClouds.lateStage(1000, 1024, 5, 1e-9, 1);
        assertAgree(collapsed, 5e-8);
        assertEquals(5, Clusters.of(collapsed, 1e-6 * 60).count());
    }

    @Test
    void membersAreThoseWithTheLabel() {
        Tokens line = Tokens.of(new double[][] {{5}, {0}, {5.5}, {9}, {0.5}, {6}});
        Clusters clusters = Clusters.of(line, 0.5);
        assertEquals(3, clusters.count());
        assertArrayEquals(new int[] {0, 1, 0, 2, 1, 0}, clusters.labels());
        assertArrayEquals(new int[] {0, 2, 5}, clusters.members(0));
        assertArrayEquals(new int[] {1, 4}, clusters.members(1));
        assertArrayEquals(new int[] {3}, clusters.members(2));
        assertEquals(3, clusters.size(0));
        assertEquals(1, clusters.label(4));
        assertEquals("3 clusters of 6 tokens", clusters.toString());
    }

    @Test
    void infiniteLinkageJoinsAll() {
        assertEquals(
                1,
                Clusters.of(new RandomCases(1).gaussian(50, 3), Double.POSITIVE_INFINITY)
                        .count());
    }

    @Test
    void linkageMustBeADistance() {
        for (double linkage : new double[] {-1e-9, Double.NaN}) {
            IllegalArgumentException failure = assertThrows(
                    IllegalArgumentException.class, () -> Clusters.of(Tokens.of(new double[] {1}), linkage));
            assertTrue(failure.getMessage().contains(Double.toString(linkage)), failure.getMessage());
        }
    }

    private static void assertAgree(Tokens cloud, double linkage) {
        int[] expected = bruteForce(cloud, linkage);
        Clusters clusters = Clusters.of(cloud, linkage);
        assertArrayEquals(expected, clusters.labels());
        assertEquals(Arrays.stream(expected).max().orElseThrow() + 1, clusters.count());
    }

    /** Labels by spreading from each token without one to all that can be reached from it. */
    private static int[] bruteForce(Tokens x, double linkage) {
        int[] labels = new int[x.count()];
        Arrays.fill(labels, -1);
        int[] queue = new int[x.count()];
        int count = 0;
        for (int start = 0; start < x.count(); start++) {
            if (labels[start] >= 0) {
                continue;
            }
            int queued = 0;
            queue[queued++] = start;
            labels[start] = count;
            for (int next = 0; next < queued; next++) {
                for (int j = 0; j < x.count(); j++) {
                    if (labels[j] < 0 && isLinked(x, queue[next], j, linkage)) {
                        labels[j] = count;
                        queue[queued++] = j;
                    }
                }
            }
            count++;
        }
        return labels;
    }

    private static boolean isLinked(Tokens x, int i, int j, double linkage) {
        return linkage == 0 ? x.coincide(i, j) : distance(x, i, j) <= linkage;
    }

    private static double distance(Tokens x, int i, int j) {
        int d = x.dimension();
        return Vectors.distance(x.rows(), i * d, x.rows(), j * d, d);
    }
}
