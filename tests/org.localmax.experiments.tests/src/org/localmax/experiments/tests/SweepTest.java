package org.localmax.experiments.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.localmax.data.Checksums;
import org.localmax.data.DataException;
import org.localmax.data.TextTable;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.experiments.InvalidInputException;
import org.localmax.experiments.Planner;
import org.localmax.experiments.RunListener;
import org.localmax.experiments.RunOptions;
import org.localmax.experiments.RunSummary;
import org.localmax.experiments.Runner;
import org.localmax.experiments.sweeps.Shard;
import org.localmax.experiments.sweeps.SlurmJob;
import org.localmax.experiments.sweeps.SweepFolder;
import org.localmax.experiments.sweeps.SweepListener;
import org.localmax.experiments.sweeps.SweepPilot;
import org.localmax.experiments.sweeps.SweepResults;
import org.localmax.experiments.sweeps.SweepRunner;
import org.localmax.experiments.sweeps.SweepTally;
import org.localmax.experiments.sweeps.SweepVerification;
import org.localmax.experiments.sweeps.Sweeps;
import org.localmax.model.Axis;
import org.localmax.model.ColumnAxis;
import org.localmax.model.Design;
import org.localmax.model.Experiment;
import org.localmax.model.FormulaAxis;
import org.localmax.model.GaussianTokens;
import org.localmax.model.ListAxis;
import org.localmax.model.LocalmaxRule;
import org.localmax.model.RangeAxis;
import org.localmax.model.Sweep;

/** An experiment over parameters and seeds: its plan, its parts, and one table however it was run. */
class SweepTest {

    @TempDir
    Path folder;

    /** 24 Gaussian tokens under localmax, over alpha (3) and delta (5), each with 4 seeds: 60 runs. */
    private static Experiment clusterCounts() {
        Experiment experiment = Experiments.hardmax("0 0");
        GaussianTokens tokens = Experiments.FACTORY.createGaussianTokens();
        tokens.setCount(12);
        experiment.setTokens(tokens);
        experiment.getRules().clear();
        Experiments.addLocalmax(experiment, "strip", "0");
        experiment.setSteps(30);
        Sweep sweep = Experiments.FACTORY.createSweep();
        sweep.setReplicates(4);
        experiment.setSweep(sweep);
        sweep.getAxes().add(list("alpha", "alpha", "1/4 1 4"));
        sweep.getAxes().add(range("delta", "strip.delta", 0, 1.6, 5));
        return experiment;
    }

    private static Axis list(String name, String parameter, String values) {
        ListAxis axis = Experiments.FACTORY.createListAxis();
        axis.setName(name);
        axis.setParameter(parameter);
        axis.setValues(values);
        return axis;
    }

    private static RangeAxis range(String name, String parameter, double from, double to, int count) {
        RangeAxis axis = Experiments.FACTORY.createRangeAxis();
        axis.setName(name);
        axis.setParameter(parameter);
        axis.setFrom(from);
        axis.setTo(to);
        axis.setCount(count);
        return axis;
    }

    private SweepFolder create(Experiment experiment, String name) throws Exception {
        return SweepFolder.create(Sweeps.of(experiment, folder), folder.resolve(name), CancellationCheck.NONE);
    }

    private static byte[] merged(SweepFolder sweep) throws DataException, IOException {
        return Files.readAllBytes(SweepResults.merge(sweep, CancellationCheck.NONE));
    }

    private static TextTable table(Path results, Path folder) throws Exception {
        Path plain = folder.resolve("plain.csv");
        try (var in = new GZIPInputStream(Files.newInputStream(results))) {
            Files.write(plain, in.readAllBytes());
        }
        return TextTable.read(plain);
    }

    /** pandas, R and DuckDB take a column for one of numbers if each cell is one. */
    @Test
    void aFractionIsADecimalNumberInTheResults() throws Exception {
        SweepFolder sweep = create(clusterCounts(), "out");
        SweepRunner.run(sweep, Shard.ALL, 2, SweepListener.NONE);
        TextTable results = table(SweepResults.merge(sweep, CancellationCheck.NONE), folder);
        assertEquals(Set.of("0.25", "1", "4"), Set.copyOf(results.column("alpha")));
    }

    @Test
    void thePlanHasALineARunWithParametersSeedAndHash() throws Exception {
        SweepFolder sweep = create(clusterCounts(), "out");
        assertEquals(60, sweep.runs());
        List<String> lines = Files.readAllLines(sweep.folder().resolve("plan.jsonl"));
        assertEquals(60, lines.size());
        JsonObject first = JsonParser.parseString(lines.getFirst()).getAsJsonObject();
        JsonObject last = JsonParser.parseString(lines.getLast()).getAsJsonObject();
        assertEquals(0, first.get("run").getAsInt());
        assertEquals("1/4", first.getAsJsonObject("values").get("alpha").getAsString());
        assertEquals("4", last.getAsJsonObject("values").get("alpha").getAsString());
        assertEquals("1.6", last.getAsJsonObject("values").get("delta").getAsString());
        Set<String> hashes = new HashSet<>();
        Set<Long> seeds = new HashSet<>();
        for (String line : lines) {
            JsonObject run = JsonParser.parseString(line).getAsJsonObject();
            hashes.add(run.get("hash").getAsString());
            seeds.add(run.get("seed").getAsLong());
        }
        assertEquals(60, hashes.size());
        assertEquals(60, seeds.size());
    }

    @Test
    void evenRangesHaveTheNumbersThatPeopleWrite() throws Exception {
        Experiment experiment = clusterCounts();
        experiment.getSweep().setReplicates(1);
        experiment.getSweep().getAxes().set(1, range("delta", "strip.delta", 0, 1, 11));
        List<String> lines =
                Files.readAllLines(create(experiment, "out").folder().resolve("plan.jsonl"));
        assertTrue(lines.get(3).contains("\"delta\":\"0.3\""), lines.get(3));
        assertTrue(lines.get(10).contains("\"delta\":\"1\""), lines.get(10));
    }

    @Test
    void pointsMayHaveTheSameSeeds() throws Exception {
        Experiment experiment = clusterCounts();
        experiment.getSweep().setSameSeeds(true);
        Set<Long> seeds = new HashSet<>();
        for (String line : Files.readAllLines(create(experiment, "out").folder().resolve("plan.jsonl"))) {
            seeds.add(JsonParser.parseString(line).getAsJsonObject().get("seed").getAsLong());
        }
        assertEquals(4, seeds.size());
    }

    @Test
    void aRunOfASweepIsTheRunOfTheExperimentWithItsParameters() throws Exception {
        SweepFolder sweep = create(clusterCounts(), "out");
        SweepRunner.run(sweep, Shard.ALL, 2, SweepListener.NONE);
        TextTable results = table(SweepResults.merge(sweep, CancellationCheck.NONE), folder);
        int run = 37;
        Experiment one = clusterCounts();
        one.setSweep(null);
        one.setAlpha(results.column("alpha").get(run));
        ((LocalmaxRule) one.getRules().getFirst())
                .setDelta(results.column("delta").get(run));
        ((GaussianTokens) one.getTokens())
                .setSeed(Long.parseLong(results.column("seed").get(run)));
        RunSummary summary = Runner.run(
                Planner.plan(one, folder).getFirst(), folder.resolve("one"), RunOptions.DEFAULT, RunListener.NONE);
        assertEquals(
                Integer.toString(summary.clusters()),
                results.column("final_clusters").get(run));
        assertEquals(
                Long.toString(summary.ambiguous()),
                results.column("ambiguous_decisions").get(run));
        List<String> rows = Files.readAllLines(folder.resolve("one/observables.csv"));
        String last = rows.getLast();
        assertEquals(last.split(",", -1)[1], results.column("hull_area").get(run), rows.getFirst());
        assertFalse(results.column("hash").get(run).isEmpty());
    }

    @Test
    void shardsThreadsAndInterruptionsGiveTheSameBytes() throws Exception {
        SweepFolder whole = create(clusterCounts(), "whole");
        SweepRunner.run(whole, Shard.ALL, 1, SweepListener.NONE);
        byte[] expected = merged(whole);

        SweepFolder shards = create(clusterCounts(), "shards");
        for (int k = 7; k >= 1; k--) {
            assertTrue(SweepRunner.run(shards, new Shard(k, 7), 2, SweepListener.NONE)
                    .isComplete());
        }
        assertArrayEquals(expected, merged(shards));

        SweepFolder interrupted = create(clusterCounts(), "interrupted");
        int attempts = 0;
        SweepTally tally;
        do {
            tally = SweepRunner.run(interrupted, Shard.ALL, 2, stoppingAfter(7));
            attempts++;
        } while (!tally.isComplete());
        assertTrue(attempts > 3, "only " + attempts);
        assertArrayEquals(expected, merged(interrupted));
    }

    /** Stops a sweep after so many runs. */
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

    @Test
    void aDamagedPartIsMadeAgain() throws Exception {
        SweepFolder sweep = create(clusterCounts(), "out");
        SweepRunner.run(sweep, Shard.ALL, 2, SweepListener.NONE);
        byte[] expected = merged(sweep);
        Path part = sweep.folder().resolve("parts/part-000003.csv");
        String text = Files.readString(part);
        Files.writeString(part, text.replaceFirst(",done,", ",done ,"));
        DataException damage = assertThrows(DataException.class, () -> merged(sweep));
        assertTrue(damage.getMessage().contains("part-000003"), damage.getMessage());
        assertArrayEquals(expected, Files.readAllBytes(sweep.folder().resolve(SweepResults.FILE)));
        SweepTally tally = SweepRunner.run(sweep, Shard.ALL, 2, SweepListener.NONE);
        assertEquals(1, tally.done());
        assertArrayEquals(expected, merged(sweep));
    }

    @Test
    void whatAKilledProcessLeftOfACompletePartIsDeleted() throws Exception {
        Experiment experiment = clusterCounts();
        experiment.getSweep().setTrajectories(true);
        SweepFolder sweep = create(experiment, "sweep");
        SweepRunner.run(sweep, Shard.ALL, 2, SweepListener.NONE);
        Path parts = sweep.folder().resolve("parts");
        List<Path> complete = files(parts);
        Files.writeString(parts.resolve("part-000000.journal"), "");
        Files.writeString(parts.resolve("part-000001.journal"), "");
        Files.writeString(parts.resolve("part-000001.states"), "states");
        SweepTally tally = SweepRunner.run(sweep, Shard.ALL, 2, SweepListener.NONE);
        assertEquals(tally.runs(), tally.found());
        assertEquals(complete, files(parts));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList();
        }
    }

    @Test
    void runsThatFailAreToldAndDoNotStopTheRest() throws Exception {
        Experiment experiment = clusterCounts();
        experiment.getRules().clear();
        var adjusted = Experiments.FACTORY.createSelfAdjustedSoftmaxRule();
        adjusted.setName("adjusted");
        experiment.getRules().add(adjusted);
        experiment.setSteps(3000);
        experiment.getSweep().getAxes().set(1, list("beta", "adjusted.beta", "0 4"));
        experiment.getSweep().setReplicates(1);
        SweepFolder sweep = create(experiment, "out");
        SweepTally tally = SweepRunner.run(sweep, Shard.ALL, 1, SweepListener.NONE);
        assertTrue(tally.isComplete());
        assertEquals(3, tally.failed());
        TextTable results = table(SweepResults.merge(sweep, CancellationCheck.NONE), folder);
        for (int run = 0; run < 6; run++) {
            boolean hasFailed = results.column("beta").get(run).equals("4");
            assertEquals(hasFailed ? "failed" : "done", results.column("status").get(run));
            assertEquals(
                    hasFailed,
                    results.column("error").get(run).contains("expected"),
                    results.column("error").get(run));
        }
    }

    @Test
    void trajectoriesOfInterruptedSweepsAreTheSameBytes() throws Exception {
        Experiment experiment = clusterCounts();
        experiment.getSweep().setTrajectories(true);
        experiment.getSweep().setReplicates(15); // 225 runs, three a part
        SweepFolder whole = create(experiment, "whole");
        SweepRunner.run(whole, Shard.ALL, 1, SweepListener.NONE);
        SweepFolder interrupted = create(experiment, "interrupted");
        while (!SweepRunner.run(interrupted, Shard.ALL, 2, stoppingAfter(57)).isComplete()) {
            // damage to what gathers: the rows without their states are made again
            try (var files = Files.list(interrupted.folder().resolve("parts"))) {
                for (Path file : files.filter(path -> path.toString().endsWith(".states"))
                        .toList()) {
                    byte[] bytes = Files.readAllBytes(file);
                    Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
                }
            }
        }
        assertArrayEquals(merged(whole), merged(interrupted));
        for (int part = 0; part < whole.parts(); part++) {
            String name = "parts/part-%06d.npz".formatted(part);
            assertEquals(
                    -1L,
                    Files.mismatch(
                            whole.folder().resolve(name), interrupted.folder().resolve(name)),
                    name);
        }
        try (var files = Files.list(interrupted.folder().resolve("parts"))) {
            assertTrue(files.allMatch(path -> path.toString().matches(".*\\.(csv|npz)")));
        }
    }

    @Test
    void rowsAreComparedWithTheirRunsFromThePlan() throws Exception {
        SweepFolder sweep = create(clusterCounts(), "out");
        SweepRunner.run(sweep, Shard.ALL, 2, SweepListener.NONE);
        SweepVerification some = SweepVerification.of(sweep, 7, 1, SweepListener.NONE);
        assertEquals(new SweepVerification(7, List.of()), some);
        assertEquals(60, SweepVerification.of(sweep, 60, 2, SweepListener.NONE).rows());
        // a forger who knows how the checksum is made
        Path part = sweep.folder().resolve("parts/part-000007.csv");
        String text = Files.readString(part);
        String rows = text.substring(0, text.indexOf("# sha256")).replaceFirst("([0-9a-f])\n$", "z\n");
        Files.writeString(
                part, rows + "# sha256 " + Checksums.sha256(Files.writeString(folder.resolve("rows"), rows)) + "\n");
        List<String> differences =
                SweepVerification.of(sweep, 60, 1, SweepListener.NONE).differences();
        assertEquals(1, differences.size());
        assertTrue(differences.getFirst().contains("part-000007.csv: run 7 has hash = '"), differences.getFirst());
    }

    @Test
    void aChangedExperimentOrPlanIsNotRun() throws Exception {
        SweepFolder sweep = create(clusterCounts(), "out");
        Path file = sweep.folder().resolve("experiment.localmax");
        String experiment = Files.readString(file);
        Files.writeString(file, experiment.replace("steps=\"30\"", "steps=\"31\""));
        assertRefused(sweep, "experiment.localmax: is not the experiment of the plan");
        Files.writeString(file, experiment);
        Path plan = sweep.folder().resolve("plan.jsonl");
        Files.writeString(plan, Files.readString(plan).replaceFirst("\"seed\":", "\"seed\":1"));
        assertRefused(sweep, "plan.jsonl: is not as it was written");
    }

    private static void assertRefused(SweepFolder sweep, String expected) {
        DataException refused =
                assertThrows(DataException.class, () -> SweepRunner.run(sweep, Shard.ALL, 1, SweepListener.NONE));
        assertTrue(refused.getMessage().contains(expected), refused.getMessage());
    }

    @Test
    void manyMayAskForAFolderAtOnceAndRunInItBesideEachOther() throws Exception {
        Sweeps sweeps = Sweeps.of(clusterCounts(), folder);
        List<SweepTally> tallies;
        try (var pool = Executors.newFixedThreadPool(6)) {
            List<Future<SweepTally>> all = new ArrayList<>();
            for (int k = 0; k < 6; k++) {
                all.add(pool.submit(() -> {
                    SweepFolder shared = SweepFolder.share(sweeps, folder.resolve("shared"), 1, CancellationCheck.NONE);
                    return SweepRunner.run(shared, Shard.ALL, 2, SweepListener.NONE);
                }));
            }
            tallies = new ArrayList<>();
            for (Future<SweepTally> one : all) {
                tallies.add(one.get());
            }
        }
        assertTrue(tallies.stream().allMatch(SweepTally::isComplete), tallies.toString());
        assertEquals(60, tallies.stream().mapToLong(SweepTally::done).sum()); // no run is made twice
        SweepFolder whole = create(clusterCounts(), "whole");
        SweepRunner.run(whole, Shard.ALL, 1, SweepListener.NONE);
        assertArrayEquals(merged(whole), merged(SweepFolder.open(folder.resolve("shared"))));
    }

    @Test
    void asManyShardsAsWorkersHaveWork() throws Exception {
        Experiment experiment = clusterCounts();
        experiment.getSweep().setReplicates(40);
        assertEquals(67, create(experiment, "one").parts());
        SweepFolder many =
                SweepFolder.create(Sweeps.of(experiment, folder), folder.resolve("many"), 300, CancellationCheck.NONE);
        assertEquals(300, many.parts());
    }

    @Test
    void somePlacesOfThePlanAreTimed() throws Exception {
        Experiment experiment = clusterCounts();
        experiment.getSweep().setCondition("alpha < 2");
        SweepPilot pilot = SweepPilot.of(Sweeps.of(experiment, folder), 2, SweepListener.NONE);
        assertTrue(pilot.runs() > 10 && pilot.runs() <= 32, pilot.toString());
        assertTrue(pilot.secondsARun() > 0 && pilot.sideBySide() == 2, pilot.toString());
        assertEquals(pilot.secondsARun() * 50, pilot.seconds(100), 1e-9);
        experiment.getSweep().setCondition("alpha > 10");
        Sweeps none = Sweeps.of(experiment, folder);
        assertThrows(InvalidInputException.class, () -> SweepPilot.of(none, 1, SweepListener.NONE));
    }

    @Test
    void shardsOfSlurmLastAboutAQuarterOfAnHour() {
        assertEquals(1, SlurmJob.shards(3, 1000));
        assertEquals(4, SlurmJob.shards(3600, 1000));
        assertEquals(10, SlurmJob.shards(36_000_000, 10));
        assertEquals(SlurmJob.MOST_SHARDS, SlurmJob.shards(1e9, 1_000_000));
        assertEquals("1:00:00", SlurmJob.time(900));
        assertEquals("4:00:00", SlurmJob.time(7000));
    }

    private String problem(Experiment experiment) {
        return assertThrows(InvalidInputException.class, () -> Sweeps.of(experiment, folder))
                .getMessage();
    }

    private String problemOf(Axis axis) {
        Experiment experiment = clusterCounts();
        experiment.getSweep().getAxes().set(1, axis);
        String problem = problem(experiment);
        assertTrue(problem.startsWith("axis \"" + axis.getName() + "\""), problem);
        assertTrue(problem.contains("expected"), problem);
        return problem;
    }

    @Test
    void whatIsWrongIsNamedByItsAxisBeforeAnythingRuns() throws Exception {
        assertTrue(problemOf(list("delta", "strip.dleta", "1 2")).contains("strip.delta"));
        assertTrue(problemOf(list("delta", "stripe.delta", "1 2")).contains("no rule of that name"));
        assertTrue(problemOf(range("delta", "strip.delta", 2, 1, 5)).contains("empty"));
        assertTrue(problemOf(range("delta", "strip.delta", 0, 1, 0)).contains("empty"));
        assertTrue(problemOf(list("delta", "strip.delta", " ")).contains("no values"));
        assertTrue(problemOf(list("delta", "strip.delta", "1 -2")).contains("-2"));
        assertTrue(problemOf(list("alpha", "strip.delta", "1 2")).contains("twice"));
        assertTrue(problemOf(list("status", "strip.delta", "1 2")).contains("column"));
        assertTrue(problemOf(list("again", "alpha", "1 2")).contains("as the axis 'alpha' does"));
        assertTrue(problemOf(list("count", "tokens.count", "1 2.5")).contains("2.5"));
        Experiment huge = clusterCounts();
        huge.getSweep().getAxes().clear();
        for (int k = 0; k < 4; k++) {
            huge.getSweep().getAxes().add(range("a" + k, k == 0 ? "alpha" : "", 1, 2, 1000));
        }
        assertTrue(problem(huge).contains("the axis 'a2'"), problem(huge));
    }

    @Test
    void eachParameterThatIsOfferedCanBeVaried() throws Exception {
        Experiment experiment = clusterCounts();
        List<String> offered = Sweeps.parameters(experiment);
        assertTrue(offered.containsAll(List.of("alpha", "steps", "tokens.count", "strip.delta")), offered.toString());
        assertFalse(offered.contains("rules.delta"), "there is one rule");
        Experiments.addLocalmax(experiment, "wide", "1");
        assertTrue(Sweeps.parameters(experiment).containsAll(List.of("wide.delta", "rules.delta")));
        for (String parameter : Sweeps.parameters(experiment)) {
            experiment.getSweep().getAxes().clear();
            experiment.getSweep().getAxes().add(list("axis", parameter, " "));
            assertFalse(problem(experiment).contains("not known"), problem(experiment));
        }
    }

    @Test
    void axesFollowFromOthersAndComeFromTables() throws Exception {
        Experiment experiment = clusterCounts();
        Files.writeString(folder.resolve("points.csv"), "a,d\n1,0.5\n2,0.25\n");
        experiment.getSweep().setReplicates(1);
        experiment.getSweep().getAxes().clear();
        experiment.getSweep().getAxes().add(column("a", "alpha"));
        experiment.getSweep().getAxes().add(column("d", ""));
        FormulaAxis follows = Experiments.FACTORY.createFormulaAxis();
        follows.setName("delta");
        follows.setParameter("strip.delta");
        follows.setPattern("{}/(1+t)");
        follows.setFormula("a*d");
        experiment.getSweep().getAxes().add(follows);
        experiment.getSweep().setCondition("a < 2 || d < 1");
        SweepFolder sweep = create(experiment, "out");
        assertEquals(2, sweep.runs());
        List<String> lines = Files.readAllLines(sweep.folder().resolve("plan.jsonl"));
        assertTrue(lines.get(0).contains("\"a\":\"1\",\"d\":\"0.5\",\"delta\":\"0.5\""), lines.get(0));
        assertTrue(lines.get(1).contains("\"a\":\"2\",\"d\":\"0.25\",\"delta\":\"0.5\""), lines.get(1));
        Files.delete(folder.resolve("points.csv")); // the folder has a copy
        assertTrue(SweepRunner.run(sweep, Shard.ALL, 1, SweepListener.NONE).isComplete());
        experiment.getSweep().setCondition("a > 5");
        Files.writeString(folder.resolve("points.csv"), "a,d\n1,0.5\n2,0.25\n");
        assertTrue(assertThrows(InvalidInputException.class, () -> create(experiment, "none"))
                .getMessage()
                .contains("condition"));
    }

    private static ColumnAxis column(String name, String parameter) {
        ColumnAxis axis = Experiments.FACTORY.createColumnAxis();
        axis.setName(name);
        axis.setParameter(parameter);
        axis.setPath("points.csv");
        return axis;
    }

    @Test
    void aLatinHypercubeHitsEachPartOfEachAxisOnce() throws Exception {
        Experiment experiment = clusterCounts();
        Sweep sweep = experiment.getSweep();
        sweep.setDesign(Design.LATIN_HYPERCUBE);
        sweep.setPoints(20);
        sweep.setReplicates(1);
        sweep.getAxes().set(0, range("alpha", "alpha", 1, 3, 2));
        for (String axis : List.of("alpha", "delta")) {
            Set<Integer> parts = new HashSet<>();
            for (double value : values(experiment, axis, "latin-" + axis)) {
                parts.add((int) Math.floor(axis.equals("alpha") ? (value - 1) / 2 * 20 : value / 1.6 * 20));
            }
            assertEquals(20, parts.size(), axis);
        }
    }

    @Test
    void aSobolSequenceBeginsAsJoeAndKuoHaveIt() throws Exception {
        Experiment experiment = clusterCounts();
        Sweep sweep = experiment.getSweep();
        sweep.setDesign(Design.SOBOL);
        sweep.setPoints(4);
        sweep.setReplicates(1);
        sweep.getAxes().set(0, range("alpha", "alpha", 1, 3, 2));
        assertEquals(List.of(1.0, 2.0, 2.5, 1.5), values(experiment, "alpha", "a"));
        assertEquals(List.of(0.0, 0.8, 0.4, 1.2000000000000002), values(experiment, "delta", "b"));
    }

    private List<Double> values(Experiment experiment, String axis, String name) throws Exception {
        return Files.readAllLines(create(experiment, name).folder().resolve("plan.jsonl"), StandardCharsets.UTF_8)
                .stream()
                .map(line -> JsonParser.parseString(line)
                        .getAsJsonObject()
                        .getAsJsonObject("values")
                        .get(axis)
                        .getAsDouble())
                .toList();
    }

    @Test
    void anotherSweepIsRefusedTheFolder() throws Exception {
        SweepFolder sweep = create(clusterCounts(), "out");
        sweep.requirePlanOf(Sweeps.of(clusterCounts(), folder));
        Experiment other = clusterCounts();
        other.getSweep().setReplicates(5);
        Sweeps others = Sweeps.of(other, folder);
        assertThrows(DataException.class, () -> sweep.requirePlanOf(others));
        assertThrows(DataException.class, () -> create(clusterCounts(), "out"));
    }
}
