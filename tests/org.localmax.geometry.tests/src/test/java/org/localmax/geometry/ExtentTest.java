package org.localmax.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.localmax.dynamics.Tokens;

class ExtentTest {

    @Test
    void lengthOfTheIntervalOnTheLine() {
        assertEquals(4, Extent.of(Tokens.of(new double[][] {{3}, {-1}, {0}})));
    }

    @Test
    void areaInThePlane() {
        Tokens triangle = Tokens.of(new double[][] {{0, 0}, {4, 0}, {0, 6}});
        assertEquals(12, Extent.of(triangle));
        assertEquals(6, Extent.width(triangle));
    }

    @Test
    void longestSideOfTheBoundingBoxInSpace() {
        assertEquals(7, Extent.of(Tokens.of(new double[][] {{0, 5, 1}, {2, -2, 1}, {1, 1, 3}})));
    }

    @Test
    void nothingForCoincidentTokens() {
        assertEquals(0, Extent.of(Tokens.of(new double[][] {{1, 2, 3}, {1, 2, 3}})));
        assertEquals(0, Extent.of(Tokens.of(new double[][] {{1, 2}, {1, 2}})));
    }
}
