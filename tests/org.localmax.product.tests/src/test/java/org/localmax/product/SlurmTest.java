package org.localmax.product;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.localmax.product.Product.Ended;

/** A sweep as an array of Slurm: on a real one, whose tasks are killed and asked to end. */
class SlurmTest {

    @TempDir
    Path parent;

    private Product product;

    @BeforeEach
    void product() {
        product = new Product(parent);
    }

    private Path file(String name) {
        return product.folder().resolve(name);
    }

    private Ended run(int exitCode, String... arguments) {
        Ended run = product.run(arguments);
        assertEquals(exitCode, run.exitCode(), run.toString());
        return run;
    }

    @Test
    void theScriptRunsShardsByThisProgramWhereverItLies() throws Exception {
        Files.writeString(file("counts.localmax"), SweepExperiment.quick());
        Ended made = run(
                0, "slurm", "counts.localmax", "--output", "it's shared", "--partition", "main", "--time", "0:30:00");
        assertEquals("", made.err());
        String script = Files.readString(file("it's shared/slurm.sh"));
        for (String line : List.of(
                "#SBATCH --array=1-1", // a few milliseconds a run
                "#SBATCH --cpus-per-task=1",
                "#SBATCH --time=0:30:00",
                "#SBATCH --partition=main",
                "#SBATCH --chdir=\"" + file("it's shared") + "\"",
                "#SBATCH --signal=B:USR1@60",
                Product.INSTALLATION + "/localmax run '" + product.folder()
                        + "/it'\\''s shared' --shard \"$SLURM_ARRAY_TASK_ID/1\" --threads 1 &")) {
            assertTrue(script.lines().anyMatch(line::equals), line + " in " + script);
        }
        assertTrue(made.out().contains("submit   job=$(sbatch --parsable '"), made.out());
        assertEquals(
                0,
                new ProcessBuilder("bash", "-n", file("it's shared/slurm.sh").toString())
                        .start()
                        .waitFor());
        // the same line for GNU parallel, or by hand
        Files.delete(file("counts.localmax"));
        run(0, "run", "it's shared", "--shard", "2/2");
        assertFalse(Files.exists(file("it's shared/results.csv.gz")));
        run(0, "run", "it's shared", "--shard", "1/2");
        assertTrue(Files.exists(file("it's shared/results.csv.gz")));
    }

    @Test
    void whatIsWrongIsToldBeforeAnythingIsTimed() throws Exception {
        Files.writeString(file("counts.localmax"), SweepExperiment.quick());
        String[] command = {"slurm", "counts.localmax", "--output", "out"};
        assertTrue(run(2, with(command, "--time", "soon")).err().contains("the time is 'soon'; expected minutes"));
        assertTrue(run(2, with(command, "--partition", "a b")).err().contains("the partition is 'a b'"));
        assertTrue(run(2, with(command, "--shards", "0")).err().contains("--shards is 0"));
        assertTrue(run(2, with(command, "--threads", "0")).err().contains("--threads is 0"));
        String leaders = Product.GALLERY.resolve("hardmax-leaders.localmax").toString();
        assertTrue(run(3, "slurm", leaders, "--output", "out").err().contains("has no sweep"));
        assertFalse(Files.exists(file("out")));
    }

    private static String[] with(String[] command, String... more) {
        return Stream.concat(Stream.of(command), Stream.of(more)).toArray(String[]::new);
    }

    @Test
    void onARealSlurmKilledAndRequeuedTasksGiveTheBytesOfALocalRun() throws Exception {
        Optional<String> hindrance = SlurmCluster.hindrance();
        assumeTrue(hindrance.isEmpty(), hindrance::get);
        Files.writeString(file("slow.localmax"), SweepExperiment.slow());
        run(0, "run", "slow.localmax", "--output", "local");
        run(0, "slurm", "slow.localmax", "--output", "shared folder", "--shards", "3");
        Files.delete(file("slow.localmax")); // the folder has all that is needed
        try (SlurmCluster cluster = SlurmCluster.start(parent.resolve("slurm"))) {
            String job = cluster.shell("sbatch --parsable '" + file("shared folder/slurm.sh") + "'")
                    .strip();
            assertTrue(job.matches("[0-9]+"), job);

            cluster.await("part of the first shard", () -> isBegun(0) && !isReady(7));
            cluster.processes("java", "1").forEach(ProcessHandle::destroyForcibly);
            cluster.await("part of the second shard", () -> isBegun(8));
            cluster.shell("scancel --batch --signal=USR1 " + job + "_2");

            cluster.await(
                    "failure of the killed task",
                    () -> cluster.told(job + "_1", "JobState").equals("FAILED"));
            assertEquals("137:0", cluster.told(job + "_1", "ExitCode"));
            assertFalse(Files.exists(file("shared folder/results.csv.gz")));
            assertEquals("", cluster.shell("scontrol requeue " + job + "_1"));
            String merge = cluster.shell("sbatch --parsable --dependency=afterany:" + job + " '"
                            + file("shared folder/slurm-merge.sh") + "'")
                    .strip();
            cluster.await(
                    "end of the merge", () -> cluster.told(merge, "JobState").matches("COMPLETED|FAILED"));

            assertEquals("COMPLETED", cluster.told(merge, "JobState"));
            for (int task = 1; task <= 3; task++) {
                assertEquals("COMPLETED", cluster.told(job + "_" + task, "JobState"), "task " + task);
            }
            assertEquals("1", cluster.told(job + "_1", "Restarts"));
            assertEquals("1", cluster.told(job + "_2", "Restarts"));
            String log = Files.readString(file("shared folder/logs/" + job + "_2.log"));
            assertTrue(log.contains("localmax: cancelled; the runs that are finished are kept"), log);
            assertTrue(log.contains("queued again"), log);
            assertTrue(log.contains("of which"), log); // what was there before
        }
        for (String name : List.of("results.csv.gz", "statistics.csv")) {
            assertArrayEquals(
                    Files.readAllBytes(file("local").resolve(name)),
                    Files.readAllBytes(file("shared folder").resolve(name)),
                    name);
        }
        assertTrue(run(0, "verify", "shared folder").out().contains("verified"));
    }

    /** Whether a part has rows. */
    private boolean isBegun(int part) throws IOException {
        Path journal = file("shared folder/parts/part-%06d.journal".formatted(part));
        return isReady(part) || Files.exists(journal) && Files.size(journal) > 0;
    }

    private boolean isReady(int part) {
        return Files.exists(file("shared folder/parts/part-%06d.csv".formatted(part)));
    }
}
