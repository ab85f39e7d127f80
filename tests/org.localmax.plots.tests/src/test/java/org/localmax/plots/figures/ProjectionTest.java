package org.localmax.plots.figures;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Tokens;
import org.localmax.plots.Axis;
import org.localmax.plots.Mark;
import org.localmax.plots.Note;

class ProjectionTest {

    private static final CancellationCheck WANTED = CancellationCheck.NONE;

    private static Tokens cloud(int count, int dimension) {
        Random random = new Random(3);
        double[] rows = new double[count * dimension];
        for (int k = 0; k < rows.length; k++) {
            rows[k] = random.nextGaussian();
        }
        return Tokens.ofRows(count, dimension, rows);
    }

    private static Projection space(Tokens tokens, double turn, double rise) {
        return Projection.space(tokens, List.of(), turn, rise, WANTED);
    }

    @Test
    void theCameraSeesRightAndUpAsTwoPerpendicularDirections() {
        Projection seen = space(cloud(20, 3), 37, 21);
        double right = 0;
        double up = 0;
        double both = 0;
        for (int k = 0; k < 3; k++) {
            right += seen.horizontal()[k] * seen.horizontal()[k];
            up += seen.vertical()[k] * seen.vertical()[k];
            both += seen.horizontal()[k] * seen.vertical()[k];
        }
        assertArrayEquals(new double[] {1, 1, 0}, new double[] {right, up, both}, 1e-15);
    }

    @Test
    void fromTheFrontOneSeesTheSecondCoordinateAndTheThird() {
        Tokens tokens = cloud(20, 3);
        Projection front = space(tokens, 0, 0);
        assertEquals(tokens.get(4, 1) - tokens.get(9, 1), front.x(tokens)[4] - front.x(tokens)[9], 1e-14);
        assertEquals(tokens.get(4, 2) - tokens.get(9, 2), front.y(tokens)[4] - front.y(tokens)[9], 1e-14);
        Projection above = space(tokens, -90, 90);
        assertEquals(tokens.get(4, 0) - tokens.get(9, 0), above.x(tokens)[4] - above.x(tokens)[9], 1e-14);
        assertEquals(tokens.get(4, 1) - tokens.get(9, 1), above.y(tokens)[4] - above.y(tokens)[9], 1e-14);
    }

    @Test
    void turningIsTheSameAsLookingFromThere() {
        for (int d : new int[] {3, 6}) {
            Tokens tokens = cloud(50, d);
            Projection there = space(tokens, 40, -15);
            Projection turned = space(tokens, -60, 25).turned(40, -15);
            assertArrayEquals(there.x(tokens), turned.x(tokens));
            assertArrayEquals(there.y(tokens), turned.y(tokens));
            assertEquals(there.remark(), turned.remark());
            assertEquals(there.seen(), turned.seen());
            List<Mark> words = there.frame().subList(1, there.frame().size());
            assertEquals(words, turned.frame().subList(1, turned.frame().size()));
        }
        Projection plane = Projection.natural(cloud(5, 2), WANTED);
        assertThrows(IllegalStateException.class, () -> plane.turned(1, 1));
    }

    @Test
    void allTokensAreSeenHoweverTheSpaceIsTurned() {
        Tokens tokens = cloud(200, 3);
        for (int turn = 0; turn < 360; turn += 30) {
            Projection seen = space(tokens, turn, turn / 4.0 - 45);
            for (int i = 0; i < tokens.count(); i++) {
                assertTrue(
                        Math.abs(seen.x(tokens)[i]) < seen.seen().orElseThrow().high());
                assertTrue(
                        Math.abs(seen.y(tokens)[i]) < seen.seen().orElseThrow().high());
            }
        }
    }

    @Test
    void theBoxNamesItsDirectionsAndTheCaptionTheCamera() {
        Projection five = space(cloud(50, 5), -60, 25);
        List<String> words = five.frame().stream()
                .filter(Note.class::isInstance)
                .map(note -> ((Note) note).text())
                .toList();
        assertTrue(words.stream().anyMatch(each -> each.matches("PC 3 \\([\\d.]+ %\\)")), words.toString());
        assertTrue(five.remark().startsWith("Shown are the three principal axes of the tokens at the start, with "));
        assertTrue(
                five.remark().endsWith("turned by -60° and from 25° above; distances may look shorter than they are."));
        assertEquals(Axis.Kind.HIDDEN, five.horizontalAxis().kind());
        Projection chosen = Projection.space(cloud(50, 5), List.of(0, 4, 2), 0, 0, WANTED);
        assertTrue(chosen.remark().startsWith("Shown are x₁, x₅, x₃ of 5 coordinates"), chosen.remark());
        assertThrows(IllegalArgumentException.class, () -> space(cloud(5, 2), 0, 0));
        assertThrows(
                IllegalArgumentException.class, () -> Projection.space(cloud(5, 4), List.of(0, 1, 4), 0, 0, WANTED));
    }

    /** However small the picture is, they do not cover each other. */
    @Test
    void theNumbersThatMeetAtTheLowestCornerStandToItsLeftAndToItsRight() {
        for (int turn = -175; turn < 180; turn += 20) {
            List<Note> words = space(cloud(50, 3), turn, 25).frame().stream()
                    .filter(Note.class::isInstance)
                    .map(Note.class::cast)
                    .toList();
            double lowest = words.stream().mapToDouble(Note::y).min().orElseThrow();
            List<Note> there =
                    words.stream().filter(word -> word.y() < lowest + 1e-12).toList();
            assertEquals(2, there.size(), words.toString());
            assertEquals(there.get(0).x(), there.get(1).x(), 1e-12);
            assertEquals(
                    Set.of(Note.Place.LEFT, Note.Place.RIGHT),
                    Set.of(there.get(0).place(), there.get(1).place()));
        }
    }

    @Test
    void aMatrixIsMultipliedWithTheTokensAndItsRowsAreOnTheAxes() {
        Tokens tokens = cloud(10, 3);
        Projection map = Projection.matrix(3, new double[] {1, 0, -2}, new double[] {0, 0.5, 1});
        assertEquals(tokens.get(7, 0) - 2 * tokens.get(7, 2), map.x(tokens)[7], 1e-15);
        assertEquals(tokens.get(7, 1) / 2 + tokens.get(7, 2), map.y(tokens)[7], 1e-15);
        assertEquals("x₁ − 2 x₃", map.horizontalLabel());
        assertEquals("0.5 x₂ + x₃", map.verticalLabel());
        assertThrows(IllegalArgumentException.class, () -> Projection.matrix(3, new double[3], new double[] {0, 1, 0}));
        assertThrows(
                IllegalArgumentException.class, () -> Projection.matrix(3, new double[] {1, 0}, new double[] {0, 1}));
    }
}
