package org.localmax.product;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.localmax.product.Product.Ended;
import org.localmax.product.Product.Running;

/** What may happen to a sweep: each fault is brought about, and the results are the same bytes in the end. */
class SweepFaultsTest {

    private static final int KILLS = 50;

    @TempDir
    Path parent;

    private Product product;

    @BeforeEach
    void product() throws IOException {
        product = new Product(parent).forShortRuns();
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

    /** The table of the sweep that nothing happens to. */
    private byte[] expected() throws IOException {
        run(0, "run", "counts.localmax", "--output", "expected");
        return results("expected");
    }

    private byte[] results(String folder) throws IOException {
        return Files.readAllBytes(file(folder).resolve("results.csv.gz"));
    }

    @Test
    void aHundredHeadlessStartsAtOnceOnOneInstallationAndOneFolder() throws Exception {
        List<Running> shards = IntStream.rangeClosed(1, 100)
                .mapToObj(k -> product.start(
                        "run", "counts.localmax", "--output", "out", "--threads", "1", "--shard", k + "/100"))
                .toList();
        assertAll(shards.stream().map(shard -> () -> {
            Ended end = shard.end();
            assertEquals(0, end.exitCode(), end.toString());
            assertEquals("", end.err());
        }));
        assertEquals(List.of(), product.leftovers());
        run(0, "merge", "out");
        assertArrayEquals(expected(), results("out"));
    }

    @Test
    void fiftyKillsAtRandomTimes() throws Exception {
        Files.writeString(file("counts.localmax"), SweepExperiment.withTrajectories(SweepExperiment.killed()));
        long start = System.nanoTime();
        byte[] expected = expected();
        long whole = System.nanoTime() - start;
        Random random = new Random(1);
        int kills = 0;
        int sweeps = 0;
        while (kills < KILLS) {
            String folder = "out" + sweeps;
            Running run = product.start("run", "counts.localmax", "--output", folder, "--resume");
            if (run.process().waitFor(random.nextLong(whole / 4, whole), TimeUnit.NANOSECONDS)) {
                assertEquals(0, run.end().exitCode(), run.end().toString());
                assertArrayEquals(expected, results(folder), folder);
                sweeps++;
            } else {
                run.process().destroyForcibly().waitFor();
                kills++;
            }
        }
        run(0, "run", "counts.localmax", "--output", "out" + sweeps, "--resume");
        assertArrayEquals(expected, results("out" + sweeps));
        try (Stream<Path> archives = Files.list(file("expected/parts"))) {
            for (Path archive : archives.toList()) {
                assertEquals(
                        -1L,
                        Files.mismatch(
                                archive, file("out" + sweeps).resolve("parts").resolve(archive.getFileName())));
            }
        }
        try (Stream<Path> left = Files.list(file("out" + sweeps).resolve("parts"))) {
            assertEquals(
                    List.of(),
                    left.filter(path -> !path.toString().matches(".*\\.(csv|npz)"))
                            .toList());
        }
    }

    @Test
    void theDiskIsFull() throws Exception {
        Files.writeString(file("counts.localmax"), SweepExperiment.withTrajectories(SweepExperiment.quick()));
        Files.createDirectory(file("disk"));
        Product crowded = new Product(Files.createDirectory(parent.resolve("crowded"))).forShortRuns();
        Files.copy(file("counts.localmax"), crowded.folder().resolve("counts.localmax"));
        Files.createDirectory(crowded.folder().resolve("disk"));
        // what there was on the disk is copied away, before the namespace and its disk go
        crowded.by(
                "unshare",
                "--mount",
                "--map-root-user",
                "sh",
                "-c",
                "mount -t tmpfs -o size=400k none disk && \"$@\"; code=$?; cp -r disk/out kept; exit $code",
                "sh");
        Ended full = crowded.run("run", "counts.localmax", "--output", "disk/out");
        assertEquals(3, full.exitCode(), full.toString());
        assertTrue(full.err().contains("no space left") && full.err().contains("disk/out"), full.err());
        assertFalse(full.err().contains("Exception"), full.err());
        Path kept = crowded.folder().resolve("kept");
        assertTrue(run(0, "status", kept.toString()).out().matches("(?s).*: [1-5]?[0-9] of 60 runs are there.*"));
        run(0, "run", kept.toString());
        assertArrayEquals(expected(), Files.readAllBytes(kept.resolve("results.csv.gz")));
    }

    @Test
    void theFolderMayOnlyBeRead() throws Exception {
        run(0, "run", "counts.localmax", "--output", "out", "--shard", "1/2");
        Product reader = new Product(Files.createDirectory(parent.resolve("reader"))).forShortRuns();
        reader.by(
                "unshare",
                "--mount",
                "--map-root-user",
                "sh",
                "-c",
                "mount --bind \"$0\" \"$0\" && mount -o remount,bind,ro \"$0\" && \"$@\"",
                file("out").toString());
        Ended refused = reader.run("run", file("out").toString());
        assertEquals(3, refused.exitCode(), refused.toString());
        assertTrue(refused.err().matches("(?s).*part-00003[01]\\.journal: .*"), refused.err());
        assertTrue(refused.err().contains("read-only"), refused.err());
        assertEquals(1, refused.err().lines().count(), refused.err());
        Ended told = reader.run("status", file("out").toString());
        assertEquals(0, told.exitCode(), told.toString());
        assertTrue(told.out().contains("30 of 60 runs are there"), told.out());
    }

    @Test
    void twoBatchesRunInOneFolderAtOnce() throws Exception {
        Files.writeString(file("counts.localmax"), SweepExperiment.killed());
        List<Running> batches = Stream.of(1, 2)
                .map(_ -> product.start("run", "counts.localmax", "--output", "out", "--resume"))
                .toList();
        for (Running batch : batches) {
            assertEquals(0, batch.end().exitCode(), batch.end().toString());
        }
        assertArrayEquals(expected(), results("out"));
    }

    @Test
    void anotherProcessHasAPart() throws Exception {
        run(0, "run", "counts.localmax", "--output", "out", "--shard", "1/2");
        Path journal = file("out/parts/part-000040.journal");
        Running waiting;
        try (FileChannel channel = FileChannel.open(journal, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock _ = channel.lock()) {
            waiting = product.start("run", "out");
            while (!Files.readString(waiting.err()).contains("waiting for it")) {
                boolean ended = waiting.process().waitFor(5, TimeUnit.MILLISECONDS);
                assertTrue(!ended, () -> waiting.end().toString());
            }
            assertFalse(Files.exists(file("out/results.csv.gz")));
        }
        Ended end = waiting.end();
        assertEquals(0, end.exitCode(), end.toString());
        assertEquals(
                "localmax: out/parts/part-000040.journal: another process runs this part; waiting for it\n", end.err());
        assertArrayEquals(expected(), results("out"));
    }

    @Test
    void aShardIsDamaged() throws Exception {
        byte[] expected = expected();
        Path part = file("expected/parts/part-000011.csv");
        byte[] bytes = Files.readAllBytes(part);
        bytes[bytes.length / 2] ^= 1;
        Files.write(part, bytes);
        Ended refused = run(3, "merge", "expected");
        assertTrue(refused.err().contains("part-000011.csv: is missing or damaged"), refused.err());
        assertTrue(run(0, "run", "expected").out().contains("60, of which 59 were there"));
        assertArrayEquals(expected, results("expected"));
    }

    @Test
    void theClockIsWrongAndJumps() throws Exception {
        byte[] expected = expected();
        Product late = new Product(Files.createDirectory(parent.resolve("late")))
                .by("faketime", "-f", "@2051-02-03 04:05:06")
                .with("TZ", "Pacific/Kiritimati")
                .with("FAKETIME_DONT_FAKE_MONOTONIC", "1");
        Ended half = late.run("run", file("counts.localmax").toString(), "--output", "out", "--shard", "1/2");
        assertEquals(0, half.exitCode(), half.toString());
        Path out = late.folder().resolve("out");
        try (Stream<Path> files = Files.walk(out)) {
            for (Path each : files.toList()) {
                Files.setLastModifiedTime(each, FileTime.from(Instant.parse("2060-01-01T00:00:00Z")));
            }
        }
        run(0, "run", out.toString());
        assertArrayEquals(expected, Files.readAllBytes(out.resolve("results.csv.gz")));
    }

    @Test
    void aTenthOfTheRunsThrows() throws Exception {
        Files.writeString(file("counts.localmax"), SweepExperiment.failing());
        Ended failed = run(4, "run", "counts.localmax", "--output", "out");
        assertTrue(failed.out().contains("20, of which 2 failed: see the columns status and error"), failed.out());
        List<String> lines;
        try (var in = new GZIPInputStream(Files.newInputStream(file("out/results.csv.gz")))) {
            lines = new String(in.readAllBytes()).lines().toList();
        }
        assertEquals(21, lines.size());
        assertEquals(18, lines.stream().filter(line -> line.contains(",done,")).count());
        List<String> bad =
                lines.stream().filter(line -> line.contains(",failed,")).toList();
        assertEquals(2, bad.size());
        assertTrue(bad.stream().allMatch(line -> line.contains("expected")), bad.toString());
        assertTrue(run(0, "verify", "out", "--all").out().contains("20 of 20 runs give the same rows"));
        run(4, "run", "out");
    }
}
