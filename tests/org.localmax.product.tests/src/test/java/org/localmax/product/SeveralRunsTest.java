package org.localmax.product;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

/** A command that does several things one after the other: some fail, or it is cancelled on the way. */
@Execution(ExecutionMode.CONCURRENT)
class SeveralRunsTest {

    @TempDir
    Path parent;

    private Product product;

    @BeforeEach
    void product() {
        product = new Product(parent).forShortRuns();
    }

    private Path file(String name) {
        return product.folder().resolve(name);
    }

    /** An experiment with the rules a, b and c. */
    private void experiment(String name, int steps) throws IOException {
        Files.writeString(file(name + ".localmax"), """
                <?xml version="1.0" encoding="UTF-8"?>
                <localmax:Experiment xmi:version="2.0" xmlns:xmi="http://www.omg.org/XMI"
                    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:localmax="urn:localmax:experiment"
                    formatVersion="1" name="NAME" steps="STEPS" alpha="1/1000" record="log">
                  <tokens xsi:type="localmax:TokenList">
                    <tokens at="1 0"/>
                    <tokens at="0 1"/>
                    <tokens at="1/2 1/3"/>
                  </tokens>
                  <rules xsi:type="localmax:SoftmaxRule" name="a" beta="3"/>
                  <rules xsi:type="localmax:SoftmaxRule" name="b" beta="2"/>
                  <rules xsi:type="localmax:HardmaxRule" name="c"/>
                </localmax:Experiment>
                """.replace("NAME", name).replace("STEPS", String.valueOf(steps)));
    }

    @Test
    void oneThatFailsDoesNotStopTheOthers() throws Exception {
        experiment("e", 200_000);
        Running run = product.start("run", "e.localmax", "--output", "out");
        await(run, () -> isWriting(file("out"), ".a."));
        Files.writeString(file("out/b"), "in the way");
        Ended ended = run.end();
        assertEquals(4, ended.exitCode(), ended.toString());
        assertTrue(ended.err().contains("out/b: is not a folder"), ended.err());
        assertEquals(1, ended.err().lines().count(), ended.err());
        assertTrue(Files.exists(file("out/a/run.json")) && Files.exists(file("out/c/run.json")), ended.toString());
        assertEquals("in the way", Files.readString(file("out/b")));
    }

    @Test
    void cancellingTellsHowManyRunsAreComplete() throws Exception {
        experiment("quick", 1);
        experiment("slow", 5_000_000);
        Running run = product.start("run", "quick.localmax", "slow.localmax", "--output", "out", "--checkpoint", "0.1");
        await(run, () -> Files.exists(file("out/slow")) && holds(file("out/slow"), ".a.", "checkpoint.json"));
        run.process().destroy();
        Ended ended = run.end();
        assertEquals(5, ended.exitCode(), ended.toString());
        assertEquals(
                "localmax: cancelled; 3 of 6 runs are complete; the same command with --resume goes on from where it was\n",
                ended.err());
        Ended refused = product.run("run", "slow.localmax", "--output", "out/slow");
        assertEquals(3, refused.exitCode(), refused.toString());
        assertTrue(refused.err().contains("out/slow/a: is not finished"), refused.err());
        assertTrue(refused.err().contains("expected --resume to do so, or --force to begin anew"), refused.err());
    }

    @Test
    void resumingLeavesOutWhatIsComplete() throws Exception {
        experiment("e", 2_000);
        Ended made = product.run("run", "e.localmax", "--output", "out");
        assertEquals(0, made.exitCode(), made.toString());
        byte[] before = Files.readAllBytes(file("out/a/run.json"));
        try (Stream<Path> files = Files.list(file("out/b"))) {
            for (Path each : files.toList()) {
                Files.delete(each);
            }
        }
        Ended resumed = product.run("run", "e.localmax", "--output", "out", "--resume");
        assertEquals(0, resumed.exitCode(), resumed.toString());
        assertEquals("out/a: is complete\nout/c: is complete\n", resumed.err());
        assertArrayEquals(before, Files.readAllBytes(file("out/a/run.json")));
        assertTrue(Files.exists(file("out/b/run.json")));
    }

    @Test
    void cancellingTheFirstRunTellsThatNothingWasWritten() throws Exception {
        experiment("slow", 5_000_000);
        Running run = product.start("run", "slow.localmax", "--output", "out", "--checkpoint", "0");
        await(run, () -> isWriting(file("out"), ".a."));
        run.process().destroy();
        Ended ended = run.end();
        assertEquals(5, ended.exitCode(), ended.toString());
        assertEquals("localmax: cancelled; nothing was written\n", ended.err());
    }

    @Test
    void verifyingIsCancelledAndLeavesNothing() throws Exception {
        experiment("e", 500_000);
        Ended made = product.run("run", "e.localmax", "--output", "out");
        assertEquals(0, made.exitCode(), made.toString());
        Running run = product.start("verify", "out/c", "out/a", "out/b");
        await(run, () -> isWriting(parent.resolve("temporary"), ".localmax-verify"));
        run.process().destroy();
        Ended ended = run.end();
        assertEquals(5, ended.exitCode(), ended.toString());
        assertTrue(ended.err().matches("localmax: cancelled; [0-2] of 3 folders were compared\n"), ended.err());
        assertFalse(ended.out().contains("out/b"), ended.out());
        assertEquals(List.of(), product.leftovers());
    }

    /** Whether a trajectory is being written in a hidden folder whose name starts so. */
    private static boolean isWriting(Path folder, String prefix) throws IOException {
        return holds(folder, prefix, "content/trajectory.npz");
    }

    /** Whether there is such a file in a hidden folder whose name starts so. */
    private static boolean holds(Path folder, String prefix, String file) throws IOException {
        if (!Files.exists(folder)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> entry.getFileName().toString().startsWith(prefix))
                    .anyMatch(staging -> Files.exists(staging.resolve(file)));
        }
    }

    /** Something that comes true while a run goes on. */
    private interface Condition {
        boolean holds() throws IOException;
    }

    private static void await(Running run, Condition condition) throws IOException, InterruptedException {
        while (!condition.holds()) {
            assertFalse(
                    run.process().waitFor(5, TimeUnit.MILLISECONDS) && !condition.holds(), () -> "ended: " + run.end());
        }
    }
}
