package org.localmax.experiments.internal.certificates;

import java.util.Arrays;
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

    /**
     * A schedule as an expression in t.
     *
     * @param text what the user wrote
     * @param values its values, of which those from 0 to the last step are listed where Python would read the text otherwise
     */
    static String schedule(String text, LongFunction<Rational> values, long last) {
        if (PLAIN.matcher(text).matches() && !IMPLICIT.matcher(text).find()) {
            return NUMBER.matcher(text).replaceAll("Q(\"$0\")");
        }
        return LongStream.rangeClosed(0, last)
                .mapToObj(t -> number(values.apply(t)))
                .collect(Collectors.joining(", ", "[", "][t]"));
    }
}
