package org.localmax.plots;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TicksTest {

    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    @Test
    void negativeNumbersHaveAMinusSign() {
        assertEquals(List.of("−1.0", "−0.5", "0", "0.5", "1.0"), labels(-1.1, 1.1, false, false, 5));
    }

    @Test
    void wholeNumbersAreNotDivided() {
        assertEquals(List.of("0", "1", "2", "3"), labels(-0.2, 3.2, false, true, 20));
    }

    @Test
    void powersOfTenStandOnALogarithmicAxis() {
        assertEquals(List.of("10⁻³", "10⁻²", "10⁻¹", "10⁰", "10¹"), labels(5e-4, 20, true, false, 5));
    }

    @Test
    void fewPowersOfTenStandOnALongLogarithmicAxis() {
        assertEquals(List.of("10⁻²⁰⁰", "10⁰", "10²⁰⁰"), labels(1e-300, 1e300, true, false, 3));
    }

    @Test
    void withinADecadeALogarithmicAxisHasPlainNumbers() {
        assertEquals(List.of("1", "2", "5"), labels(0.9, 8, true, false, 5));
        assertEquals(List.of("3.0", "3.1", "3.2"), labels(2.95, 3.25, true, false, 3));
    }

    @Test
    void veryLargeAndSmallNumbersAreWrittenWithPowers() {
        assertEquals(List.of("−10³⁰⁰", "0", "10³⁰⁰", "2×10³⁰⁰"), labels(-1e300, 2e300, false, false, 5));
        assertEquals(List.of("0", "5×10⁻⁸", "10⁻⁷"), labels(0, 1e-7, false, false, 2));
    }

    /** Ranges of all sizes: ticks rise, lie in the range, say which number they stand at, and no two say the same. */
    @Test
    void everyLabelIsTheNumberAtItsTick() {
        Random random = new Random(5);
        for (int k = 0; k < 3000; k++) {
            double size = StrictMath.pow(10, 600 * random.nextDouble() - 300);
            double low = size * (random.nextDouble() - 0.5);
            double high = low + size * StrictMath.pow(10, -8 * random.nextDouble());
            List<Tick> ticks = Ticks.on(new Scale(new Interval(low, high), false), false, 1 + random.nextInt(6));
            double last = Double.NEGATIVE_INFINITY;
            for (Tick tick : ticks) {
                assertTrue(tick.value() > last && low <= tick.value() && tick.value() <= high);
                assertEquals(tick.value(), number(tick.label()), () -> low + " .. " + high + ": " + tick);
                last = tick.value();
            }
            assertTrue(ticks.size() <= 8, () -> low + " .. " + high + ": " + ticks);
        }
    }

    private static List<String> labels(double low, double high, boolean logarithmic, boolean whole, int about) {
        return Ticks.on(new Scale(new Interval(low, high), logarithmic), whole, about).stream()
                .filter(Tick::isLabelled)
                .map(Tick::label)
                .toList();
    }

    private static double number(String label) {
        String text = label.replace('−', '-');
        int power = text.indexOf("10") >= 0 && text.chars().anyMatch(c -> RAISED.indexOf(c) >= 0 || c == '⁻')
                ? text.lastIndexOf("10")
                : -1;
        if (power < 0) {
            return Double.parseDouble(text);
        }
        StringBuilder exponent = new StringBuilder();
        for (char c : text.substring(power + 2).toCharArray()) {
            exponent.append(c == '⁻' ? "-" : String.valueOf(RAISED.indexOf(c)));
        }
        String mantissa = text.substring(0, power).replace("×", "");
        BigDecimal factor =
                mantissa.isEmpty() || mantissa.equals("-") ? new BigDecimal(mantissa + "1") : new BigDecimal(mantissa);
        return factor.scaleByPowerOfTen(Integer.parseInt(exponent.toString())).doubleValue();
    }
}
