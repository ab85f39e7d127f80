package org.localmax.experiments.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.localmax.data.TextTable;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.experiments.sweeps.Shard;
import org.localmax.experiments.sweeps.SweepFolder;
import org.localmax.experiments.sweeps.SweepListener;
import org.localmax.experiments.sweeps.SweepResults;
import org.localmax.experiments.sweeps.SweepRunner;
import org.localmax.experiments.sweeps.Sweeps;
import org.localmax.model.Experiment;
import org.localmax.model.GaussianTokens;
import org.localmax.model.ListAxis;
import org.localmax.model.Sweep;

/** What the statistics of a sweep say, against its results: two rules at two step sizes, eleven seeds, some runs unsettled, some failed. */
class SweepStatisticsTest {

    private static final int SEEDS = 11;

    @TempDir
    static Path folder;

    private static Path sweep;
    private static TextTable results;
    private static TextTable statistics;

    @BeforeAll
    static void carryOut() throws Exception {
        SweepFolder created =
                SweepFolder.create(Sweeps.of(experiment(), folder), folder.resolve("out"), CancellationCheck.NONE);
        SweepRunner.run(created, Shard.ALL, 2, SweepListener.NONE);
        Path table = SweepResults.merge(created, CancellationCheck.NONE);
        sweep = created.folder();
        Path plain = folder.resolve("plain.csv");
        try (var in = new GZIPInputStream(Files.newInputStream(table))) {
            Files.write(plain, in.readAllBytes());
        }
        results = TextTable.read(plain);
        statistics = TextTable.read(sweep.resolve("statistics.csv"));
    }

    /** The self-adjusted rule overflows from some tokens within 60 steps and does not from others. */
    private static Experiment experiment() {
        Experiment experiment = Experiments.hardmax("0 0");
        GaussianTokens tokens = Experiments.FACTORY.createGaussianTokens();
        tokens.setCount(10);
        experiment.setTokens(tokens);
        experiment.getRules().clear();
        Experiments.addLocalmax(experiment, "strip", "0.5");
        var adjusted = Experiments.FACTORY.createSelfAdjustedSoftmaxRule();
        adjusted.setName("self_adjusted");
        adjusted.setBeta("1");
        experiment.getRules().add(adjusted);
        experiment.setSteps(40);
        Sweep sweep = Experiments.FACTORY.createSweep();
        sweep.setReplicates(SEEDS);
        experiment.setSweep(sweep);
        ListAxis axis = Experiments.FACTORY.createListAxis();
        axis.setName("step_size");
        axis.setParameter("alpha");
        axis.setValues("1/2 2");
        sweep.getAxes().add(axis);
        return experiment;
    }

    private String told(int row, String column) throws Exception {
        return statistics.column(column).get(row);
    }

    private List<Integer> runs(int row) throws Exception {
        List<Integer> runs = new ArrayList<>();
        for (int run = 0; run < results.rows().size(); run++) {
            if (results.column("step_size").get(run).equals(told(row, "step_size"))
                    && results.column("rule").get(run).equals(told(row, "rule"))) {
                runs.add(run);
            }
        }
        return runs;
    }

    @Test
    void aRowIsForTheSeedsOfOneRuleAtOnePoint() throws Exception {
        assertEquals(List.of("0.5", "0.5", "2", "2"), statistics.column("step_size"));
        assertEquals(List.of("strip", "self_adjusted", "strip", "self_adjusted"), statistics.column("rule"));
        int failed = 0;
        int unsettled = 0;
        for (int row = 0; row < 4; row++) {
            assertEquals(String.valueOf(SEEDS), told(row, "runs"));
            int moving = 0;
            int bad = 0;
            for (int run : runs(row)) {
                boolean isDone = results.column("status").get(run).equals("done");
                bad += isDone ? 0 : 1;
                moving += isDone && !results.column("settled").get(run).equals("settled") ? 1 : 0;
            }
            assertEquals(String.valueOf(bad), told(row, "failed"));
            assertEquals(String.valueOf(moving), told(row, "unsettled"));
            failed += bad;
            unsettled += moving;
        }
        assertTrue(failed > 0 && failed < 4 * SEEDS, "failed " + failed);
        assertTrue(unsettled > 0 && unsettled < 4 * SEEDS - failed, "unsettled " + unsettled);
    }

    @Test
    void momentsAndQuantilesAreThoseOfTheRunsThatWereDone() throws Exception {
        for (int row = 0; row < 4; row++) {
            for (String column : List.of("final_clusters", "hull_area")) {
                double[] values = runs(row).stream()
                        .map(run -> results.rows().get(run).get(results.names().indexOf(column)))
                        .filter(cell -> !cell.isEmpty())
                        .mapToDouble(Double::parseDouble)
                        .sorted()
                        .toArray();
                if (values.length < 2) {
                    continue;
                }
                double mean = Arrays.stream(values).average().orElseThrow();
                double squares = Arrays.stream(values)
                        .map(value -> (value - mean) * (value - mean))
                        .sum();
                double scale = Math.max(1, Math.abs(mean));
                assertEquals(mean, Double.parseDouble(told(row, column + "_mean")), 1e-12 * scale);
                assertEquals(
                        Math.sqrt(squares / (values.length - 1)),
                        Double.parseDouble(told(row, column + "_sd")),
                        1e-9 * scale);
                for (int percent : new int[] {5, 25, 50, 75, 95}) {
                    double at = percent / 100.0 * (values.length - 1);
                    int below = (int) at;
                    double expected = below + 1 == values.length
                            ? values[below]
                            : values[below] * (1 - at + below) + values[below + 1] * (at - below);
                    assertEquals(
                            expected,
                            Double.parseDouble(told(row, column + "_q%02d".formatted(percent))),
                            1e-9 * scale);
                }
                double low = Double.parseDouble(told(row, column + "_low"));
                double high = Double.parseDouble(told(row, column + "_high"));
                assertTrue(values[0] <= low && low <= mean && mean <= high && high <= values[values.length - 1]);
            }
        }
    }

    /** All censored runs are censored at the end, so that the median is the settling time of the run in the middle, if it settled. */
    @Test
    void runsThatHadNotSettledAreCensored() throws Exception {
        int told = 0;
        int none = 0;
        for (int row = 0; row < 4; row++) {
            List<Double> times = new ArrayList<>();
            int done = 0;
            for (int run : runs(row)) {
                done += results.column("status").get(run).equals("done") ? 1 : 0;
                if (results.column("settled").get(run).equals("settled")) {
                    times.add(Double.valueOf(results.column("settled_since").get(run)));
                }
            }
            times.sort(null);
            int middle = Math.ceilDiv(done, 2) - 1;
            String expected = done > 0 && middle < times.size() ? String.valueOf(times.get(middle)) : "";
            assertEquals(
                    expected,
                    told(row, "settling_median"),
                    statistics.rows().get(row).toString());
            told += expected.isEmpty() ? 0 : 1;
            none += expected.isEmpty() ? 1 : 0;
        }
        assertTrue(told > 0 && none > 0, "told " + told + " none " + none);
    }

    private String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(2, TimeUnit.MINUTES));
        assertEquals(0, process.exitValue(), said);
        return said;
    }

    @Test
    void theTableIsForLatex() throws Exception {
        Files.writeString(
                folder.resolve("page.tex"),
                "\\documentclass{article}\n\\begin{document}\n\\noindent\\input{out/statistics.tex}\n\\end{document}\n");
        run("pdflatex", "-halt-on-error", "-interaction=nonstopmode", "page.tex");
        String log = Files.readString(folder.resolve("page.log"), StandardCharsets.ISO_8859_1);
        assertFalse(log.contains("Overfull"), log);
        List<String> rows = Files.readAllLines(sweep.resolve("statistics.tex")).stream()
                .filter(line -> line.endsWith("\\\\"))
                .toList();
        assertEquals(5, rows.size());
        assertTrue(rows.getFirst().contains("step\\_size & rule & seeds & failed & unsettled"), rows.getFirst());
        assertTrue(rows.get(1).startsWith("0.5 & strip & 11 & "), rows.get(1));
    }

    /** What pandas, R and NumPy do: read a compressed table with a heading. */
    @Test
    void pythonReadsTheTables() throws Exception {
        Files.writeString(folder.resolve("read.py"), """
                import csv, gzip
                with gzip.open("out/results.csv.gz", "rt", newline="") as file:
                    runs = list(csv.DictReader(file))
                with open("out/statistics.csv", newline="") as file:
                    for row in csv.DictReader(file):
                        clusters = [int(run["final_clusters"]) for run in runs
                                    if run["point"] == row["point"] and run["rule"] == row["rule"] and run["status"] == "done"]
                        if clusters:
                            mean = sum(clusters) / len(clusters)
                            assert abs(mean - float(row["final_clusters_mean"])) < 1e-12, (mean, row)
                print(len(runs))
                """);
        assertEquals(String.valueOf(4 * SEEDS), run("python3", "read.py").strip());
    }
}
