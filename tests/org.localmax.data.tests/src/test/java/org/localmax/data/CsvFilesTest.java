package org.localmax.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.localmax.data.Problems.assertProblem;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.exact.ExactTokens;

class CsvFilesTest {

    private static final Tokens TOKENS = Tokens.of(new double[][] {{1, 2}, {1.0 / 3, -0.25}});

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("X0.csv");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1,2\n1/3,-0.25\n",
                "1,2\n1/3,-0.25",
                "1,2\r\n1/3,-0.25\r\n",
                "1;2\n1/3;-0.25\n",
                "1\t2\n1/3\t-0.25\n",
                " 1 , 2\n1/3, -25e-2 \n",
                "x1,x2\n1,2\n1/3,-0.25\n",
                "\"x1\",\"x2\"\n\"1\",\"2\"\n1/3,-0.25\n",
                "the first, coordinate;second\n1;2\n1/3;-0.25\n",
                "\uFEFF1,2\n1/3,-0.25\n",
                "\uFEFFx1,x2\n1,2\n1/3,-0.25\n",
                "# two tokens; of A, B\n\n1,2\n   \n# half\tway\n  # indented\n1/3,-0.25\n\n",
            })
    void theseAreTheSameTwoTokens(String text) throws Exception {
        Files.writeString(file, text);
        assertEquals(TOKENS, TokenFiles.read(file));
        ExactTokens exact = TokenFiles.readExactly(file);
        assertEquals("[[1, 2], [1/3, -1/4]]", exact.toString());
    }

    @Test
    void numbersAreReadAsTheyAreWrittenWhenAsked() throws Exception {
        Files.writeString(file, "2.1,1e-2\n1/3,-0.0\n");
        assertEquals("[[21/10, 1/100], [1/3, 0]]", TokenFiles.readExactly(file).toString());
        assertEquals("[21/10, 1/100]", Arrays.toString(MatrixFiles.readExactly(file)[0]));
        Path again = folder.resolve("again.csv");
        TokenFiles.writeCsv(again, TokenFiles.readExactly(file), CancellationCheck.NONE);
        assertEquals("x1,x2\n21/10,1/100\n1/3,0\n", Files.readString(again));
        assertEquals(TokenFiles.readExactly(file), TokenFiles.readExactly(again));
        Path npy = folder.resolve("again.npy");
        TokenFiles.writeNpy(npy, TokenFiles.read(file));
        assertEquals(ExactTokens.of(TokenFiles.read(file)), TokenFiles.readExactly(npy));
    }

    @Test
    void aMatrixMayBeRectangular() throws Exception {
        Files.writeString(file, "1,2,3\n4,5,6\n");
        double[][] matrix = MatrixFiles.read(file);
        assertEquals(2, matrix.length);
        assertArrayEquals(new double[] {1, 2, 3}, matrix[0]);
        assertArrayEquals(new double[] {4, 5, 6}, matrix[1]);
    }

    @Test
    void theContentCountsNotTheName() throws Exception {
        Path csv = folder.resolve("looks.npy");
        Files.writeString(csv, "1,2\n");
        assertEquals(Tokens.of(new double[] {1, 2}), TokenFiles.read(csv));
        Files.copy(Fixtures.numpy("f8_c.npy"), file);
        assertEquals(Fixtures.POINTS, TokenFiles.read(file));
    }

    @Test
    void aMillionRowsFit() throws Exception {
        int rows = 1_000_000;
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < rows; i++) {
                out.write(i + ".5,-" + i + "\n");
            }
        }
        Tokens tokens = TokenFiles.read(file);
        assertEquals(rows, tokens.count());
        assertArrayEquals(new double[] {rows - 1 + 0.5, 1 - rows}, tokens.token(rows - 1));
    }

    @Test
    void writingNamesTheCoordinates() throws Exception {
        TokenFiles.writeCsv(file, TOKENS);
        assertEquals("x1,x2\n1.0,2.0\n0.3333333333333333,-0.25\n", Files.readString(file));
    }

    @Test
    void whatIsWrittenIsReadBitForBit() throws Exception {
        SplittableRandom random = new SplittableRandom(3);
        for (int trial = 0; trial < 100; trial++) {
            Tokens tokens = Fixtures.randomTokens(random, random.nextInt(1, 20), random.nextInt(1, 6));
            Path written = folder.resolve(trial + ".csv");
            TokenFiles.writeCsv(written, tokens);
            assertEquals(tokens, TokenFiles.read(written));
        }
    }

    @Test
    void nothingIsOverwritten() throws Exception {
        Files.writeString(file, "precious");
        assertProblem(
                file + ": exists already; expected a name that is not taken", () -> TokenFiles.writeCsv(file, TOKENS));
        assertEquals("precious", Files.readString(file));
    }

    @Test
    void writingIntoAFolderThatIsNotThereSaysSo() {
        Path lost = folder.resolve("none").resolve("X0.csv");
        assertProblem(lost + ": no such file or folder; expected it to exist", () -> TokenFiles.writeCsv(lost, TOKENS));
    }

    @Test
    void aMissingFile() {
        assertBad(": no such file; expected a CSV or NPY file");
    }

    @Test
    void aFolder() throws IOException {
        Files.createDirectory(file);
        assertBad(": is a folder; expected a CSV or NPY file");
    }

    @Test
    void aDevice() {
        file = Path.of("/dev/null");
        assertBad(": is not a regular file; expected a CSV or NPY file");
    }

    @Test
    void anEmptyFile() throws IOException {
        assertBad("", ": is empty; expected rows of numbers");
    }

    @ParameterizedTest
    @ValueSource(strings = {"# only\n# words\n", "\n\n  \n", "\uFEFF# a\n", "\uFEFF"})
    void aFileWithoutRows(String text) throws IOException {
        assertBad(text, ": has no rows; expected rows of numbers");
    }

    @Test
    void namesWithoutRows() throws IOException {
        assertBad("# a\nx1,x2\n", ":2: names columns and no row follows; expected rows of numbers");
    }

    @Test
    void aRowTooLong() throws IOException {
        assertBad("1,2\n\n1,2,3\n", ":3: has 3 fields; expected 2 as in line 1");
    }

    @Test
    void aRowTooShort() throws IOException {
        assertBad("# a\r\nx1,x2\r\n1,2\r\n5\r\n", ":4: has 1 field; expected 2 as in line 2");
    }

    @Test
    void aWord() throws IOException {
        assertBad("1,2\n# c\n1,abc\n", ":3: column 2: 'abc' is not a number; expected a decimal or a fraction p/q");
    }

    @Test
    void aSecondHeader() throws IOException {
        assertBad("a,b\na,b\n", ":2: column 1: 'a' is not a number; expected a decimal or a fraction p/q");
    }

    @Test
    void aNumberGoneWrongInTheFirstRowIsNoHeader() throws IOException {
        assertBad("1x,b\n1,2\n", ":1: column 1: '1x' is not a number; expected a decimal or a fraction p/q");
        assertBad("a,.5\n1,2\n", ":1: column 1: 'a' is not a number; expected a decimal or a fraction p/q");
        assertBad("NaN,nan\n1,2\n", ":1: column 1: 'NaN' is not a finite number; expected a decimal or a fraction p/q");
    }

    @Test
    void aColumnOfRowLabels() throws IOException {
        assertBad(
                ",x1,x2\n0,1,2\n",
                ":1: column 1 has no name; expected a name for each column, and no column of row labels");
    }

    @Test
    void anEmptyField() throws IOException {
        assertBad("1,2\n1,\n", ":2: column 2: '' is not a number; expected a decimal or a fraction p/q");
    }

    @Test
    void notANumber() throws IOException {
        assertBad("1,2\nnan,2\n", ":2: column 1: 'nan' is not a finite number; expected a decimal or a fraction p/q");
    }

    @Test
    void infinity() throws IOException {
        assertBad("1,2\n1,-inf\n", ":2: column 2: '-inf' is not a finite number; expected a decimal or a fraction p/q");
    }

    @Test
    void aZeroDenominator() throws IOException {
        assertBad("1/0\n", ":1: column 1: '1/0' has the denominator 0; expected a decimal or a fraction p/q");
    }

    @Test
    void blanksBetweenNumbers() throws IOException {
        assertBad(
                "1.0 2.0\n",
                ":1: column 1: '1.0 2.0' is not a number; expected a decimal or a fraction p/q"
                        + ", and fields separated by comma, semicolon or tab");
    }

    @Test
    void anOpenQuotationMarkSpoilsItsOwnLineOnly() throws IOException {
        assertBad("1,2\n\"1,2\n3,4\n", ":2: column 1: '\"1' is not a number; expected a decimal or a fraction p/q");
    }

    @Test
    void aLongFieldIsShownShort() throws IOException {
        assertBad(
                "1\n" + "y".repeat(1000) + "\n",
                ":2: column 1: '" + "y".repeat(40) + "…' is not a number; expected a decimal or a fraction p/q");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,2\né,3\n", "é\n1\n"})
    void anotherEncoding(String text) throws IOException {
        Files.write(file, text.getBytes(StandardCharsets.ISO_8859_1));
        assertBad(": is not UTF-8 text; expected a CSV file in UTF-8, or an NPY file");
    }

    @Test
    void utf16() throws IOException {
        Files.write(file, "1,2\n".getBytes(StandardCharsets.UTF_16));
        assertBad(": is not UTF-8 text; expected a CSV file in UTF-8, or an NPY file");
    }

    @Test
    void anArchive() throws IOException {
        Files.copy(Fixtures.numpy("stored.npz"), file);
        assertBad(": is a zip archive; expected a CSV or NPY file");
    }

    @Test
    void badLinesAreFoundWhereverTheyAre() throws IOException {
        SplittableRandom random = new SplittableRandom(4);
        for (int trial = 0; trial < 50; trial++) {
            String[] lines = new String[random.nextInt(2, 400)];
            Arrays.setAll(lines, i -> i > 0 && random.nextInt(4) == 0 ? random.nextBoolean() ? "" : "# c" : i + ",1");
            int bad = random.nextInt(1, lines.length);
            lines[bad] = "1,oops";
            String end = random.nextBoolean() ? "\n" : "\r\n";
            assertBad(
                    String.join(end, lines),
                    ":" + (bad + 1) + ": column 2: 'oops' is not a number; expected a decimal or a fraction p/q");
        }
    }

    private void assertBad(String text, String problem) throws IOException {
        Files.writeString(file, text);
        assertBad(problem);
    }

    private void assertBad(String problem) {
        assertProblem(file + problem, () -> TokenFiles.read(file));
        assertProblem(file + problem, () -> TokenFiles.readExactly(file));
        assertProblem(file + problem, () -> MatrixFiles.read(file));
    }
}
