package org.localmax.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.localmax.data.Problems.assertProblem;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.localmax.dynamics.Tokens;

/** Files made by NumPy. */
class NpyFilesTest {

    private static final double[][] WHOLE = {{0, 1}, {7, 100}, {3, 127}};
    private static final String REAL = "; expected real numbers: f2, f4, f8, i1 to i8 or u1 to u8";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"f8_c", "f8_fortran", "f8_big", "version2", "version3"})
    void doublesInEitherOrderAndEveryVersion(String name) throws Exception {
        Path file = Fixtures.numpy(name + ".npy");
        assertEquals(Fixtures.POINTS, TokenFiles.read(file));
        assertArrayEquals(Fixtures.POINTS.token(1), MatrixFiles.read(file)[1]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"f4_little", "f4_big_fortran"})
    void floats(String name) throws Exception {
        Tokens floats = Tokens.of(new double[][] {{0, 1.5}, {-2.25, 3}, {1f / 3, -0.0}});
        assertEquals(floats, TokenFiles.read(Fixtures.numpy(name + ".npy")));
    }

    @Test
    void halfFloats() throws Exception {
        Tokens halves = Tokens.of(new double[][] {{0, 1.5}, {-2.25, 3}, {0.333251953125, -0.0}});
        assertEquals(halves, TokenFiles.read(Fixtures.numpy("f2.npy")));
    }

    @ParameterizedTest
    @CsvSource({
        "i1_little", "i1_big", "i2_little", "i2_big", "i4_little", "i4_big", "i8_little", "i8_big",
        "u1_little", "u1_big", "u2_little", "u2_big", "u4_little", "u4_big", "u8_little", "u8_big"
    })
    void integers(String name) throws Exception {
        double shift = name.startsWith("i") ? -50 : 0;
        double[][] matrix = MatrixFiles.read(Fixtures.numpy(name + ".npy"));
        for (int r = 0; r < WHOLE.length; r++) {
            assertArrayEquals(new double[] {WHOLE[r][0] + shift, WHOLE[r][1] + shift}, matrix[r]);
        }
    }

    @Test
    void integersBeyondDoublesAreRounded() throws Exception {
        double[] rounded = {0x1p64, 0x1p63 + 2048, 0x1p53};
        assertArrayEquals(rounded, MatrixFiles.read(Fixtures.numpy("u8_extreme.npy"))[0]);
    }

    @Test
    void aVectorIsTokensOnALine() throws Exception {
        Tokens line = Tokens.of(new double[][] {{0}, {-2.25}, {1.0 / 3}});
        assertEquals(line, TokenFiles.read(Fixtures.numpy("vector.npy")));
    }

    @Test
    void aVectorIsNoMatrix() {
        Path file = Fixtures.numpy("vector.npy");
        assertProblem(file + ": has shape (3,); expected (rows, columns)", () -> MatrixFiles.read(file));
    }

    @Test
    void whatIsWrittenIsReadBitForBit() throws Exception {
        SplittableRandom random = new SplittableRandom(5);
        for (int trial = 0; trial < 50; trial++) {
            Tokens tokens = Fixtures.randomTokens(random, random.nextInt(1, 3000), random.nextInt(1, 6));
            Path file = folder.resolve(trial + ".npy");
            TokenFiles.writeNpy(file, tokens);
            assertEquals(tokens, TokenFiles.read(file));
        }
    }

    @Test
    void nothingIsOverwritten() throws Exception {
        Path file = Files.writeString(folder.resolve("X0.npy"), "precious");
        assertProblem(
                file + ": exists already; expected a name that is not taken",
                () -> TokenFiles.writeNpy(file, Fixtures.POINTS));
        assertEquals("precious", Files.readString(file));
    }

    @Test
    void noDimension() {
        assertBad("scalar", "has shape (); expected (n, d), or (n,) for d = 1");
    }

    @Test
    void threeDimensions() {
        assertBad("cube", "has shape (2, 3, 2); expected (n, d), or (n,) for d = 1");
    }

    @Test
    void noRows() {
        assertBad("no_rows", "has shape (0, 2); expected at least one element");
    }

    @Test
    void booleans() {
        assertBad("boolean", "holds booleans of type '|b1'" + REAL);
    }

    @Test
    void complexNumbers() {
        assertBad("complex", "holds complex numbers of type '<c16'" + REAL);
    }

    @Test
    void objects() {
        assertBad("object", "holds Python objects of type '|O'" + REAL);
    }

    @Test
    void text() {
        assertBad("text", "holds text of type '<U1'" + REAL);
    }

    @Test
    void records() {
        assertBad("record", "holds records of type '[('a', '<f8'), ('b', '<i4')]'" + REAL);
    }

    @Test
    void notANumber() {
        assertBad("nan", "row 2, column 1 is NaN; expected a finite number");
    }

    @Test
    void infinity() {
        assertBad("infinite", "row 2, column 2 is -Infinity; expected a finite number");
    }

    private static void assertBad(String name, String problem) {
        Path file = Fixtures.numpy(name + ".npy");
        assertProblem(file + ": " + problem, () -> TokenFiles.read(file));
    }
}
