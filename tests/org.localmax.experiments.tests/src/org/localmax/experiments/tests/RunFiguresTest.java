package org.localmax.experiments.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.localmax.data.DataException;
import org.localmax.experiments.InvalidInputException;
import org.localmax.experiments.Planner;
import org.localmax.experiments.RecordedRun;
import org.localmax.experiments.RunListener;
import org.localmax.experiments.RunOptions;
import org.localmax.experiments.RunPlan;
import org.localmax.experiments.Runner;
import org.localmax.experiments.figures.FigureKind;
import org.localmax.experiments.figures.FigureRequest;
import org.localmax.experiments.figures.FilmCamera;
import org.localmax.experiments.figures.FilmSpan;
import org.localmax.experiments.figures.PhaseTable;
import org.localmax.experiments.figures.RunFigures;
import org.localmax.experiments.figures.RunFilm;
import org.localmax.experiments.figures.ShownStep;
import org.localmax.experiments.figures.TokenLayer;
import org.localmax.model.Experiment;
import org.localmax.model.FrankWolfeRule;
import org.localmax.model.Sense;
import org.localmax.plots.Bars;
import org.localmax.plots.Curve;
import org.localmax.plots.Figure;
import org.localmax.plots.Mark;
import org.localmax.plots.Panel;
import org.localmax.plots.Paths;
import org.localmax.plots.Points;
import org.localmax.plots.Tiles;

/** Figures of capsules show what was run, and say what they leave out. */
class RunFiguresTest {

    private static final RunOptions OPTIONS = new RunOptions(1, false);

    @TempDir
    Path folder;

    private final RunFigures figures = new RunFigures(OPTIONS, RunListener.NONE);

    private RecordedRun run(Experiment experiment, String name) throws Exception {
        List<RunPlan> plans = Planner.plan(experiment, folder);
        Runner.run(plans.getLast(), folder.resolve(name), OPTIONS, RunListener.NONE);
        return RecordedRun.open(folder.resolve(name));
    }

    /** Remark 3.1 of the paper on localmax: the third token ends at (2, 2.5), outside S(K). */
    private RecordedRun outside() throws Exception {
        Experiment experiment = Experiments.hardmax("4 0", "0 5", "2.1 2.4");
        experiment.setSteps(70);
        Experiments.addLocalmax(experiment, "strip", "1.5");
        return run(experiment, "outside");
    }

    private static Mark labelled(Figure figure, String label) {
        return figure.panels().stream()
                .flatMap(panel -> panel.marks().stream())
                .filter(mark -> mark.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + label + " among " + figure.legend()));
    }

    @Test
    void tokensAreSeenWithTheirLimits() throws Exception {
        try (RecordedRun run = outside()) {
            Figure figure = figures.of(FigureKind.TOKENS, FigureRequest.DEFAULT, run);
            Points cross = (Points) labelled(figure, "limits outside S(K)");
            assertArrayEquals(new double[] {2}, cross.x(), 1e-9);
            assertArrayEquals(new double[] {2.5}, cross.y(), 1e-9);
            assertEquals(2, ((Points) labelled(figure, "vertices of K")).count());
            Paths trails = (Paths) labelled(figure, "trails");
            assertEquals(2.1, trails.x()[2][0]);
            assertTrue(
                    figure.caption()
                            .startsWith("localmax (δ = 1.5, scale = normalized), α = 1, A = I; 3 tokens in R²,"
                                    + " t = 70 of 70."),
                    figure.caption());
            assertTrue(figure.caption().contains("tie tolerance 1e-12"), figure.caption());
            Panel panel = figure.panels().getFirst();
            assertTrue(panel.equalScale());
            assertEquals("x₁", panel.horizontal().label());
        }
    }

    @Test
    void distancesFallFromTheirFirstStep() throws Exception {
        try (RecordedRun run = outside()) {
            Figure figure = figures.of(FigureKind.DISTANCES, FigureRequest.DEFAULT, run);
            Paths tokens = (Paths) labelled(figure, "tokens, by limit");
            double[] third = tokens.y()[2];
            assertEquals(Math.sqrt(0.02), third[0], 1e-9);
            assertEquals(2.0 / 3, third[5] / third[4], 1e-6);
            Curve guide = (Curve) labelled(figure, "(1+α)⁻ᵗ, slope −log(1+α)");
            assertEquals(0.5, guide.y()[5] / guide.y()[4], 1e-15);
        }
    }

    @Test
    void theGapOfTheLimitOutsideIsInItsBar() throws Exception {
        try (RecordedRun run = outside()) {
            Figure figure = figures.of(FigureKind.GAPS, FigureRequest.DEFAULT, run);
            Bars bars = (Bars) labelled(figure, "limit outside S(K)");
            assertEquals(2.25, bars.edges()[bars.edges().length - 1], 1e-9);
            assertTrue(figure.caption().contains("1 of 3 tokens has its limit outside S(K)"), figure.caption());
        }
    }

    @Test
    void weightsAreThoseOfTheStepAskedFor() throws Exception {
        try (RecordedRun run = outside()) {
            Figure figure = figures.of(FigureKind.ATTENTION, FigureRequest.DEFAULT.at(new ShownStep.First()), run);
            Tiles tiles = (Tiles) figure.panels().getFirst().marks().getFirst();
            assertEquals(9, tiles.count());
            for (int k = 0; k < 3; k++) {
                int[] row = run.attention(0).row(2 - k).neighbours();
                for (int l = 0; l < 3; l++) {
                    // tokens have clusters in their order here, the first receiver above
                    double weight = Arrays.binarySearch(row, l) >= 0 ? 1.0 / row.length : 0;
                    assertEquals(weight, tiles.values()[3 * k + l], 1e-15);
                }
            }
        }
    }

    @Test
    void whatCannotBeShownSaysWhyAndWhatWould() throws Exception {
        try (RecordedRun run = outside()) {
            String decay = refused(FigureKind.DECAY, FigureRequest.DEFAULT, run);
            assertTrue(
                    decay.contains("this run is localmax") && decay.contains("expected frank-wolfe:sense=min"), decay);
            String step = refused(FigureKind.TOKENS, FigureRequest.DEFAULT.at(new ShownStep.At(71)), run);
            assertTrue(
                    step.contains("step 71 is not among the 71 recorded ones; expected one of them, such as 70"), step);
            FigureRequest cells = FigureRequest.DEFAULT.with(EnumSet.of(TokenLayer.CELLS));
            assertTrue(refused(FigureKind.TOKENS, cells, run).contains("the layer cells"), cells.toString());
            String column =
                    refused(FigureKind.OBSERVABLES, FigureRequest.DEFAULT.withObservables(List.of("energy")), run);
            assertTrue(column.contains("there is no observable energy; expected some of [hull_area"), column);
            String token = refused(FigureKind.TOKENS, FigureRequest.DEFAULT.withTokens(List.of(3)), run);
            assertTrue(token.contains("there is no token 3; expected 0..2"), token);
        }
        Experiment moving = Experiments.hardmax("1 1", "-1 0.5", "0.2 0");
        moving.setSteps(1);
        try (RecordedRun run = run(moving, "moving")) {
            String distances = refused(FigureKind.DISTANCES, FigureRequest.DEFAULT, run);
            assertTrue(distances.contains("expected a longer run"), distances);
        }
    }

    private String refused(FigureKind kind, FigureRequest request, RecordedRun run) {
        return assertThrows(InvalidInputException.class, () -> figures.of(kind, request, run))
                .getMessage();
    }

    /** Two tokens stop short of 0: the bound of theorem 3.1 fails from t = 576 for the second, as J(x^t) is compared. */
    @Test
    void theDecayIsMarkedWhereItBreaksItsBound() throws Exception {
        Experiment experiment = Experiments.hardmax("3", "-1");
        experiment.setSteps(580);
        experiment.setAlpha(null);
        experiment.setGamma("2/(t+2)");
        experiment.setExact(true);
        FrankWolfeRule rule = Experiments.FACTORY.createFrankWolfeRule();
        rule.setSense(Sense.MIN);
        Experiments.add(experiment, rule, "descent");
        try (RecordedRun run = run(experiment, "descent")) {
            Figure figure = figures.of(FigureKind.DECAY, FigureRequest.DEFAULT, run);
            labelled(figure, "first above the bound, t = 576");
            assertTrue(figure.caption().contains("0 is not in conv X(t) from t = 2 on."), figure.caption());
            assertTrue(figure.caption().contains("Exact arithmetic."), figure.caption());
            Curve bound = (Curve) labelled(figure, "bound 2/t λ diam²");
            assertEquals(2.0 / 576 * 16, bound.y()[575], 1e-12);
        }
    }

    /** A token has settled since the first step from which on it does not move. */
    @Test
    void tokensThatMoveToTheEndAreCensored() throws Exception {
        try (RecordedRun run = run(Experiments.hardmax("1 1", "-1 0.5", "0.2 0"), "short")) {
            Figure figure = figures.survival(List.of(run));
            Curve curve = (Curve) figure.panels().getFirst().marks().getFirst();
            assertEquals("tokens: 3, median 0, 1 censored", curve.label());
            assertEquals(1.0 / 3, curve.y()[curve.y().length - 1], 1e-15);
            Figure runs = figures.survival(List.of(run, run));
            Curve group = (Curve) runs.panels().getFirst().marks().getFirst();
            assertEquals("hardmax: 2, no median, 2 censored", group.label());
        }
    }

    @Test
    void comparedRunsHaveTheSameAxes() throws Exception {
        try (RecordedRun first = outside();
                RecordedRun second = run(Experiments.hardmax("9 1", "-1 0.5", "0.2 0"), "other")) {
            FigureRequest start = FigureRequest.DEFAULT.at(new ShownStep.First());
            Figure figure = figures.compared(start, List.of(first, second));
            assertEquals(2, figure.panels().size());
            assertEquals(
                    figure.panels().getFirst().horizontalRange(),
                    figure.panels().getLast().horizontalRange());
            assertEquals("strip, t = 0", figure.panels().getFirst().title());
            assertTrue(figure.caption().contains("hardmax: hardmax (multiplicity = counted)"), figure.caption());
            assertThrows(
                    InvalidInputException.class,
                    () -> figures.compared(start, List.of(first, first, first, first, first)));
        }
    }

    @Test
    void aFixedCameraDoesNotMove() throws Exception {
        try (RecordedRun run = outside()) {
            FilmSpan span = new FilmSpan(OptionalLong.of(10), OptionalLong.of(31), 4);
            RunFilm film =
                    new RunFilm(run, FigureRequest.DEFAULT, new FilmCamera.Fixed(), span, OPTIONS, RunListener.NONE);
            assertEquals(7, film.frames(), "10, 14, 18, 22, 26, 30 and the last one");
            Panel first = film.frame(0).panels().getFirst();
            Panel last = film.frame(6).panels().getFirst();
            assertEquals("t = 10", first.title());
            assertEquals("t = 31", last.title());
            assertEquals(first.horizontalRange(), last.horizontalRange());
            assertEquals(first.verticalRange(), last.verticalRange());
            FilmCamera.Window window = (FilmCamera.Window) FilmCamera.parse("-1,2,0,4.5");
            RunFilm seen = new RunFilm(run, FigureRequest.DEFAULT, window, FilmSpan.ALL, OPTIONS, RunListener.NONE);
            assertEquals(4.5, seen.frame(3).panels().getFirst().verticalRange().high());
            FilmSpan none = new FilmSpan(OptionalLong.of(100), OptionalLong.empty(), 1);
            assertThrows(
                    InvalidInputException.class,
                    () -> new RunFilm(run, FigureRequest.DEFAULT, window, none, OPTIONS, RunListener.NONE));
        }
    }

    @Test
    void aTableBecomesAPhaseDiagram() throws Exception {
        Path table = folder.resolve("sweep.csv");
        Files.writeString(table, """
                # a sweep
                delta,alpha,clusters,state
                0,1,5,ok
                1,1,3,ok
                0,2,9,failed
                1,2,,ok
                """);
        PhaseTable.Columns columns = new PhaseTable.Columns("delta", "alpha", "clusters", Optional.of("state"));
        Figure figure = PhaseTable.diagram(table, columns);
        Tiles tiles = (Tiles) figure.panels().getFirst().marks().getFirst();
        assertArrayEquals(new double[] {5, 3, Double.NaN, Double.NaN}, tiles.values());
        assertEquals("δ", figure.panels().getFirst().horizontal().label());
        assertTrue(figure.caption().contains("2 failed or are not known"), figure.caption());
        DataException missing = assertThrows(
                DataException.class,
                () -> PhaseTable.diagram(table, new PhaseTable.Columns("delta", "beta", "clusters", Optional.empty())));
        assertTrue(missing.getMessage().contains("has no column 'beta'"), missing.getMessage());
        Files.writeString(table, "delta,alpha,clusters\n# none\n0,1,5\n0,x,5\n");
        DataException word = assertThrows(
                DataException.class,
                () -> PhaseTable.diagram(
                        table, new PhaseTable.Columns("delta", "alpha", "clusters", Optional.empty())));
        assertTrue(word.getMessage().contains("sweep.csv:4: has the cell \"x\""), word.getMessage());
    }
}
