package org.localmax.plots.figures;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.localmax.analysis.KaplanMeier;
import org.localmax.analysis.limits.LyapunovCandidate;
import org.localmax.dynamics.Attention;
import org.localmax.dynamics.AttentionRule.Softmax;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.Row;
import org.localmax.dynamics.Schedule;
import org.localmax.dynamics.State;
import org.localmax.dynamics.StepSize;
import org.localmax.dynamics.TiePolicy;
import org.localmax.dynamics.Tokens;
import org.localmax.plots.Axis;
import org.localmax.plots.Bars;
import org.localmax.plots.Curve;
import org.localmax.plots.Figure;
import org.localmax.plots.Guide;
import org.localmax.plots.LegendEntry;
import org.localmax.plots.Line;
import org.localmax.plots.Mark;
import org.localmax.plots.Panel;
import org.localmax.plots.Paths;
import org.localmax.plots.Points;
import org.localmax.plots.Polygon;
import org.localmax.plots.Tiles;

/** Curves over time, histograms and maps: marks, labels, ranges and values. */
class TimeFiguresTest {

    private static List<String> labels(Panel panel) {
        return panel.marks().stream()
                .map(Mark::label)
                .filter(label -> !label.isEmpty())
                .toList();
    }

    private static <T extends Mark> T only(Class<T> kind, Panel panel) {
        List<Mark> found = panel.marks().stream().filter(kind::isInstance).toList();
        assertEquals(1, found.size(), found.toString());
        return kind.cast(found.getFirst());
    }

    @Test
    void anObservableThatSpansDecadesIsSeenByItsLogarithm() {
        double[] steps = {0, 1, 2};
        assertEquals(
                Axis.Kind.LOGARITHMIC,
                ObservablePanel.of("r", steps, new double[] {1, 1e-5, 0})
                        .vertical()
                        .kind());
        assertEquals(
                Axis.Kind.LINEAR,
                ObservablePanel.of("r", steps, new double[] {1.5, -1e5, 0})
                        .vertical()
                        .kind());
        Panel counts = ObservablePanel.of("clusters", steps, new double[] {9, Double.NaN, 2});
        assertEquals(Axis.Kind.WHOLE, counts.vertical().kind());
        assertEquals("clusters", counts.vertical().label());
        assertTrue(labels(counts).isEmpty());
    }

    @Test
    void theGuideOfTheDistancesFallsWithTheSlope() {
        double[] steps = {0, 1, 2, 3};
        double[][] distances = {{4, 2, 1, 0}, {0.5, 0.25, 0.125, 1e-30}};
        Panel panel = LimitDistances.of(
                steps, distances, new int[] {0, 1}, Optional.of(new double[] {1, .5, .25, .125}), "slope", 1e-3);
        Curve guide = only(Curve.class, panel);
        assertArrayEquals(new double[] {4, 2, 1, 0.5}, guide.y());
        assertEquals(List.of("tokens, by limit", "slope", "not known below"), labels(panel));
        assertTrue(panel.verticalRange().contains(4));
        assertFalse(panel.verticalRange().contains(1e-30), "what rounding made is not worth its room");
        assertEquals(1e-3, only(Guide.class, panel).value());
    }

    @Test
    void ofManyTokensTheQuartilesOfTheCountsAreSeen() {
        Random random = new Random(4);
        int[][] counts = new int[3][];
        Arrays.setAll(counts, s -> random.ints(101, 1, 50).toArray());
        Panel panel = NeighbourCounts.of(new double[] {0, 1, 2}, counts, new int[101]);
        Curve median = only(Curve.class, panel);
        for (int s = 0; s < 3; s++) {
            int[] sorted = Arrays.stream(counts[s]).sorted().toArray();
            assertEquals(sorted[50], median.y()[s]);
            Polygon all = (Polygon) panel.marks().getFirst();
            assertEquals(sorted[0], all.y()[s]);
            assertEquals(sorted[100], all.y()[5 - s]);
        }
        Panel few = NeighbourCounts.of(new double[] {0, 4}, new int[][] {{1, 2}, {2, 2}}, new int[] {0, 0});
        assertArrayEquals(new double[] {1, 1, 2, 2}, only(Paths.class, few).y()[0]);
        assertArrayEquals(new double[] {0, 4, 4, 4}, only(Paths.class, few).x()[0]);
    }

    @Test
    void aMapHoldsTheWeightsOfTheDefinition() {
        Random random = new Random(2);
        Tokens tokens = Tokens.ofRows(12, 2, random.doubles(24, -1, 1).toArray());
        Attention attention = new Dynamics(
                        new Softmax(new Schedule.Constant(3)),
                        Interaction.identity(2),
                        StepSize.alpha(1),
                        TiePolicy.DEFAULT)
                .attention(State.initial(tokens));
        int[] clusters = {1, 0, 1, 0, 2, 0, 1, 1, 2, 0, 0, 1};
        int[] order = AttentionMap.shown(clusters);
        assertArrayEquals(new int[] {1, 3, 5, 9, 10, 0, 2, 6, 7, 11, 4, 8}, order);
        Tiles tiles = only(Tiles.class, AttentionMap.of(attention, order));
        for (int k = 0; k < 12; k++) {
            Row row = attention.row(order[k]);
            for (int l = 0; l < 12; l++) {
                int tile = (11 - k) * 12 + l; // the first receiver is above
                assertEquals(row.weights()[order[l]], tiles.values()[tile]);
                assertEquals(l, tiles.left()[tile]);
            }
        }
        assertEquals(AttentionMap.MOST_TOKENS, AttentionMap.shown(new int[5_000]).length);
    }

    @Test
    void everyTokenIsInABarOfTheGaps() {
        double[] gaps = {-1e-17, 0, 1e-12, 2.25, 2.25, 0.01};
        Panel panel = GapHistogram.of(gaps, 1e-8, true);
        List<Bars> bars = panel.marks().stream()
                .filter(Bars.class::isInstance)
                .map(Bars.class::cast)
                .toList();
        Bars outside = bars.getFirst();
        Bars inside = bars.getLast();
        assertEquals("limit outside S(K)", outside.label());
        assertEquals(3, Arrays.stream(inside.heights()).sum());
        assertEquals(4, outside.heights()[0], "one above the three that are in S(K)");
        assertEquals(2, outside.heights()[outside.heights().length - 1]);
        assertEquals(2.25, outside.edges()[outside.edges().length - 1]);
        Panel moving = GapHistogram.of(gaps, 1e-8, false);
        assertEquals("gap where the token is", moving.horizontal().label());
        assertTrue(moving.marks().stream().noneMatch(mark -> mark.label().contains("S(K)")));
        Panel none = GapHistogram.of(new double[] {0, 1e-18}, 1e-8, true);
        assertEquals(2, Arrays.stream(only(Bars.class, none).heights()).sum());
    }

    @Test
    void theFirstViolationOfTheBoundIsMarked() {
        double[] steps = {1, 2, 3, 4};
        Panel panel = EnergyDecay.of(
                steps,
                new double[] {4, 3, 2.5, 2.4},
                new double[] {8, 4, 2, 1},
                new boolean[] {false, false, true, true},
                OptionalLong.of(2));
        Points cross = only(Points.class, panel);
        assertEquals("first above the bound, t = 3", cross.label());
        assertEquals(2.5, cross.y()[0]);
        Polygon shade = only(Polygon.class, panel);
        assertArrayEquals(new double[] {2, 4, 4, 2}, shade.x());
        Panel held = EnergyDecay.of(
                steps, new double[] {4, 3, 2, 1}, new double[] {8, 4, 4, 4}, new boolean[4], OptionalLong.empty());
        assertEquals(List.of("bound 2/t λ diam²", "greatest J(xᵢ)"), labels(held));
    }

    @Test
    void everyIncreaseOfALyapunovCandidateIsMarked() {
        LyapunovCandidate rises =
                LyapunovCandidate.of("x", "all_pairs", false, new double[] {8, 4, 6, 6 + 1e-15, 2}, 10, 1e-13);
        LyapunovCandidate falls = LyapunovCandidate.of("y", "diameter", true, new double[] {2, 1}, 10, 1e-13);
        Panel panel = LyapunovCurves.of(List.of(rises, falls), 1e-13);
        Points marks = labelled("increases", panel);
        assertArrayEquals(new double[] {12}, marks.x());
        assertArrayEquals(new double[] {0.75}, marks.y());
        Curve first = (Curve) panel.marks().getFirst();
        assertEquals("Σ |xᵢ − xⱼ|²", first.label());
        assertArrayEquals(new double[] {10, 11, 12, 13, 14}, first.x());
        assertEquals(1, first.y()[0]);
        assertEquals(
                List.of("Σ |xᵢ − xⱼ|²", "y", "increases"),
                labels(panel).stream().distinct().toList());
    }

    private static Points labelled(String label, Panel panel) {
        return panel.marks().stream()
                .filter(mark -> mark instanceof Points && mark.label().equals(label))
                .map(Points.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void lyapunovCandidatesThatLieOnEachOtherAreToldApart() {
        double[] ones = new double[40];
        Arrays.fill(ones, 1);
        List<LyapunovCandidate> all = List.of(
                LyapunovCandidate.of("V", "adjoint", true, ones, 0, 1e-13),
                LyapunovCandidate.of("diameter", "diameter", true, ones, 0, 1e-13),
                LyapunovCandidate.of("perimeter", "perimeter", true, ones, 0, 1e-13));
        Panel panel = LyapunovCurves.of(all, 1e-13);
        Set<Double> taken = new HashSet<>();
        for (String label : List.of("V, adjoint", "diameter", "perimeter")) {
            for (double t : labelled(label, panel).x()) {
                assertTrue(taken.add(t), label + " has its symbol at " + t + " beside another one");
            }
        }
        assertEquals(
                List.of("V, adjoint", "diameter", "perimeter"),
                Figure.of(panel, "").legend().stream().map(LegendEntry::label).toList());
        assertEquals(2, Figure.of(panel, "").legend().getFirst().samples().size(), "a line and a symbol");
        Panel alone = LyapunovCurves.of(all.subList(2, 3), 1e-13);
        assertEquals(
                line(panel, "perimeter"),
                line(alone, "perimeter"),
                "a candidate looks the same whichever others there are");
    }

    private static Line line(Panel panel, String label) {
        return panel.marks().stream()
                .filter(mark -> mark instanceof Curve && mark.label().equals(label))
                .map(mark -> ((Curve) mark).line())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void survivalStartsAtOneAndIsCrossedWhereItIsCensored() {
        Map<String, KaplanMeier> groups = new LinkedHashMap<>();
        groups.put("hardmax", KaplanMeier.of(new double[] {2, 5}, new boolean[] {true, true}));
        groups.put("localmax", KaplanMeier.of(new double[] {3, 9}, new boolean[] {true, false}));
        Panel panel = SurvivalCurves.of("share", groups);
        Curve localmax = (Curve) panel.marks().get(1);
        assertTrue(localmax.stepped());
        assertArrayEquals(new double[] {0, 3, 9}, localmax.x());
        assertArrayEquals(new double[] {1, 0.5, 0.5}, localmax.y());
        Points cross = only(Points.class, panel);
        assertEquals(9, cross.x()[0]);
        assertEquals(
                List.of("hardmax: 2, median 2", "localmax: 2, median 3, 1 censored", "not settled at the end"),
                labels(panel));
    }

    @Test
    void aPhaseDiagramHasATileAroundEachPoint() {
        double[] x = {0, 0, 1, 1, 3, 3, 3};
        double[] y = {2, 4, 2, 4, 2, 4, 4};
        double[] values = {1, 2, 3, Double.NaN, 5, 6, 8};
        Panel panel = PhaseDiagram.of(new PhaseDiagram.Labels("δ", "α", "clusters"), x, y, values);
        Tiles tiles = only(Tiles.class, panel);
        assertEquals(6, tiles.count());
        String cells = IntStream.range(0, 6)
                .mapToObj(k -> tiles.left()[k] + ".." + tiles.right()[k] + " " + tiles.bottom()[k] + ".."
                        + tiles.top()[k] + ": " + tiles.values()[k])
                .collect(Collectors.joining("\n"));
        assertEquals("""
                -0.5..0.5 1.0..3.0: 1.0
                0.5..2.0 1.0..3.0: 3.0
                2.0..4.0 1.0..3.0: 5.0
                -0.5..0.5 3.0..5.0: 2.0
                0.5..2.0 3.0..5.0: NaN
                2.0..4.0 3.0..5.0: 7.0""", cells);
        assertEquals("failed", tiles.label());
        assertEquals("clusters", tiles.colours().label());
        assertEquals(7, tiles.colours().high());
        assertThrows(
                IllegalArgumentException.class,
                () -> PhaseDiagram.of(new PhaseDiagram.Labels("", "", ""), new double[0], y, values));
    }

    @Test
    void comparedPanelsHaveTheSameAxes() {
        Panel small = ObservablePanel.of("a", new double[] {0, 1}, new double[] {0.5, 1});
        Panel large = ObservablePanel.of("a", new double[] {0, 10}, new double[] {-5.5, 2});
        Figure figure = Comparison.of(List.of(small, large), "caption");
        assertEquals(2, figure.columns());
        Panel first = assertInstanceOf(Panel.class, figure.panels().getFirst());
        assertEquals(first.horizontalRange(), figure.panels().getLast().horizontalRange());
        assertEquals(first.verticalRange(), figure.panels().getLast().verticalRange());
        assertTrue(
                first.verticalRange().contains(-5.5) && first.horizontalRange().contains(10));
        assertEquals(2, Comparison.of(List.of(small, small, small, small), "").rows());
        assertThrows(IllegalArgumentException.class, () -> Comparison.of(List.of(), ""));
    }
}
