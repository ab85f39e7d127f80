package org.localmax.experiments.internal.certificates;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.localmax.dynamics.Rational;
import org.localmax.dynamics.exact.ExactMatrix;
import org.localmax.dynamics.exact.ExactTokens;

/** Numbers as Python writes them, Q being its Fraction. */
final class PythonText {

    /** Numbers, t, + - * / and brackets, which Python reads as formulas do. */
    private static final Pattern PLAIN = Pattern.compile("[0-9.t+*/() -]+");

    /** Two things next to each other, which a formula multiplies, and powers. */
    private static final Pattern IMPLICIT = Pattern.compile("[0-9.t)] *[(t]|[t)] *[0-9.(t]|[0-9.] +[0-9.]|\\*\\*|//");

    private static final Pattern NUMBER = Pattern.compile("[0-9]+(\\.[0-9]*)?|\\.[0-9]+");

    private PythonText() {}

    static String number(Rational value) {
        return value.isInteger() ? "Q(" + value + ")" : "Q(\"" + value + "\")";
    }

    static String vector(Rational[] values) {
        return Arrays.stream(values).map(PythonText::number).collect(Collectors.joining(", ", "[", "]"));
    }

    static String matrix(ExactMatrix matrix) {
        int d = matrix.dimension();
        return IntStream.range(0, d)
                .mapToObj(r -> vector(
                        IntStream.range(0, d).mapToObj(c -> matrix.get(r, c)).toArray(Rational[]::new)))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    static String points(ExactTokens tokens) {
        return IntStream.range(0, tokens.count())
                .mapToObj(i -> "    " + vector(tokens.token(i)) + ",\n")
                .collect(Collectors.joining("", "[\n", "]"));
    }

    /** Whether Python reads a formula in t as it is meant. */
    static boolean isPlain(String formula) {
        return PLAIN.matcher(formula).matches() && !IMPLICIT.matcher(formula).find();
    }

    /** A {@linkplain #isPlain plain} formula over the fractions. */
    static String formula(String formula) {
        return NUMBER.matcher(formula).replaceAll("Q(\"$0\")");
    }

    /** The values from t = 0 to the last step as an expression in t; None for those that are infinite. */
    static String table(LongFunction<Optional<Rational>> values, long last) {
        return LongStream.rangeClosed(0, last)
                .mapToObj(t -> values.apply(t).map(PythonText::number).orElse("None"))
                .collect(Collectors.joining(", ", "[", "][t]"));
    }
}
