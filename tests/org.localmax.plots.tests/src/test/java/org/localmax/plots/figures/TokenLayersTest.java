package org.localmax.plots.figures;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.localmax.analysis.Clusters;
import org.localmax.analysis.frankwolfe.VertexCells;
import org.localmax.analysis.limits.QuiescentSet;
import org.localmax.dynamics.Attention;
import org.localmax.dynamics.AttentionRule.HegselmannKrause;
import org.localmax.dynamics.AttentionRule.Localmax;
import org.localmax.dynamics.AttentionRule.Scale;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.Schedule;
import org.localmax.dynamics.State;
import org.localmax.dynamics.StepSize;
import org.localmax.dynamics.TiePolicy;
import org.localmax.dynamics.Tokens;
import org.localmax.geometry.InteractionNorm;
import org.localmax.plots.Axis;
import org.localmax.plots.Colouring;
import org.localmax.plots.Disc;
import org.localmax.plots.Ink;
import org.localmax.plots.Mark;
import org.localmax.plots.Note;
import org.localmax.plots.Panel;
import org.localmax.plots.Paths;
import org.localmax.plots.Points;
import org.localmax.plots.Polygon;

/** What is drawn with tokens, against the mathematics. */
class TokenLayersTest {

    private static final CancellationCheck WANTED = CancellationCheck.NONE;

    private static Tokens cloud(int count, int dimension, long seed) {
        Random random = new Random(seed);
        return Tokens.ofRows(
                count,
                dimension,
                random.doubles((long) count * dimension, -1, 1).toArray());
    }

    private static Attention localmax(Tokens tokens, double delta, Interaction interaction) {
        Localmax rule = new Localmax(new Schedule.Constant(delta), Scale.NORMALIZED);
        return new Dynamics(rule, interaction, StepSize.alpha(1), TiePolicy.DEFAULT).attention(State.initial(tokens));
    }

    private static boolean contains(Polygon polygon, double x, double y) {
        double sign = 0;
        int count = polygon.x().length;
        for (int c = 0; c < count; c++) {
            int next = (c + 1) % count;
            double turn = (polygon.x()[next] - polygon.x()[c]) * (y - polygon.y()[c])
                    - (polygon.y()[next] - polygon.y()[c]) * (x - polygon.x()[c]);
            if (Math.abs(turn) > 1e-9) {
                if (sign * turn < 0) {
                    return false;
                }
                sign = turn;
            }
        }
        return true;
    }

    @Test
    void aStripHoldsTheNeighboursAndNobodyElse() {
        Interaction stretched = Interaction.of(new double[] {2, 0.5}, new double[] {0.5, 1});
        for (Interaction interaction : List.of(Interaction.identity(2), stretched)) {
            Tokens tokens = cloud(60, 2, 3);
            Attention attention = localmax(tokens, 0.4, interaction);
            for (int i = 0; i < 20; i++) {
                List<Mark> marks = StripBand.of(attention, i, 4);
                Polygon band = assertInstanceOf(Polygon.class, marks.getFirst());
                assertEquals("strip of token " + i, band.label());
                assertFalse(band.stretches());
                int[] neighbours = IntStream.range(0, 60)
                        .filter(j -> contains(band, tokens.get(j, 0), tokens.get(j, 1)))
                        .toArray();
                assertArrayEquals(attention.row(i).neighbours(), neighbours, "token " + i);
            }
        }
    }

    @Test
    void theStripOfBoundedConfidenceIsABall() {
        Dynamics dynamics = new Dynamics(
                new HegselmannKrause(new Schedule.Constant(0.3)),
                Interaction.identity(2),
                StepSize.alpha(1),
                TiePolicy.DEFAULT);
        Attention attention = dynamics.attention(State.initial(cloud(5, 2, 1)));
        Disc ball = assertInstanceOf(Disc.class, StripBand.of(attention, 2, 0).getFirst());
        assertEquals(0.3, ball.radius());
        assertEquals(attention.state().tokens().get(2, 1), ball.y());
    }

    @Test
    void theBallOfAQuiescentSetIsOneInTheNormOfA() {
        Interaction a = Interaction.of(new double[] {2, 0.7}, new double[] {0.7, 1});
        QuiescentSet set = new QuiescentSet(
                0,
                new double[] {0.4, -1},
                0.25,
                new int[] {1},
                OptionalLong.of(24),
                0,
                OptionalLong.empty(),
                OptionalInt.empty(),
                0,
                0.5,
                0.5,
                2,
                1,
                1,
                OptionalLong.empty());
        List<Mark> marks = NormBall.of(List.of(set), a);
        Polygon ball = assertInstanceOf(Polygon.class, marks.getFirst());
        InteractionNorm norm = InteractionNorm.of(a);
        double highest = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < ball.x().length; c++) {
            assertEquals(0.25, norm.of(new double[] {ball.x()[c] - 0.4, ball.y()[c] + 1}), 1e-14);
            highest = Math.max(highest, ball.y()[c]);
        }
        Note entry = assertInstanceOf(Note.class, marks.getLast());
        assertEquals("T = 24", entry.text());
        assertEquals(highest, entry.y(), 1e-2);
        assertInstanceOf(
                Disc.class, NormBall.of(List.of(set), Interaction.identity(2)).getFirst());
    }

    /** The cells of the vertices cover the hull. */
    @Test
    void theAreasOfCellsAddUpToThatOfTheHull() {
        Tokens tokens = cloud(30, 2, 8);
        VertexCells cells = new VertexCells(Interaction.identity(2), tokens, 1e-12, WANTED);
        double sum = 0;
        for (Mark mark : CellAreas.of(cells)) {
            sum += area((Polygon) mark);
        }
        Polygon hull = (Polygon) HullOutline.ofTokens(tokens, Projection.natural(tokens, WANTED), WANTED)
                .getFirst();
        assertEquals(area(hull), sum, 1e-12);
    }

    private static double area(Polygon polygon) {
        double sum = 0;
        int count = polygon.x().length;
        for (int c = 0; c < count; c++) {
            int next = (c + 1) % count;
            sum += polygon.x()[c] * polygon.y()[next] - polygon.x()[next] * polygon.y()[c];
        }
        return Math.abs(sum) / 2;
    }

    @Test
    void aHullHoldsAllTokensAsTheyAreSeen() {
        for (int d : new int[] {2, 3, 6}) {
            Tokens tokens = cloud(50, d, d);
            Projection projection = Projection.natural(tokens, WANTED);
            Polygon hull =
                    (Polygon) HullOutline.ofTokens(tokens, projection, WANTED).getFirst();
            double[] x = projection.x(tokens);
            double[] y = projection.y(tokens);
            for (int i = 0; i < 50; i++) {
                assertTrue(contains(hull, x[i], y[i]), "token " + i);
            }
        }
    }

    @Test
    void whatAProjectionLeavesOutIsSaid() {
        Tokens tokens = cloud(40, 5, 2);
        assertTrue(Projection.natural(cloud(4, 2, 1), WANTED).remark().isEmpty());
        Projection principal = Projection.natural(tokens, WANTED);
        assertTrue(principal.remark().contains("two principal axes")
                && principal.remark().contains("% of their variance"));
        assertTrue(principal.horizontalLabel().matches("PC 1 \\([\\d.]+ %\\)"));
        Projection pair = Projection.coordinates(5, 0, 3);
        assertEquals("x₄", pair.verticalLabel());
        assertEquals(tokens.get(7, 3), pair.y(tokens)[7]);
        assertFalse(pair.isWhole());
        assertThrows(IllegalArgumentException.class, () -> Projection.coordinates(5, 0, 5));
        assertEquals("x₁₂", Projection.coordinate(11));
    }

    @Test
    void tokensOfDimensionOneAreOnALine() {
        Tokens tokens = Tokens.of(new double[] {3}, new double[] {-1});
        Projection line = Projection.natural(tokens, WANTED);
        Panel panel = TokenPanel.of("", line, TokenSymbols.alike(tokens, line));
        assertEquals(Axis.Kind.HIDDEN, panel.vertical().kind());
        assertArrayEquals(new double[] {3, -1}, line.x(tokens));
        assertArrayEquals(new double[2], line.y(tokens));
    }

    @Test
    void aTrailEndsAtItsToken() {
        List<Tokens> states = List.of(cloud(6, 2, 1), cloud(6, 2, 2), cloud(6, 2, 3));
        Projection plane = Projection.coordinates(2, 0, 1);
        Paths trails = (Paths)
                TokenTrails.of(states, plane, new int[] {0, 0, 1, 1, 2, 2}).getFirst();
        assertEquals(6, trails.x().length);
        for (int i = 0; i < 6; i++) {
            assertEquals(states.getFirst().get(i, 0), trails.x()[i][0]);
            assertEquals(states.getLast().get(i, 1), trails.y()[i][2]);
        }
        assertTrue(Arrays.stream(trails.x()).allMatch(row -> row.length == 3));
    }

    @Test
    void ofVeryManyLimitsTheLargestHaveColoursAndTheOthersAreGrey() {
        List<double[]> tokens = new ArrayList<>();
        for (int limit = 0; limit < 12; limit++) {
            for (int member = 0; member <= limit; member++) {
                tokens.add(new double[] {limit, 0});
            }
        }
        Clusters many = Clusters.of(Tokens.of(tokens.toArray(double[][]::new)), 1e-9);
        int[] categories = LimitColours.of(many);
        assertEquals(7, IntStream.of(categories).filter(c -> c != 6).distinct().count());
        assertEquals(0, categories[categories.length - 1], "the largest is the first");
        assertEquals(6, categories[0], "a small one is grey");
        assertTrue(LimitColours.remark(many).contains("7 largest of 12"));
        Clusters few = Clusters.of(Tokens.of(new double[] {0}, new double[] {1}), 1e-9);
        assertArrayEquals(few.labels(), LimitColours.of(few));
        assertEquals("", LimitColours.remark(few));
    }

    /** No attractor has the colour of leaders, which may be any token. */
    @Test
    void leadersHaveNoColourOfACategory() {
        Tokens tokens = cloud(6, 2, 1);
        Points leaders = (Points) TokenSymbols.leaders(tokens, i -> i == 2, Projection.natural(tokens, WANTED))
                .getFirst();
        assertEquals(new Colouring.Uniform(Ink.FOREGROUND), leaders.colouring());
        assertTrue(TokenSymbols.isAbove(tokens));
        assertFalse(TokenSymbols.isAbove(cloud(2000, 2, 1)));
    }
}
