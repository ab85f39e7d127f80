package org.localmax.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.localmax.data.Problems.assertProblem;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.localmax.dynamics.Tokens;

/** Trajectories that NumPy wrote, whole and damaged. */
class TrajectoryTest {

    private static final long[] STEPS = {0, 1, 5};

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"stored.npz", "deflated.npz"})
    void numpysArchives(String name) throws Exception {
        try (Trajectory trajectory = Trajectory.open(Fixtures.numpy(name))) {
            assertEquals(3, trajectory.records());
            for (int r = 2; r >= 0; r--) {
                assertEquals(STEPS[r], trajectory.step(r));
                assertEquals(tokens(r, false), trajectory.tokens(r));
            }
        }
    }

    @Test
    void otherTypesAndFortranOrder() throws Exception {
        try (Trajectory trajectory = Trajectory.open(Fixtures.numpy("converted.npz"))) {
            for (int r = 0; r < 3; r++) {
                assertEquals(STEPS[r], trajectory.step(r));
                assertEquals(tokens(r, true), trajectory.tokens(r));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theHashIsThatOfTheSameTrajectoryWrittenHere(boolean converted) throws Exception {
        Path copy = folder.resolve("copy.npz");
        String hash;
        try (TrajectoryWriter writer = TrajectoryWriter.create(copy, 3, 4, 2)) {
            for (int r = 0; r < 3; r++) {
                writer.write(STEPS[r], tokens(r, converted));
            }
            hash = writer.finish();
        }
        for (String name : converted ? new String[] {"converted.npz"} : new String[] {"stored.npz", "deflated.npz"}) {
            try (Trajectory trajectory = Trajectory.open(Fixtures.numpy(name))) {
                assertEquals(hash, trajectory.arraysHash());
            }
        }
    }

    @Test
    void recordsBeyondTheLastAreTheCallersMistake() throws Exception {
        try (Trajectory trajectory = Trajectory.open(Fixtures.numpy("stored.npz"))) {
            assertThrows(IndexOutOfBoundsException.class, () -> trajectory.tokens(3));
            assertThrows(IndexOutOfBoundsException.class, () -> trajectory.tokens(-1));
        }
    }

    @Test
    void aMissingFile() {
        Path file = folder.resolve("none.npz");
        assertProblem(file + ": no such file; expected an NPZ or NPY file", () -> read(file));
    }

    @Test
    void aFolder() {
        assertProblem(folder + ": is no regular file; expected an NPZ or NPY file", () -> read(folder));
    }

    @Test
    void noArchive() throws Exception {
        Path file = Files.writeString(folder.resolve("tokens.csv"), "1,2\n");
        assertProblem(file + ": is damaged or no zip archive; expected a whole NPZ file", () -> read(file));
    }

    /** An array alone has the steps from 0 on. */
    @Test
    void anArrayWithoutSteps() throws Exception {
        Path file = folder.resolve("tokens.npy");
        try (ZipFile zip = new ZipFile(Fixtures.numpy("stored.npz").toFile());
                InputStream array = zip.getInputStream(zip.getEntry("tokens.npy"))) {
            Files.copy(array, file);
        }
        try (Trajectory trajectory = Trajectory.open(file)) {
            assertEquals(3, trajectory.records());
            for (int r = 0; r < 3; r++) {
                assertEquals(r, trajectory.step(r));
                assertEquals(tokens(r, false), trajectory.tokens(r));
            }
        }
        assertBad("f8_c.npy", "has shape (3, 2); expected (R, n, d), a record for each step from 0 on");
    }

    @Test
    void noSteps() {
        assertBad("no_steps.npz", "array 'steps' is not there; expected it among the arrays, which are [tokens.npy]");
    }

    @Test
    void fewerStepsThanRecords() {
        assertBad(
                "other_count.npz",
                "array 'tokens' has shape (3, 4, 2); expected (2, n, d), a record for each of the 2 steps");
    }

    @Test
    void tokensOfTwoDimensions() {
        assertBad(
                "flat_tokens.npz",
                "array 'tokens' has shape (3, 4); expected (3, n, d), a record for each of the 3 steps");
    }

    @Test
    void stepsThatAreNoIntegers() {
        assertBad("float_steps.npz", "array 'steps' has type <f8 and shape (3,); expected integers of shape (R,)");
    }

    @Test
    void stepsThatDoNotIncrease() {
        assertBad("steps_not_increasing.npz", "steps[2] is 5; expected more than steps[1] = 5");
    }

    @Test
    void aNegativeStep() {
        assertBad("negative_step.npz", "steps[0] is -1; expected at least 0");
    }

    @Test
    void notANumber() throws Exception {
        Path file = Fixtures.numpy("nan.npz");
        try (Trajectory trajectory = Trajectory.open(file)) {
            assertEquals(tokens(0, false), trajectory.tokens(0));
            assertProblem(file + ": tokens[1, 2, 0] is NaN; expected a finite number", () -> trajectory.tokens(1));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"stored.npz", "deflated.npz"})
    void everyTruncationIsNoticed(String name) throws IOException {
        byte[] whole = Fixtures.bytes(name);
        Path file = folder.resolve("cut.npz");
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertProblem(file + ": is damaged or no zip archive; expected a whole NPZ file", () -> read(file));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"stored.npz", "deflated.npz", "converted.npz"})
    void aFlippedBitGivesTheSameArraysOrAProblemOrAnotherHash(String name) throws Exception {
        Path file = folder.resolve("flipped.npz");
        String hash = hash(Fixtures.numpy(name));
        byte[] bytes = Fixtures.bytes(name);
        for (int bit = 0; bit < 8 * bytes.length; bit += 7) {
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(file, bytes);
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
            try (Trajectory trajectory = Trajectory.open(file)) {
                if (trajectory.arraysHash().equals(hash)) {
                    for (int r = 0; r < 3; r++) {
                        assertEquals(STEPS[r], trajectory.step(r));
                        assertEquals(tokens(r, name.equals("converted.npz")), trajectory.tokens(r));
                    }
                }
            } catch (DataException e) {
                assertEquals(
                        file + ": ", e.getMessage().substring(0, file.toString().length() + 2));
            }
        }
    }

    @Test
    void damagedCompressedData() throws IOException {
        byte[] bytes = Fixtures.bytes("deflated.npz");
        bytes[30 + "tokens.npy".length() + 20 + 60] ^= 0x55;
        Path file = Files.write(folder.resolve("damaged.npz"), bytes);
        String message = assertThrows(DataException.class, () -> read(file)).getMessage();
        assertEquals(file + ": array 'tokens' ", message.substring(0, message.indexOf("' ") + 2));
        assertEquals("; expected a whole NPZ file", message.substring(message.indexOf(';')));
    }

    @ParameterizedTest
    @CsvSource({"8, 1", "10, 12"})
    void encryptedOrCompressedInAnotherWay(int field, byte value) throws IOException {
        byte[] bytes = Fixtures.bytes("deflated.npz");
        bytes[directory(bytes) + field] = value;
        Path file = Files.write(folder.resolve("other.npz"), bytes);
        assertProblem(
                file + ": array 'tokens' is encrypted or compressed in an unknown way;"
                        + " expected numpy.savez or savez_compressed",
                () -> read(file));
    }

    @Test
    void compressedDataThatAreOthersThanWereWritten() throws IOException {
        byte[] bytes = Fixtures.bytes("deflated.npz");
        bytes[directory(bytes) + 16] ^= 1;
        Path file = Files.write(folder.resolve("other.npz"), bytes);
        assertProblem(
                file + ": array 'tokens' does not match its checksum; expected a whole NPZ file", () -> read(file));
    }

    /** Where the central directory starts. */
    private static int directory(byte[] zip) {
        return new String(zip, StandardCharsets.ISO_8859_1).indexOf("PK\1\2");
    }

    /** Record r as make_fixtures.py makes it; converted: tripled in float32. */
    private static Tokens tokens(int r, boolean converted) {
        double[] values = new double[8];
        Arrays.setAll(values, index -> (8 * r + index) / 3.0 - 2);
        if (converted) {
            Arrays.setAll(values, index -> (float) (values[index] * 3));
        }
        return Tokens.ofRows(4, 2, values);
    }

    private static String hash(Path file) throws DataException {
        try (Trajectory trajectory = Trajectory.open(file)) {
            return trajectory.arraysHash();
        }
    }

    private static void read(Path file) throws DataException {
        Trajectory.open(file).close();
    }

    private static void assertBad(String name, String problem) {
        Path file = Fixtures.numpy(name);
        assertProblem(file + ": " + problem, () -> read(file));
    }
}
