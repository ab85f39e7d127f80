package org.localmax.data;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.localmax.data.Problems.assertProblem;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** NPY files that no NumPy wrote; none of them may take time or memory. */
class DamagedNpyTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("X0.npy");
    }

    @Test
    void truncatedData() throws IOException {
        byte[] whole = Fixtures.bytes("f8_c.npy");
        assertBad(
                Arrays.copyOf(whole, whole.length - 1),
                "is truncated: shape (3, 2) of <f8 takes 48 bytes of data and 47 are there; expected one whole array");
    }

    @Test
    void dataLeftOver() throws IOException {
        byte[] whole = Fixtures.bytes("f8_c.npy");
        assertBad(
                Arrays.copyOf(whole, whole.length + 8),
                "has bytes left over: shape (3, 2) of <f8 takes 48 bytes of data and 56 are there;"
                        + " expected one whole array");
    }

    @Test
    void everyTruncationIsNoticed() throws IOException {
        byte[] whole = Fixtures.bytes("f8_c.npy");
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThrows(DataException.class, () -> TokenFiles.read(file), "cut at " + length);
        }
    }

    @Test
    void endsWithinItsStart() throws IOException {
        assertBad(Arrays.copyOf(Fixtures.bytes("f8_c.npy"), 9), "ends within the NPY header; expected a whole array");
    }

    @Test
    void anUnknownVersion() throws IOException {
        byte[] bytes = Fixtures.bytes("f8_c.npy");
        bytes[6] = 4;
        assertBad(bytes, "has NPY version 4; expected 1, 2 or 3");
    }

    @Test
    void aHeaderLongerThanTheFile() throws IOException {
        byte[] bytes = Fixtures.bytes("version2.npy");
        Arrays.fill(bytes, 8, 12, (byte) 0xFF);
        assertBad(bytes, "announces a header of 4294967295 bytes and has 164 bytes left; expected a whole array");
    }

    @Test
    void anAbsurdHeaderInAHugeFile() throws IOException {
        byte[] bytes = Fixtures.bytes("version2.npy");
        Arrays.fill(bytes, 8, 12, (byte) 0x7F);
        Files.write(file, bytes);
        lengthen(1L << 32);
        assertBad("announces a header of 2139062143 bytes; expected at most 65536");
    }

    @Test
    void aHeaderWithoutShape() throws IOException {
        assertBad(
                npy("{'descr': '<f8'}", 8),
                "has the NPY header '{'descr': '<f8'}'; expected descr, fortran_order and shape");
    }

    @Test
    void aShapeBeyondLong() throws IOException {
        assertBad(
                npy(header("(99999999999999999999,)"), 8),
                "has shape (99999999999999999999,); expected lengths below 2^63");
    }

    @Test
    void aShapeWhoseProductOverflows() throws IOException {
        assertBad(
                npy(header("(4294967296, 4294967296)"), 8),
                "has shape (4294967296, 4294967296); expected less than 2^63 bytes");
    }

    @Test
    void aShapeLargerThanTheFile() throws IOException {
        assertBad(
                npy(header("(2000000000, 3)"), 16),
                "is truncated: shape (2000000000, 3) of <f8 takes 48000000000 bytes of data and 16 are there;"
                        + " expected one whole array");
    }

    @Test
    void moreValuesThanAnArrayHolds() throws IOException {
        Files.write(file, npy(header("(65536, 32768)").replace("<f8", "|i1"), 0));
        lengthen(Files.size(file) + (1L << 31));
        assertBad("has shape (65536, 32768); expected at most 2147483639 values");
    }

    @Test
    void moreRowsThanAnArrayHolds() throws IOException {
        Files.write(file, npy(header("(2147483648,)").replace("<f8", "|i1"), 0));
        lengthen(Files.size(file) + (1L << 31));
        assertProblem(
                file + ": has shape (2147483648,); expected at most 2147483639 values", () -> TokenFiles.read(file));
    }

    private static String header(String shape) {
        return "{'descr': '<f8', 'fortran_order': False, 'shape': " + shape + ", }";
    }

    private static byte[] npy(String header, int dataLength) {
        byte[] start = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) header.length(), 0};
        byte[] bytes = Arrays.copyOf(start, start.length + header.length() + dataLength);
        System.arraycopy(header.getBytes(StandardCharsets.US_ASCII), 0, bytes, start.length, header.length());
        return bytes;
    }

    private void lengthen(long size) throws IOException {
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(size);
        }
    }

    private void assertBad(byte[] bytes, String problem) throws IOException {
        Files.write(file, bytes);
        assertBad(problem);
    }

    private void assertBad(String problem) {
        assertProblem(file + ": " + problem, () -> TokenFiles.read(file));
        assertProblem(file + ": " + problem, () -> MatrixFiles.read(file));
    }
}
