package org.localmax.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.localmax.dynamics.Tokens;

/** Files that are gone on with hold the same bytes as files written at once, and an output keeps its last checkpoint. */
class ResumedFilesTest {

    private static final int RECORDS = 4;

    /** So many that a record takes several chunks. */
    private static final int N = 5000;

    @TempDir
    Path temporary;

    private Path folder;

    @BeforeEach
    void resolveLinks() throws Exception {
        folder = temporary.toRealPath();
    }

    private static Tokens tokens(int record) {
        double[] values = new double[2 * N];
        Arrays.setAll(values, index -> Math.sin(index + record));
        return Tokens.ofRows(N, 2, values);
    }

    private static void write(TrajectoryWriter writer, int from, int to) throws DataException {
        for (int record = from; record < to; record++) {
            writer.write(3L * record, tokens(record));
        }
    }

    @Test
    void aTrajectoryGoneOnWithIsThatWrittenAtOnce() throws Exception {
        Path whole = folder.resolve("whole.npz");
        String hash;
        try (TrajectoryWriter writer = TrajectoryWriter.create(whole, RECORDS, N, 2)) {
            write(writer, 0, RECORDS);
            hash = writer.finish();
        }
        for (int marked = 0; marked <= RECORDS; marked++) {
            Path file = folder.resolve("from" + marked + ".npz");
            TrajectoryWriter.Mark mark;
            try (TrajectoryWriter writer = TrajectoryWriter.create(file, RECORDS, N, 2)) {
                write(writer, 0, marked);
                mark = writer.mark();
                write(writer, marked, RECORDS);
            }
            Files.write(file, new byte[1000], StandardOpenOption.APPEND);
            try (TrajectoryWriter writer = TrajectoryWriter.resume(file, RECORDS, N, 2, mark)) {
                write(writer, marked, RECORDS);
                assertEquals(hash, writer.finish());
            }
            assertArrayEquals(Files.readAllBytes(whole), Files.readAllBytes(file));
        }
    }

    @Test
    void aTrajectoryThatChangedOrIsCutShortIsRefused() throws Exception {
        Path file = folder.resolve("t.npz");
        TrajectoryWriter.Mark mark;
        try (TrajectoryWriter writer = TrajectoryWriter.create(file, RECORDS, N, 2)) {
            write(writer, 0, 2);
            mark = writer.mark();
        }
        byte[] bytes = Files.readAllBytes(file);
        assertThrows(DataException.class, () -> TrajectoryWriter.resume(folder.resolve("no.npz"), RECORDS, N, 2, mark));
        for (int at : new int[] {bytes.length - 1, bytes.length / 2}) {
            Files.write(file, Arrays.copyOf(bytes, at));
            assertRefused(file, mark);
            byte[] changed = bytes.clone();
            changed[at] ^= 1;
            Files.write(file, changed);
            assertRefused(file, mark);
        }
        Files.write(file, bytes);
        TrajectoryWriter.resume(file, RECORDS, N, 2, mark).close();
        assertTrue(Files.exists(file));
    }

    private static void assertRefused(Path file, TrajectoryWriter.Mark mark) {
        String message = assertThrows(DataException.class, () -> TrajectoryWriter.resume(file, RECORDS, N, 2, mark))
                .getMessage();
        assertEquals(file + ": does not hold the 2 records that were written to it", message);
    }

    @Test
    void linesGoneOnWithAreThoseWrittenAtOnce() throws Exception {
        Path file = folder.resolve("lines.csv");
        LineWriter.Mark mark;
        try (LineWriter lines = LineWriter.create(file)) {
            lines.write("a,\u03b4");
            mark = lines.mark();
            lines.write("dropped");
        }
        try (LineWriter lines = LineWriter.resume(file, mark)) {
            lines.write("b");
        }
        assertEquals("a,\u03b4\nb\n", Files.readString(file));
        Files.writeString(file, "b,\u03b4\nb\n");
        assertThrows(DataException.class, () -> LineWriter.resume(file, mark));
        Files.writeString(file, "a");
        assertThrows(DataException.class, () -> LineWriter.resume(file, mark));
    }

    private static Checkpoint checkpoint(int number) {
        JsonObject document = new JsonObject();
        document.addProperty("number", number);
        return new Checkpoint(document, tokens(number));
    }

    @Test
    void anOutputKeepsItsLastCheckpointUntilItIsPublished() throws Exception {
        Path output = folder.resolve("run");
        try (CapsuleFolder capsule = CapsuleFolder.stage(output, false)) {
            assertEquals(Optional.empty(), capsule.checkpoint());
            Files.writeString(capsule.path("run.json"), "half");
            for (int number = 1; number <= 3; number++) {
                capsule.store(checkpoint(number));
                assertEquals(Optional.of(checkpoint(number)), capsule.checkpoint());
            }
            assertFalse(CapsuleFolder.isUnfinished(output), "somebody is at work");
        }
        assertTrue(CapsuleFolder.isUnfinished(output));
        assertThrows(DataException.class, () -> CapsuleFolder.stage(output, false));
        CapsuleFolder.resume(output, false).close();
        try (CapsuleFolder capsule = CapsuleFolder.resume(output, false)) {
            assertEquals(Optional.of(checkpoint(3)), capsule.checkpoint());
            assertEquals("half", Files.readString(capsule.path("run.json")));
            capsule.publish();
        }
        assertFalse(CapsuleFolder.isUnfinished(output));
        try (var entries = Files.list(folder)) {
            assertEquals(1, entries.count());
        }
    }

    @Test
    void anOutputStagedByForceTakesThePlaceOfAnUnfinishedOne() throws Exception {
        Path output = folder.resolve("run");
        try (CapsuleFolder capsule = CapsuleFolder.stage(output, false)) {
            capsule.store(checkpoint(1));
        }
        try (CapsuleFolder capsule = CapsuleFolder.stage(output, true)) {
            assertEquals(Optional.empty(), capsule.checkpoint());
        }
        assertFalse(CapsuleFolder.isUnfinished(output));
    }
}
