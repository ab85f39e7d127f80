package org.localmax.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.Vectors;
import org.localmax.testing.RandomCases;
import org.localmax.testing.SeededClouds;

class DiameterTest {

    static Stream<SeededClouds> clouds() {
        return IntStream.of(1, 2, 3, 8)
                .boxed()
                .flatMap(d -> IntStream.of(1, 2, 3, 10, 200)
                        .boxed()
                        .flatMap(n ->
                                IntStream.range(0, 3).boxed().flatMap(seed -> SeededClouds.all(n, d, seed).stream())));
    }

    @ParameterizedTest
    @MethodSource("clouds")
    void isTheLargestDistanceOfAPair(SeededClouds cloud) {
        double bruteForce = bruteForce(cloud.tokens());
        double tolerance = cloud.tokens().dimension() == 2 ? 4 * Vectors.UNIT_ROUNDOFF * bruteForce : 0;
        assertEquals(bruteForce, Diameter.of(cloud.tokens()), tolerance);
    }

    @Test
    void regularPolygonsWithParallelEdgesAndWithout() {
        for (int corners = 3; corners <= 60; corners++) {
            Tokens polygon = onCircle(corners, 0.3);
            double bruteForce = bruteForce(polygon);
            assertEquals(
                    bruteForce, Diameter.of(polygon), 4 * Vectors.UNIT_ROUNDOFF * bruteForce, corners + " corners");
        }
    }

    @Test
    void rectangleWithExactlyParallelEdges() {
        assertEquals(5, Diameter.of(Tokens.of(new double[][] {{0, 0}, {4, 0}, {4, 3}, {0, 3}})));
        assertEquals(5, Diameter.of(Tokens.of(new double[][] {{0, 0}, {3, 0}, {3, 4}, {0, 4}})));
    }

    @Test
    void tokensOnASphereDefeatThePruningButNotTheResult() {
        Tokens cloud = new RandomCases(5).gaussian(300, 3);
        double[] values = cloud.rows().clone();
        for (int i = 0; i < cloud.count(); i++) {
            double norm = Vectors.norm(values, 3 * i, 3);
            for (int k = 0; k < 3; k++) {
                values[3 * i + k] /= norm;
            }
        }
        Tokens sphere = Tokens.ofRows(cloud.count(), 3, values);
        assertEquals(bruteForce(sphere), Diameter.of(sphere));
    }

    @Test
    void doesNotDependOnTheOrderOfTheTokens() {
        Tokens cloud = new RandomCases(11).gaussian(100, 8);
        double[] reversed = new double[cloud.rows().length];
        for (int i = 0; i < cloud.count(); i++) {
            System.arraycopy(cloud.rows(), 8 * i, reversed, 8 * (cloud.count() - 1 - i), 8);
        }
        assertEquals(Diameter.of(cloud), Diameter.of(Tokens.ofRows(cloud.count(), 8, reversed)));
    }

    @Test
    void hundredThousandTokensOnACircle() {
        assertEquals(2, Diameter.of(onCircle(100_000, 0)), 4 * Vectors.UNIT_ROUNDOFF);
    }

    private static Tokens onCircle(int n, double phase) {
        double[] values = new double[2 * n];
        for (int i = 0; i < n; i++) {
            values[2 * i] = StrictMath.cos(phase + 2 * StrictMath.PI * i / n);
            values[2 * i + 1] = StrictMath.sin(phase + 2 * StrictMath.PI * i / n);
        }
        return Tokens.ofRows(n, 2, values);
    }

    private static double bruteForce(Tokens x) {
        int d = x.dimension();
        double largest = 0;
        for (int i = 0; i < x.count(); i++) {
            for (int j = 0; j < i; j++) {
                largest = Math.max(largest, Vectors.distance(x.rows(), i * d, x.rows(), j * d, d));
            }
        }
        return largest;
    }
}
