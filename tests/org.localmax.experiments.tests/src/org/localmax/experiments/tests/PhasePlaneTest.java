package org.localmax.experiments.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.localmax.data.TextTable;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.experiments.sweeps.PhasePlane;
import org.localmax.experiments.sweeps.Shard;
import org.localmax.experiments.sweeps.SweepFolder;
import org.localmax.experiments.sweeps.SweepListener;
import org.localmax.experiments.sweeps.SweepResults;
import org.localmax.experiments.sweeps.SweepRunner;
import org.localmax.experiments.sweeps.Sweeps;
import org.localmax.model.Experiment;
import org.localmax.model.GaussianTokens;
import org.localmax.model.RangeAxis;
import org.localmax.model.Sweep;

/**
 * Cells of a plane. The tokens (1, 0) and (-1, 0) merge under localmax if delta is at least 2, whatever alpha: the boundary is the line
 * delta = 2.
 */
class PhasePlaneTest {

    @TempDir
    Path folder;

    private static Experiment pair(int refinements) {
        Experiment experiment = Experiments.hardmax("1 0", "-1 0");
        experiment.getRules().clear();
        Experiments.addLocalmax(experiment, "strip", "1");
        experiment.setSteps(40);
        Sweep sweep = Experiments.FACTORY.createSweep();
        sweep.setRefinements(refinements);
        sweep.setRefineAbove(0.5);
        experiment.setSweep(sweep);
        sweep.getAxes().add(range("alpha", "alpha", 1, 4, 3, true));
        sweep.getAxes().add(range("delta", "strip.delta", 0.5, 3.5, 4, false));
        return experiment;
    }

    private static RangeAxis range(
            String name, String parameter, double from, double to, int count, boolean isLogarithmic) {
        RangeAxis axis = Experiments.FACTORY.createRangeAxis();
        axis.setName(name);
        axis.setParameter(parameter);
        axis.setFrom(from);
        axis.setTo(to);
        axis.setCount(count);
        axis.setLogarithmic(isLogarithmic);
        return axis;
    }

    private SweepFolder create(Experiment experiment, String name) throws Exception {
        return SweepFolder.create(Sweeps.of(experiment, folder), folder.resolve(name), CancellationCheck.NONE);
    }

    /** Runs all levels, each in so many shards from the last to the first, and stops after so many runs again and again. */
    private Path carryOut(SweepFolder root, int shards, long runsAtOnce) throws Exception {
        Optional<SweepFolder> level = Optional.of(root);
        PhasePlane plane = PhasePlane.of(root).orElseThrow();
        while (level.isPresent()) {
            for (int k = shards; k >= 1; k--) {
                while (!SweepRunner.run(level.get(), new Shard(k, shards), 2, stoppingAfter(runsAtOnce))
                        .isComplete()) {
                    assertTrue(runsAtOnce < 100);
                }
            }
            SweepResults.merge(level.get(), CancellationCheck.NONE);
            level = PhasePlane.of(SweepFolder.open(root.folder())).orElseThrow().next(CancellationCheck.NONE);
        }
        return plane.write(CancellationCheck.NONE);
    }

    private static SweepListener stoppingAfter(long runs) {
        AtomicLong left = new AtomicLong(runs);
        return new SweepListener() {
            @Override
            public void ran(boolean failed) {
                left.decrementAndGet();
            }

            @Override
            public boolean isStopping() {
                return left.get() <= 0;
            }
        };
    }

    private record Cell(int level, double x, double y, double left, double right, double bottom, double top) {

        boolean overlaps(Cell other) {
            return left < other.right && other.left < right && bottom < other.top && other.bottom < top;
        }
    }

    private static List<Cell> cells(TextTable table) {
        List<Cell> cells = new ArrayList<>();
        for (List<String> row : table.rows()) {
            double[] numbers =
                    row.subList(1, 7).stream().mapToDouble(Double::parseDouble).toArray();
            cells.add(new Cell(
                    Integer.parseInt(row.getFirst()),
                    numbers[0],
                    numbers[1],
                    numbers[2],
                    numbers[3],
                    numbers[4],
                    numbers[5]));
        }
        return cells;
    }

    @Test
    void cellsCoverThePlaneWithoutOverlap() throws Exception {
        List<Cell> cells = cells(TextTable.read(carryOut(create(pair(2), "out"), 1, 1000)));
        double area = 0;
        for (Cell cell : cells) {
            area += Math.log(cell.right() / cell.left()) * (cell.top() - cell.bottom());
            assertEquals(Math.sqrt(cell.left() * cell.right()), cell.x(), 1e-12 * cell.x());
            assertEquals((cell.bottom() + cell.top()) / 2, cell.y(), 1e-12);
            assertFalse(cells.stream().anyMatch(other -> other != cell && other.overlaps(cell)), cell.toString());
        }
        assertEquals(3 * Math.log(2) * 4, area, 1e-9);
    }

    @Test
    void whatTouchesTheBoundaryIsHalvedAndNothingElse() throws Exception {
        TextTable table = TextTable.read(carryOut(create(pair(2), "out"), 1, 1000));
        List<Cell> cells = cells(table);
        for (Cell cell : cells) {
            int expected =
                    cell.top() <= 1 || cell.bottom() >= 3 ? 0 : cell.top() <= 1.5 || cell.bottom() >= 2.5 ? 1 : 2;
            assertEquals(expected, cell.level(), cell.toString());
        }
        assertEquals(3 * 2 + 2 * 3 * 2 + 4 * 3 * 2 * 2, cells.size());
        List<String> values = table.column("final_clusters_mean");
        for (int k = 0; k < cells.size(); k++) {
            assertEquals(cells.get(k).y() < 2 ? "2.0" : "1.0", values.get(k));
        }
    }

    @Test
    void eachCellKnowsItsRuns() throws Exception {
        SweepFolder root = create(pair(1), "out");
        TextTable table = TextTable.read(carryOut(root, 1, 1000));
        for (int k = 0; k < table.rows().size(); k++) {
            Path level = root.folder().resolve(table.column("folder").get(k));
            TextTable results = results(level);
            String[] numbers = table.column("numbers").get(k).split("-");
            int run = Integer.parseInt(numbers[0]);
            assertEquals(numbers[0], numbers[1]);
            assertEquals(table.column("alpha").get(k), results.column("alpha").get(run));
            assertEquals(table.column("delta").get(k), results.column("delta").get(run));
        }
    }

    private TextTable results(Path level) throws Exception {
        Path plain = folder.resolve("plain.csv");
        try (var in = new GZIPInputStream(Files.newInputStream(level.resolve(SweepResults.FILE)))) {
            Files.write(plain, in.readAllBytes());
        }
        return TextTable.read(plain);
    }

    @Test
    void shardsAndInterruptionsGiveTheSameBytes() throws Exception {
        Path whole = carryOut(create(pair(2), "whole"), 1, 1000).getParent();
        Path shards = carryOut(create(pair(2), "shards"), 5, 1000).getParent();
        Path interrupted = carryOut(create(pair(2), "interrupted"), 2, 9).getParent();
        List<Path> files = files(whole);
        assertTrue(files.stream().anyMatch(file -> file.startsWith("levels/2")), files.toString());
        for (Path other : List.of(shards, interrupted)) {
            assertEquals(files, files(other));
            for (Path file : files) {
                assertArrayEquals(
                        Files.readAllBytes(whole.resolve(file)),
                        Files.readAllBytes(other.resolve(file)),
                        file.toString());
            }
        }
    }

    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile)
                    .map(root::relativize)
                    .sorted()
                    .toList();
        }
    }

    /** At beta = 4 the scores of the self-adjusted rule overflow; such cells have no number and are not halved for it. */
    @Test
    void cellsWhoseRunsFailHaveNoNumber() throws Exception {
        Experiment experiment = pair(1);
        GaussianTokens tokens = Experiments.FACTORY.createGaussianTokens();
        tokens.setCount(12);
        experiment.setTokens(tokens);
        experiment.getRules().clear();
        var adjusted = Experiments.FACTORY.createSelfAdjustedSoftmaxRule();
        adjusted.setName("adjusted");
        experiment.getRules().add(adjusted);
        experiment.setSteps(3000);
        experiment.getSweep().getAxes().set(0, range("alpha", "alpha", 1, 2, 2, false));
        experiment.getSweep().getAxes().set(1, range("beta", "adjusted.beta", 0, 4, 2, false));
        TextTable table = TextTable.read(carryOut(create(experiment, "out"), 1, 1000));
        assertEquals(4, table.rows().size());
        Set<String> seen = new HashSet<>();
        for (int k = 0; k < 4; k++) {
            boolean hasFailed = table.column("beta").get(k).equals("4");
            assertEquals(hasFailed ? "1" : "0", table.column("failed").get(k));
            assertEquals(hasFailed, table.column("final_clusters_mean").get(k).isEmpty());
            seen.add(table.column("beta").get(k));
        }
        assertEquals(Set.of("0", "4"), seen);
    }

    @Test
    void logarithmicRangesHaveTheNumbersThatPeopleWrite() throws Exception {
        Experiment experiment = pair(0);
        experiment.getSweep().getAxes().set(0, range("alpha", "alpha", 0.25, 4, 5, true));
        experiment.getSweep().getAxes().set(1, range("delta", "strip.delta", 1, 2, 2, false));
        TextTable table = TextTable.read(carryOut(create(experiment, "out"), 1, 1000));
        assertEquals(List.of("0.25", "0.25", "0.5", "0.5", "1", "1", "2", "2", "4", "4"), table.column("alpha"));
    }

    @Test
    void otherSweepsAreNoPlane() throws Exception {
        Experiment experiment = pair(0);
        experiment.getSweep().getAxes().removeLast();
        assertTrue(PhasePlane.of(create(experiment, "out")).isEmpty());
    }
}
