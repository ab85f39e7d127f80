package org.localmax.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

    private static final String EXPECTED = "; expected a decimal or a fraction p/q";

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0, -0.0",
        "+7, 7",
        "2.5e-3, 0.0025",
        "1E+2, 100",
        ".5, 0.5",
        "5., 5",
        "0.1, 0.1",
        "1/3, 0.3333333333333333",
        "-1/12, -0.08333333333333333",
        "+6/4, 1.5",
        "0/5, 0",
        "1.7976931348623157e308, 1.7976931348623157e308",
        "4.9e-324, 4.9e-324",
        "1e-400, 0"
    })
    void readsDecimalsAndFractions(String text, double value) {
        assertEquals(value, Numbers.parse(text));
    }

    @Test
    void whiteSpaceAroundANumberDoesNotCount() {
        assertEquals(1.5, Numbers.parse(" \t3/2 "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "abc", "1d", "1f", "1.0D", "0x10", "0x1p3", "1e", "1e+", ".", "-", "+-1", "1.2.3", "1_000", "1,5",
                "1 2", "1/", "/2", "1/-2", "1/2/3", "1.5/2", "1 / 2", "٣", "−1", "1e5/2", "e5"
            })
    void anythingElseIsNotANumber(String text) {
        assertMessage("'" + text + "' is not a number" + EXPECTED, text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "nan", "inf", "-Infinity", "+INF"})
    void numbersAreFinite(String text) {
        assertMessage("'" + text + "' is not a finite number" + EXPECTED, text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e309", "-1e999"})
    void numbersFitAFloat(String text) {
        assertMessage("'" + text + "' is beyond the range of a 64-bit float" + EXPECTED, text);
    }

    @Test
    void partsOfAFractionMayBeLongerThanAFloat() {
        String huge = "9".repeat(400);
        assertEquals(0, Numbers.parse("1/" + huge));
        assertEquals(-1, Numbers.parse("-" + huge + "/" + huge));
        assertEquals(0.1, Numbers.parse(huge + "/" + huge + "0"));
        String shown = "9".repeat(40);
        assertMessage("'" + shown + "…' is beyond the range of a 64-bit float" + EXPECTED, huge + "/7");
    }

    @ParameterizedTest
    @CsvSource({
        "2.1, 21/10",
        "-1/12, -1/12",
        "+6/4, 3/2",
        "2e-3, 1/500",
        ".5, 1/2",
        "5., 5",
        "1e2, 100",
        "-0.0, 0",
        "0/5, 0"
    })
    void numbersAreReadAsTheyAreWritten(String text, String fraction) {
        assertEquals(fraction, Numbers.parseExactly(" " + text + "\t").toString());
        assertEquals(Numbers.parse(text) + 0.0, Numbers.parseExactly(text).toDouble()); // a fraction has no -0
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "1d", "0x10", "1.5/2", "1/-2", "٣", "NaN", "-inf", "1e309", "1/0", "-3/00"})
    void whatIsNoNumberIsNoneExactlyEither(String text) {
        assertMessage(
                assertThrows(NumberFormatException.class, () -> Numbers.parseExactly(text))
                        .getMessage(),
                text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1/0", "0/0", "-3/00"})
    void denominatorsAreNotZero(String text) {
        assertMessage("'" + text + "' has the denominator 0" + EXPECTED, text);
    }

    @Test
    void everyDoubleSurvivesItsOwnText() {
        SplittableRandom random = new SplittableRandom(1);
        for (int trial = 0; trial < 20_000; trial++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                assertEquals(value, Numbers.parse(Double.toString(value)));
            }
        }
    }

    @Test
    void aFractionIsTheQuotient() {
        SplittableRandom random = new SplittableRandom(2);
        for (int trial = 0; trial < 5_000; trial++) {
            long p = random.nextLong(-1L << 53, 1L << 53);
            long q = random.nextLong(1, 1L << 53);
            assertEquals((double) p / q, Numbers.parse(p + "/" + q));
        }
    }

    private static void assertMessage(String message, String text) {
        assertEquals(
                message,
                assertThrows(NumberFormatException.class, () -> Numbers.parse(text))
                        .getMessage());
    }
}
