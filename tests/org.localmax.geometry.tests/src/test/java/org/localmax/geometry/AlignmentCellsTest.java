package org.localmax.geometry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
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
import org.localmax.testing.GoldenCase;
import org.localmax.testing.RandomCases;
import org.localmax.testing.SeededClouds;

class AlignmentCellsTest {

    private static final Interaction PLANE = Interaction.identity(2);

    static Stream<String> goldenCases() {
        return GoldenCase.read("frank_wolfe_cells.json").getAsJsonObject().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("goldenCases")
    void areasAreTheGoldenOnes(String name) {
        JsonObject golden =
                GoldenCase.read("frank_wolfe_cells.json").getAsJsonObject().getAsJsonObject(name);
        double[][] corners = golden.getAsJsonArray("vertices_ccw").asList().stream()
                .map(row -> numbers(row.getAsJsonArray()))
                .toArray(double[][]::new);
        double[] areas = numbers(golden.getAsJsonArray("cell_areas"));
        PlanarHull hull = PlanarHull.of(Tokens.of(corners));
        assertEquals(golden.get("hull_area").getAsDouble(), hull.area(), 1e-12);
        AlignmentCells cells = name.endsWith("-unit")
                ? AlignmentCells.ofUnitKeys(PLANE, hull, CancellationCheck.NONE)
                : AlignmentCells.of(PLANE, hull);
        int[] vertices = cells.vertices();
        assertEquals(areas.length, vertices.length);
        for (int v = 0; v < vertices.length; v++) {
            assertEquals(areas[vertices[v]], cells.measure(v), 1e-12);
            boolean owns =
                    golden.getAsJsonArray("vertex_owns_cell").get(vertices[v]).getAsBoolean();
            assertEquals(owns, cells.isOwner(v));
        }
        assertTrue(cells.areAllOwned());
        // the cases with tokens on the unit circle, or keys there
        assertEquals(name.contains("eq") || name.endsWith("-unit"), cells.isVoronoi());
    }

    private static double[] numbers(JsonArray array) {
        return array.asList().stream().mapToDouble(x -> x.getAsDouble()).toArray();
    }

    static Stream<SeededClouds> planeClouds() {
        return IntStream.of(1, 2).boxed().flatMap(d -> Clouds.few(d, 1, 2, 3, 6, 12, 40));
    }

    @ParameterizedTest
    @MethodSource("planeClouds")
    void cellsCoverTheHull(SeededClouds cloud) {
        int d = cloud.tokens().dimension();
        Polytope hull = Polytope.of(cloud.tokens());
        double size = cloud.tokens().largestNorm();
        double whole = hull instanceof PlanarHull plane ? plane.area() : ((LinearHull) hull).length();
        RandomCases random = new RandomCases(9);
        for (Interaction b : List.of(Interaction.identity(d), Interaction.of(random.positiveDefinite(d)))) {
            for (AlignmentCells cells :
                    List.of(AlignmentCells.of(b, hull), AlignmentCells.ofUnitKeys(b, hull, CancellationCheck.NONE))) {
                double sum = 0;
                for (int v = 0; v < cells.vertices().length; v++) {
                    assertTrue(cells.measure(v) >= -1e-15 * Math.pow(size, d));
                    sum += cells.measure(v);
                }
                assertEquals(whole, sum, 1e-12 * Math.pow(size, d));
            }
        }
    }

    @Test
    void pointsInsideACellAreBestAlignedWithItsVertexAlone() {
        for (int seed = 0; seed < 50; seed++) {
            RandomCases random = new RandomCases(seed);
            Tokens tokens = Clouds.times(random.gaussian(15, 2), 1);
            Polytope hull = Polytope.of(tokens);
            Interaction b = Interaction.of(random.positiveDefinite(2));
            AlignmentCells cells = AlignmentCells.of(b, hull);
            Random samples = new Random(seed);
            for (int v = 0; v < cells.vertices().length; v++) {
                if (cells.measure(v) > 1e-6) {
                    double[] x = Clouds.inside(Tokens.of(cells.corners(v).toArray(double[][]::new)), samples);
                    double[] direction = new double[2];
                    b.apply(x, 0, direction);
                    assertArrayEquals(new int[] {cells.vertices()[v]}, hull.supporting(direction, 0));
                    assertArrayEquals(new int[] {cells.vertices()[v]}, cells.cellsOf(x, 0));
                }
            }
        }
    }

    static Stream<SeededClouds> clouds() {
        return IntStream.rangeClosed(1, 5).boxed().flatMap(d -> Clouds.few(d, 1, 2, 3, 6, 12));
    }

    @ParameterizedTest
    @MethodSource("clouds")
    void ownersAreThoseOfTheDefinitionInExactArithmetic(SeededClouds cloud) {
        int d = cloud.tokens().dimension();
        Polytope hull = Polytope.of(cloud.tokens());
        int[] vertices = hull.vertices();
        RandomCases random = new RandomCases(2);
        for (Interaction b : List.of(Interaction.identity(d), Interaction.of(random.positiveDefinite(d)))) {
            AlignmentCells cells = AlignmentCells.of(b, hull);
            assertArrayEquals(vertices, cells.vertices());
            for (int v = 0; v < vertices.length; v++) {
                int vertex = vertices[v];
                boolean owns = Arrays.stream(vertices)
                        .allMatch(w -> w == vertex
                                || score(b, cloud.tokens(), vertex, vertex)
                                                .compareTo(score(b, cloud.tokens(), vertex, w))
                                        > 0);
                assertEquals(owns, cells.isOwner(v), "vertex " + vertex);
            }
        }
    }

    /** <B x_i, x_j>, exactly. */
    private static BigDecimal score(Interaction b, Tokens x, int i, int j) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int r = 0; r < x.dimension(); r++) {
            for (int c = 0; c < x.dimension(); c++) {
                sum = sum.add(new BigDecimal(b.get(r, c))
                        .multiply(new BigDecimal(x.get(i, c)))
                        .multiply(new BigDecimal(x.get(j, r))));
            }
        }
        return sum;
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1e-300, 1e150})
    void sideOfATriangleThatOwnsNothing(double unit) {
        PlanarHull hull = PlanarHull.of(Clouds.times(Tokens.of(new double[][] {{3, -1}, {5, 0}, {3, 1}}), unit));
        AlignmentCells cells = AlignmentCells.of(PLANE, hull);
        boolean[] owners = new boolean[3];
        for (int v = 0; v < 3; v++) {
            owners[cells.vertices()[v]] = cells.isOwner(v);
            assertEquals(cells.vertices()[v] == 1 ? hull.area() : 0, cells.measure(v), 1e-15 * unit * unit);
        }
        assertArrayEquals(new boolean[] {false, true, false}, owners);
        assertFalse(cells.areAllOwned());
        assertFalse(cells.isVoronoi());
    }

    @Test
    void cellsOfASquareAreItsQuarters() {
        Polytope square = Polytope.of(Tokens.of(new double[][] {{-1, -1}, {1, -1}, {1, 1}, {-1, 1}}));
        AlignmentCells cells = AlignmentCells.of(PLANE, square);
        for (int v = 0; v < 4; v++) {
            assertEquals(1, cells.measure(v));
            assertEquals(4, cells.corners(v).size());
            assertEquals(2, cells.weight(v));
            assertTrue(cells.isOwner(v));
        }
        assertTrue(cells.isVoronoi());
        assertEquals(4, cells.cellsOf(new double[2], 0).length);
        assertEquals(2, cells.cellsOf(new double[] {1, 0}, 0).length);
    }

    @Test
    void intervalIsSplitAtTheOrigin() {
        Interaction line = Interaction.identity(1);
        AlignmentCells cells = AlignmentCells.of(line, Polytope.of(Tokens.of(new double[][] {{-1}, {3}, {2}})));
        assertEquals(1, cells.measure(0));
        assertEquals(3, cells.measure(1));
        assertTrue(cells.areAllOwned());
        AlignmentCells aside = AlignmentCells.of(line, Polytope.of(Tokens.of(new double[][] {{1}, {3}})));
        assertTrue(aside.corners(0).isEmpty());
        assertEquals(2, aside.measure(1));
        assertFalse(aside.isOwner(0));
        AlignmentCells point = AlignmentCells.of(line, Polytope.of(Tokens.of(new double[] {7})));
        assertTrue(point.areAllOwned());
        assertEquals(1, point.corners(0).size());
    }

    @Test
    void vertexAtTheOriginOwnsNothing() {
        PlanarHull hull = PlanarHull.of(Tokens.of(new double[][] {{0, 0}, {2, -1}, {2, 1}}));
        AlignmentCells cells = AlignmentCells.of(PLANE, hull);
        assertFalse(cells.isOwner(0));
        assertEquals(0, cells.measure(0));
    }

    @Test
    void cellsInSpaceHaveOwnersButNoCorners() {
        AlignmentCells cells = AlignmentCells.of(
                Interaction.identity(3), Polytope.of(SeededClouds.sphere(new RandomCases(1).gaussian(500, 3))));
        assertTrue(cells.areAllOwned());
        assertTrue(cells.isVoronoi());
        assertThrows(UnsupportedOperationException.class, () -> cells.corners(0));
    }

    @Test
    void interactionMustBePositiveDefinite() {
        Polytope square = Polytope.of(Tokens.of(new double[][] {{-1, -1}, {1, -1}, {1, 1}, {-1, 1}}));
        Interaction b = Interaction.of(new double[][] {{-1, 0}, {0, -1}});
        assertThrows(IllegalArgumentException.class, () -> AlignmentCells.of(b, square));
    }
}
