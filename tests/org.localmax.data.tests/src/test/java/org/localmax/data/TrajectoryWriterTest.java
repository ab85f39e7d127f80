package org.localmax.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.localmax.data.Problems.assertProblem;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.localmax.dynamics.Tokens;

class TrajectoryWriterTest {

    private static final Tokens X = Tokens.of(new double[][] {{1, 2}, {3, 4}});

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("trajectory.npz");
    }

    @Test
    void whatIsWrittenIsReadInAnyOrder() throws Exception {
        SplittableRandom random = new SplittableRandom(6);
        for (int trial = 0; trial < 30; trial++) {
            int records = random.nextInt(1, 40);
            int n = random.nextInt(1, 200);
            int d = random.nextInt(1, 5);
            Tokens[] tokens = new Tokens[records];
            Arrays.setAll(tokens, r -> Fixtures.randomTokens(random, n, d));
            Path npz = folder.resolve(trial + ".npz");
            String hash = write(npz, tokens);
            try (Trajectory trajectory = Trajectory.open(npz)) {
                assertEquals(
                        List.of(records, n, d),
                        List.of(trajectory.records(), trajectory.count(), trajectory.dimension()));
                for (int read = 0; read < 10; read++) {
                    int r = random.nextInt(records);
                    assertEquals(3L * r, trajectory.step(r));
                    assertEquals(tokens[r], trajectory.tokens(r));
                }
                assertEquals(hash, trajectory.arraysHash());
            }
        }
    }

    @Test
    void theHashIsThatOfStepsThenTokens() throws Exception {
        Tokens second = Tokens.of(new double[][] {{5, 6}, {7, -0.0}});
        ByteBuffer bytes = ByteBuffer.allocate(80)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(0)
                .putLong(3);
        for (double value : new double[] {1, 2, 3, 4, 5, 6, 7, -0.0}) {
            bytes.putDouble(value);
        }
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes.array());
        assertEquals(HexFormat.of().formatHex(hash), write(file, X, second));
    }

    @Test
    void theArchiveIsStoredAndHasNoTimeOfItsOwn() throws Exception {
        write(file, X);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertEquals(
                    List.of("steps.npy", "tokens.npy"),
                    zip.stream().map(ZipEntry::getName).toList());
            for (ZipEntry entry : zip.stream().toList()) {
                assertEquals(ZipEntry.STORED, entry.getMethod());
                assertEquals("1980-01-01T00:00", entry.getTimeLocal().toString());
                try (InputStream in = zip.getInputStream(entry)) {
                    byte[] data = in.readAllBytes();
                    CRC32 crc = new CRC32();
                    crc.update(data);
                    assertEquals(entry.getCrc(), crc.getValue());
                }
            }
        }
    }

    @Test
    void theSameRecordsGiveTheSameBytes() throws Exception {
        Path other = folder.resolve("other.npz");
        write(file, X, X);
        write(other, X, X);
        assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(other));
    }

    @Test
    void tooFewRecordsAreNoTrajectory() throws Exception {
        try (TrajectoryWriter writer = TrajectoryWriter.create(file, 2, 2, 2)) {
            writer.write(0, X);
            String message =
                    assertThrows(IllegalStateException.class, writer::finish).getMessage();
            assertEquals("1 of 2 records are written", message);
        }
        assertFalse(Files.exists(file));
    }

    @Test
    void tooManyRecordsAreRefused() throws Exception {
        try (TrajectoryWriter writer = TrajectoryWriter.create(file, 1, 2, 2)) {
            writer.write(0, X);
            assertThrows(IllegalStateException.class, () -> writer.write(1, X));
        }
    }

    @Test
    void stepsIncrease() throws Exception {
        try (TrajectoryWriter writer = TrajectoryWriter.create(file, 3, 2, 2)) {
            assertThrows(IllegalArgumentException.class, () -> writer.write(-1, X));
            writer.write(4, X);
            assertThrows(IllegalArgumentException.class, () -> writer.write(4, X));
        }
    }

    @Test
    void tokensOfAnotherShapeAreRefused() throws Exception {
        try (TrajectoryWriter writer = TrajectoryWriter.create(file, 1, 4, 1)) {
            assertThrows(IllegalArgumentException.class, () -> writer.write(0, X));
        }
    }

    @Test
    void anUnfinishedFileIsNoArchiveEvenBeforeItIsDeleted() throws Exception {
        try (TrajectoryWriter writer = TrajectoryWriter.create(file, 1, 100_000, 1)) {
            writer.write(0, Tokens.ofRows(100_000, 1, new double[100_000]));
            assertProblem(file + ": is damaged or no zip archive; expected a whole NPZ file", () -> read(file));
        }
        assertFalse(Files.exists(file));
    }

    @Test
    void anExistingFileStays() throws IOException {
        Files.writeString(file, "precious");
        assertProblem(
                file + ": exists already; expected a name that is not taken",
                () -> TrajectoryWriter.create(file, 1, 1, 1));
        assertEquals("precious", Files.readString(file));
    }

    private static void read(Path file) throws DataException {
        Trajectory.open(file).close();
    }

    private static String write(Path file, Tokens... tokens) throws DataException {
        try (TrajectoryWriter writer =
                TrajectoryWriter.create(file, tokens.length, tokens[0].count(), tokens[0].dimension())) {
            for (int r = 0; r < tokens.length; r++) {
                writer.write(3L * r, tokens[r]);
            }
            return writer.finish();
        }
    }
}
