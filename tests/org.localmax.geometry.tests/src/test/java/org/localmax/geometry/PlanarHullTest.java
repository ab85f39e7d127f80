package org.localmax.geometry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.localmax.dynamics.Tokens;
import org.localmax.testing.SeededClouds;

class PlanarHullTest {

    static Stream<SeededClouds> clouds() {
        return IntStream.of(1, 2, 3, 4, 7, 40)
                .boxed()
                .flatMap(n -> IntStream.range(0, 4).boxed().flatMap(seed -> SeededClouds.all(n, 2, seed).stream()));
    }

    @ParameterizedTest
    @MethodSource("clouds")
    void verticesAreTheEndsOfSupportingEdges(SeededClouds cloud) {
        assertArrayEquals(
                ExactHull.vertices(cloud.tokens()),
                PlanarHull.of(cloud.tokens()).vertices());
    }

    @ParameterizedTest
    @MethodSource("clouds")
    void areaIsThatOfTheVerticesInExactArithmetic(SeededClouds cloud) {
        PlanarHull hull = PlanarHull.of(cloud.tokens());
        double exact = ExactHull.area(cloud.tokens(), hull.vertices());
        assertEquals(exact, hull.area(), 1e-14 * exact);
    }

    @Test
    void squareWithTokensOnItsEdges() {
        PlanarHull hull = PlanarHull.of(
                Tokens.of(new double[][] {{1, 0}, {2, 2}, {0, 2}, {1, 1}, {0, 0}, {2, 0}, {0, 1}, {2, 2}, {-0.0, 0}}));
        assertArrayEquals(new int[] {4, 5, 1, 2}, hull.vertices());
        assertEquals(4, hull.area());
        assertEquals(8, hull.perimeter());
    }

    @Test
    void oneTokenIsItsOwnHull() {
        PlanarHull hull = PlanarHull.of(Tokens.of(new double[] {3, -4}));
        assertArrayEquals(new int[] {0}, hull.vertices());
        assertEquals(0, hull.area());
        assertEquals(0, hull.perimeter());
    }

    @Test
    void segmentIsRunThroughThereAndBack() {
        PlanarHull hull = PlanarHull.of(Tokens.of(new double[][] {{1, 1}, {0, 0}, {3, 3}, {2, 2}, {3, 3}}));
        assertArrayEquals(new int[] {1, 2}, hull.vertices());
        assertEquals(0, hull.area());
        assertEquals(2 * Math.sqrt(18), hull.perimeter(), 1e-15);
    }

    @Test
    void tokensOnAVerticalLineHaveTwoVertices() {
        PlanarHull hull = PlanarHull.of(Tokens.of(new double[][] {{5, 1}, {5, -2}, {5, 4}}));
        assertArrayEquals(new int[] {1, 2}, hull.vertices());
    }

    @Test
    void needleKeepsTheDigitsOfItsArea() {
        double thin = 0x1p-52;
        PlanarHull hull = PlanarHull.of(Tokens.of(new double[][] {{1, 1}, {3, 3}, {2, 2 + 2 * thin}}));
        assertEquals(2 * thin, hull.area());
    }

    @Test
    void millionTokensOnAParabolaAreAllVertices() {
        int n = 1_000_000;
        double[] values = new double[2 * n];
        for (int i = 0; i < n; i++) {
            double x = (i - n / 2) * 0x1p-20;
            values[2 * i] = x;
            values[2 * i + 1] = x * x;
        }
        assertEquals(n, PlanarHull.of(Tokens.ofRows(n, 2, values)).vertices().length);
    }

    @Test
    void otherDimensionsHaveNoPlanarHull() {
        IllegalArgumentException failure =
                assertThrows(IllegalArgumentException.class, () -> PlanarHull.of(Tokens.of(new double[] {1, 2, 3})));
        assertTrue(failure.getMessage().contains("expected 2"), failure.getMessage());
    }
}
