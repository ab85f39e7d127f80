package org.localmax.plots;

import java.math.BigDecimal;
import java.util.List;

/** Numbers as they stand beside ticks, with a true minus sign. */
final class Digits {

    private static final int MOST_PLAIN = 5;

    private Digits() {}

    /** Numbers with so many decimals, or times powers of ten where they are very large or small and that is shorter. */
    static List<String> of(List<BigDecimal> values, int decimals) {
        List<String> plain =
                values.stream().map(value -> plain(value, decimals)).toList();
        int largest = values.stream()
                .filter(value -> value.signum() != 0)
                .mapToInt(Digits::exponent)
                .max()
                .orElse(0);
        if (largest < MOST_PLAIN && (decimals <= MOST_PLAIN || largest >= -1)) {
            return plain;
        }
        List<String> powers = values.stream().map(Digits::withPower).toList();
        return length(powers) < length(plain) ? powers : plain;
    }

    private static String plain(BigDecimal value, int decimals) {
        return value.signum() == 0 ? "0" : minus(value.setScale(decimals).toPlainString());
    }

    private static String withPower(BigDecimal value) {
        if (value.signum() == 0) {
            return "0";
        }
        int exponent = exponent(value);
        BigDecimal mantissa = value.movePointLeft(exponent).stripTrailingZeros();
        if (mantissa.abs().compareTo(BigDecimal.ONE) == 0) {
            return (mantissa.signum() < 0 ? "\u2212" : "") + powerOfTen(exponent);
        }
        return minus(mantissa.toPlainString()) + "\u00d7" + powerOfTen(exponent);
    }

    private static int length(List<String> texts) {
        return texts.stream().mapToInt(String::length).sum();
    }

    static String powerOfTen(int exponent) {
        StringBuilder text = new StringBuilder("10");
        for (char digit : Integer.toString(exponent).toCharArray()) {
            text.append(raised(digit));
        }
        return text.toString();
    }

    /** The power of ten of the first digit that is not zero. */
    static int exponent(BigDecimal value) {
        return value.precision() - value.scale() - 1;
    }

    private static char raised(char character) {
        return switch (character) {
            case '-' -> '\u207b';
            case '1' -> '\u00b9';
            case '2' -> '\u00b2';
            case '3' -> '\u00b3';
            default -> (char) ('\u2070' + (character - '0'));
        };
    }

    private static String minus(String text) {
        return text.replace('-', '\u2212');
    }
}
