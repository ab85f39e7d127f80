package org.localmax.product;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

/** A long run is killed or cancelled and goes on; the algorithm is named, and the memory does not suffice. */
@Execution(ExecutionMode.CONCURRENT)
class ResumeVerbTest {

    @TempDir
    Path parent;

    private Product product;

    @BeforeEach
    void tokens() throws IOException {
        product = new Product(parent);
        Files.writeString(file("X0.csv"), "1,0\n0,1\n1/2,1/3\n");
    }

    private Path file(String name) {
        return product.folder().resolve(name);
    }

    private static String[] command(String output, String... more) {
        List<String> command = new ArrayList<>(List.of("simulate", "--tokens", "X0.csv", "--rule", "softmax:beta=3"));
        command.addAll(List.of("--alpha", "1/1000", "--steps", "300000", "--record", "log", "--output", output));
        command.addAll(List.of(more));
        return command.toArray(String[]::new);
    }

    /** The folder in which the output is written, with a checkpoint. */
    private List<Path> unfinished() throws IOException {
        try (Stream<Path> entries = Files.list(product.folder())) {
            return entries.filter(entry -> Files.exists(entry.resolve("checkpoint.json")))
                    .toList();
        }
    }

    private Running startedUntilACheckpoint(String... more) throws IOException, InterruptedException {
        Running run = product.start(command("out", more));
        while (unfinished().isEmpty()) {
            boolean ended = run.process().waitFor(5, TimeUnit.MILLISECONDS);
            assertTrue(!ended || !unfinished().isEmpty(), () -> "ended without a checkpoint: " + run.end());
        }
        return run;
    }

    private void assertGoesOnToTheSameBytes() throws IOException {
        Ended resumed = product.run(command("out", "--resume"));
        assertEquals(0, resumed.exitCode(), resumed.toString());
        assertEquals(List.of(), unfinished());
        Ended whole = product.run(command("whole"));
        assertEquals(0, whole.exitCode(), whole.toString());
        for (String name : List.of("trajectory.npz", "observables.csv", "final.csv")) {
            assertArrayEquals(
                    Files.readAllBytes(file("whole").resolve(name)),
                    Files.readAllBytes(file("out").resolve(name)),
                    name);
        }
        Ended verified = product.run("verify", "out");
        assertEquals(0, verified.exitCode(), verified.toString());
    }

    @Test
    void aKilledRunGoesOnFromItsLastCheckpoint() throws Exception {
        Running run = startedUntilACheckpoint("--checkpoint", "0.05", "--resume");
        run.process().destroyForcibly().waitFor();
        run.end();
        assertFalse(Files.exists(file("out")));
        assertGoesOnToTheSameBytes();
    }

    @Test
    void aCancelledRunSaysThatItCanBeResumed() throws Exception {
        Running run = startedUntilACheckpoint("--checkpoint", "0.05");
        run.process().destroy();
        Ended ended = run.end();
        assertEquals(5, ended.exitCode(), ended.toString());
        assertEquals("localmax: cancelled; the same command with --resume goes on from where it was\n", ended.err());
        Ended refused = product.run(command("out"));
        assertEquals(3, refused.exitCode(), refused.toString());
        assertTrue(refused.err().contains("out: is not finished, and the checkpoint in "), refused.err());
        assertGoesOnToTheSameBytes();
    }

    @Test
    void aDamagedCheckpointIsRefusedByName() throws Exception {
        Running run = startedUntilACheckpoint("--checkpoint", "0.05");
        run.process().destroy();
        run.end();
        Path checkpoint = unfinished().getFirst().resolve("checkpoint.json");
        Files.writeString(checkpoint, Files.readString(checkpoint).replace("\"t\": ", "\"t\": 1"));
        Ended refused = product.run(command("out", "--resume"));
        assertEquals(3, refused.exitCode(), refused.toString());
        assertTrue(
                refused.err()
                        .endsWith("checkpoint.json: does not match its checksum; expected the file as it was written;"
                                + " --force instead of --resume begins the run anew\n"),
                refused.err());
        Ended anew = product.run(command("out", "--force"));
        assertEquals(0, anew.exitCode(), anew.toString());
        assertEquals(List.of(), unfinished());
    }

    @Test
    void anAlgorithmIsNamedAndRecorded() throws Exception {
        Ended run = product.run(command("out", "--algorithm", "definition"));
        assertEquals(0, run.exitCode(), run.toString());
        assertTrue(Files.readString(file("out/run.json")).contains("\"algorithm\": \"definition\""));
        assertUsage("--algorithm: the algorithm 'fast' is not known; expected one of definition, dense", "fast");
        assertUsage("the algorithm tree cannot step this rule in dimension 2", "tree");
    }

    private void assertUsage(String expected, String algorithm) {
        Ended refused = product.run(command("refused", "--algorithm", algorithm));
        assertEquals(2, refused.exitCode(), refused.toString());
        assertTrue(refused.err().contains(expected), refused.err());
        assertFalse(Files.exists(file("refused")));
    }

    @Test
    void whatTheMemoryDoesNotHoldIsRefusedBeforeItStarts() throws Exception {
        Ended refused = product.with("JAVA_TOOL_OPTIONS", "-Xmx60m").run(command("out"));
        assertEquals(3, refused.exitCode(), refused.toString());
        assertTrue(refused.err().contains("a run of 3 tokens in dimension 2 needs about"), refused.err());
        assertTrue(refused.err().contains("-XX:MaxRAMPercentage in eclipse.ini"), refused.err());
        assertFalse(Files.exists(file("out")));
    }
}
