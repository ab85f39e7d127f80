package org.localmax.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.localmax.dynamics.Tokens;

/** Trajectories of many runs gather in one file, survive a kill, and become one archive that NumPy reads. */
class TrajectorySpoolTest {

    private static final int RUNS = 9;

    @TempDir
    Path folder;

    /** Run k has 1 + 100 k records of k + 1 tokens, so that some are longer than any buffer. */
    private static void add(TrajectorySpool spool, long run) throws IOException, DataException {
        SplittableRandom random = new SplittableRandom(run);
        int n = (int) run + 1;
        spool.begin();
        for (long step = 0; step <= 100 * run; step++) {
            spool.record(step, Fixtures.randomTokens(random, n, 3));
        }
        spool.end(run, n, 3);
    }

    private static List<Long> runs(long count) {
        return LongStream.range(0, count).boxed().toList();
    }

    private byte[] archive(TrajectorySpool spool, String name) throws Exception {
        Path npz = folder.resolve(name);
        spool.write(npz);
        return Files.readAllBytes(npz);
    }

    private byte[] whole() throws Exception {
        try (TrajectorySpool spool = TrajectorySpool.open(folder.resolve("whole"), List.of())) {
            for (long run = 0; run < RUNS; run++) {
                add(spool, run);
            }
            return archive(spool, "whole.npz");
        }
    }

    @Test
    void numpyReadsEachRunByItsNumber() throws Exception {
        whole();
        String value = Python.withNumpy().run("""
                import sys, numpy as np
                archive = np.load(sys.argv[1])
                assert len(archive.files) == 18, archive.files
                for run in range(9):
                    steps, tokens = archive["steps_%d" % run], archive["tokens_%d" % run]
                    assert steps.tolist() == list(range(100 * run + 1)), steps
                    assert tokens.shape == (100 * run + 1, run + 1, 3) and tokens.dtype == "<f8"
                print(archive["tokens_8"][800, 8, 2].hex())
                """, folder.resolve("whole.npz"));
        SplittableRandom random = new SplittableRandom(8);
        Tokens last = Fixtures.randomTokens(random, 9, 3);
        for (int step = 1; step <= 800; step++) {
            last = Fixtures.randomTokens(random, 9, 3);
        }
        assertEquals(last.rows()[26], Double.parseDouble(value));
    }

    @Test
    void aFileCutAnywhereIsGoneOnWithToTheSameBytes() throws Exception {
        byte[] expected = whole();
        byte[] spooled = Files.readAllBytes(folder.resolve("whole"));
        SplittableRandom random = new SplittableRandom(7);
        for (int trial = 0; trial < 30; trial++) {
            Path file = folder.resolve("cut" + trial);
            Files.write(file, Arrays.copyOf(spooled, random.nextInt(spooled.length + 1)));
            int rows = random.nextInt(RUNS + 1); // so many are in the journal
            try (TrajectorySpool spool = TrajectorySpool.open(file, runs(rows))) {
                for (long run = spool.count(); run < RUNS; run++) {
                    add(spool, run);
                }
                assertArrayEquals(expected, archive(spool, trial + ".npz"));
                spool.delete();
            }
            assertFalse(Files.exists(file));
        }
    }

    @Test
    void aRunWithAChangedBitIsNotThere() throws Exception {
        whole();
        byte[] spooled = Files.readAllBytes(folder.resolve("whole"));
        spooled[spooled.length - 9] ^= 1;
        Files.write(folder.resolve("changed"), spooled);
        try (TrajectorySpool spool = TrajectorySpool.open(folder.resolve("changed"), runs(RUNS))) {
            assertEquals(RUNS - 1, spool.count());
        }
    }

    @Test
    void aRunThatWasNotEndedLeavesNothing() throws Exception {
        byte[] expected = whole();
        try (TrajectorySpool spool = TrajectorySpool.open(folder.resolve("failing"), List.of())) {
            for (long run = 0; run < RUNS; run++) {
                spool.begin();
                for (int step = 0; step < 5000; step++) {
                    spool.record(step, Tokens.of(new double[][] {{1, 2, 3}}));
                }
                add(spool, run);
            }
            assertArrayEquals(expected, archive(spool, "failing.npz"));
        }
    }
}
