package org.localmax.experiments.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.localmax.experiments.figures.ShownPlane;

/** The words by which somebody says where tokens are seen. */
class ShownPlaneTest {

    @Test
    void wordsNamePlanesAndSpaces() {
        assertEquals(new ShownPlane.Natural(), ShownPlane.parse(" auto "));
        assertEquals(new ShownPlane.Principal(), ShownPlane.parse("pca"));
        assertEquals(new ShownPlane.Coordinates(1, 3), ShownPlane.parse("x1,x3"));
        assertEquals(new ShownPlane.Coordinates(3, 1), ShownPlane.parse("3, 1"));
        assertEquals(ShownPlane.Space.DEFAULT, ShownPlane.parse("3d"));
        assertEquals(new ShownPlane.Space(List.of(), 10, -5.5), ShownPlane.parse("3d:10:-5.5"));
        assertEquals(new ShownPlane.Space(List.of(1, 2, 5), -60, 25), ShownPlane.parse("x1,x2,x5"));
        assertEquals(
                new ShownPlane.Matrix(List.of(1.0, 0.0, -2.0), List.of(0.0, 0.5, 0.5)),
                ShownPlane.parse("[1, 0, -2; 0, 0.5, 0.5]"));
    }

    @Test
    void whatIsSaidOfAPlaneIsReadAsThatPlane() {
        for (String text : List.of(
                "auto",
                "pca",
                "x1,x3",
                "3d:-60:25",
                "3d:12.5:-90",
                "x1,x2,x5:-60:25",
                "1 0 -2; 0 0.5 0.5",
                "1 0; 0 1.0E-7")) {
            assertEquals(text, ShownPlane.parse(text).text());
        }
    }

    @Test
    void whatIsNoPlaneIsToldWithWhatWouldBeOne() {
        for (String text : List.of(
                "",
                "x1",
                "x1,x2,x3,x4",
                "y1,y2",
                "x1,x3:10:20",
                "3d:10",
                "3d:NaN:0",
                "pca;",
                "1 0; 0",
                "1 0; 0 1; 1 1",
                "1 0; 0 Infinity")) {
            String told = assertThrows(IllegalArgumentException.class, () -> ShownPlane.parse(text))
                    .getMessage();
            assertTrue(told.startsWith("'" + text + "' is no projection; expected auto, pca, two coordinates"), told);
        }
    }

    @Test
    void theCameraGoesAroundAndUpButNotOverTheTop() {
        ShownPlane.Space camera = ShownPlane.Space.DEFAULT.turned(250, 100);
        assertEquals(new ShownPlane.Space(List.of(), -170, 90), camera);
    }
}
