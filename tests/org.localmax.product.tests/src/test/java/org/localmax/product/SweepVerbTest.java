package org.localmax.product;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.localmax.product.Product.Ended;
import org.localmax.product.Product.Running;

/** What a researcher does with a sweep on the command line. */
@Execution(ExecutionMode.CONCURRENT)
class SweepVerbTest {

    @TempDir
    Path parent;

    private Product product;

    @BeforeEach
    void product() throws IOException {
        product = new Product(parent);
        Files.writeString(file("counts.localmax"), SweepExperiment.quick());
    }

    private Path file(String name) {
        return product.folder().resolve(name);
    }

    private Ended run(int exitCode, String... arguments) {
        Ended run = product.run(arguments);
        assertEquals(exitCode, run.exitCode(), run.toString());
        return run;
    }

    private JsonObject json(String... arguments) {
        return JsonParser.parseString(run(0, arguments).out()).getAsJsonObject();
    }

    @Test
    void aSweepIsToldForMachinesAndGoneOnWithFromItsFolderAlone() throws Exception {
        product.forShortRuns();
        assertEquals(
                "counts: at most 60 runs over alpha (3) x delta (5) into out\n",
                run(0, "run", "counts.localmax", "--output", "out", "--dry-run").out());
        assertFalse(Files.exists(file("out")));
        JsonObject first = json("run", "counts.localmax", "--output", "out", "--shard", "1/2", "--json");
        assertEquals("counts", first.get("experiment").getAsString());
        assertEquals("1/2", first.get("shard").getAsString());
        assertEquals(30, first.get("runs").getAsInt());
        assertEquals(30, first.get("made").getAsInt());
        assertEquals(0, first.get("failed").getAsInt());
        assertEquals(30, first.get("missingParts").getAsInt());
        assertFalse(first.has("results"));
        assertTrue(run(0, "status", "out").out().startsWith("out: 30 of 60 runs are there; 30 of 60 parts"));
        Ended early = run(3, "merge", "out");
        assertTrue(early.err().contains("part-000030.csv: is missing or damaged"), early.err());

        Files.delete(file("counts.localmax"));
        Files.move(file("out"), file("moved"));
        JsonObject rest = json("run", "moved", "--json");
        assertEquals(60, rest.get("runs").getAsInt());
        assertEquals(30, rest.get("found").getAsInt());
        assertEquals(30, rest.get("made").getAsInt());
        assertEquals("moved/results.csv.gz", rest.get("results").getAsString());
        byte[] results = Files.readAllBytes(file("moved/results.csv.gz"));
        assertTrue(run(0, "merge", "moved").out().contains("60 runs"));
        assertArrayEquals(results, Files.readAllBytes(file("moved/results.csv.gz")));
        assertEquals(0, json("run", "moved", "--resume", "--json").get("made").getAsInt());
        assertTrue(run(2, "run", "moved", "--output", "x").err().contains("--output is for experiments"));
    }

    @Test
    void rowsAreVerifiedFromThePlan() throws Exception {
        product.forShortRuns();
        run(0, "run", "counts.localmax", "--output", "out");
        assertTrue(run(0, "verify", "out").out().contains("20 of 60 runs give the same rows"));
        assertTrue(run(0, "verify", "out", "--all").out().contains("60 of 60 runs give the same rows"));
        Path part = file("out/parts/part-000007.csv");
        String text = Files.readString(part);
        Files.writeString(part, text.replaceFirst(",done,", ",Done,"));
        Ended damaged = run(6, "verify", "out");
        assertTrue(damaged.err().contains("part-000007.csv: it, or what belongs to it, is missing or damaged"));
        assertEquals("", damaged.out());
        Files.writeString(part, text);
        Path experiment = file("out/experiment.localmax");
        Files.writeString(experiment, Files.readString(experiment).replace("steps=\"30\"", "steps=\"31\""));
        Ended changed = run(3, "verify", "out");
        assertTrue(changed.err().contains("experiment.localmax: is not the experiment of the plan"), changed.err());
        assertEquals(3, product.run("run", "out").exitCode());
    }

    @Test
    void trajectoriesAreThereWhereTheyAreAskedFor() throws Exception {
        product.forShortRuns();
        run(0, "run", "counts.localmax", "--output", "out");
        try (Stream<Path> files = Files.list(file("out/parts"))) {
            assertTrue(files.allMatch(path -> path.toString().endsWith(".csv")));
        }
        Files.writeString(file("counts.localmax"), SweepExperiment.withTrajectories(SweepExperiment.quick()));
        run(0, "run", "counts.localmax", "--output", "kept", "--threads", "2");
        run(0, "run", "counts.localmax", "--output", "shards", "--shard", "2/2", "--threads", "1");
        run(0, "run", "counts.localmax", "--output", "shards", "--shard", "1/2", "--threads", "2");
        for (int part = 0; part < 60; part++) {
            String name = "parts/part-%06d.npz".formatted(part);
            assertArrayEquals(
                    Files.readAllBytes(file("kept").resolve(name)),
                    Files.readAllBytes(file("shards").resolve(name)));
        }
        Path script = file("look.py");
        Files.writeString(script, """
                import hashlib, csv, gzip, numpy as np
                rows = list(csv.DictReader(gzip.open("kept/results.csv.gz", "rt")))
                for row in rows:
                    run = row["run"]
                    part = np.load("kept/parts/part-%06d.npz" % int(run))  # a run a part here
                    steps, tokens = part["steps_" + run], part["tokens_" + run]
                    assert steps.tolist() == list(range(31)) and tokens.shape == (31, 12, 2), tokens.shape
                    assert tokens.dtype == np.float64
                    assert hashlib.sha256(tokens[-1].tobytes()).hexdigest()[:16] == row["hash"]
                print(len(rows))
                """);
        Process python = new ProcessBuilder("python3", script.toString())
                .directory(product.folder().toFile())
                .redirectErrorStream(true)
                .start();
        assertEquals("60\n", new String(python.getInputStream().readAllBytes()));
        assertTrue(run(0, "verify", "kept").out().contains("verified"));
        Path archive = file("kept/parts/part-000002.npz");
        byte[] bytes = Files.readAllBytes(archive);
        bytes[1000] ^= 1;
        Files.write(archive, bytes);
        assertTrue(run(6, "verify", "kept").err().contains("part-000002.csv"));
        assertTrue(run(0, "run", "kept").out().contains("60, of which 59 were there"));
        bytes[1000] ^= 1;
        assertArrayEquals(bytes, Files.readAllBytes(archive));
    }

    @Test
    void aTerminalShowsHowFarItIsAndWhenItEnds() throws Exception {
        Files.writeString(file("counts.localmax"), SweepExperiment.slow());
        String launcher = Product.INSTALLATION + "/localmax";
        Process terminal = new ProcessBuilder(
                        "script", "-qec", launcher + " run counts.localmax --output out", "/dev/null")
                .directory(product.folder().toFile())
                .redirectInput(Path.of("/dev/null").toFile())
                .start();
        String shown = new String(terminal.getInputStream().readAllBytes());
        assertEquals(0, terminal.waitFor(), shown);
        assertTrue(shown.matches("(?s).*\\[=+ *] [0-9]+ of 24 runs, [0-9.]+ a second, [0-9]+ s left.*"), shown);
        assertTrue(shown.contains("results  out/results.csv.gz"), shown);
    }

    @Test
    void sigtermFinishesTheRunsUnderWayAndExitsWith5() throws Exception {
        Files.writeString(file("counts.localmax"), SweepExperiment.slow());
        Running running = product.start("run", "counts.localmax", "--output", "out", "--threads", "2");
        while (!Files.exists(file("out/parts/part-000002.csv"))) {
            boolean ended = running.process().waitFor(5, TimeUnit.MILLISECONDS);
            assertTrue(!ended, () -> running.end().toString());
        }
        running.process().destroy();
        Ended ended = running.end();
        assertEquals(5, ended.exitCode(), ended.toString());
        // a slow machine tells how far it is before
        assertTrue(
                ended.err()
                        .endsWith(
                                "localmax: cancelled; the runs that are finished are kept; the same command with --resume goes on\n"),
                ended.err());
        try (Stream<Path> files = Files.list(file("out/parts"))) {
            // what was under way is whole
            assertEquals(
                    List.of(),
                    files.filter(path -> !path.toString().endsWith(".csv")).toList());
        }
        run(0, "run", "counts.localmax", "--output", "out", "--resume");
        run(0, "run", "counts.localmax", "--output", "whole");
        assertArrayEquals(
                Files.readAllBytes(file("whole/results.csv.gz")), Files.readAllBytes(file("out/results.csv.gz")));
    }
}
