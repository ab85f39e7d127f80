package org.localmax.experiments.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.localmax.data.Numbers;
import org.localmax.dynamics.Rational;
import org.localmax.dynamics.exact.ExactTokens;
import org.localmax.model.Token;

/** Points and matrices written as text in an experiment: numbers or fractions separated by blanks. */
final class TokenText {

    private TokenText() {}

    /**
     * The points of tokens, one array a token.
     *
     * @throws IllegalArgumentException with a message for the user
     */
    static double[][] points(List<Token> tokens) {
        return points(tokens, Numbers::parse).stream().map(TokenText::doubles).toArray(double[][]::new);
    }

    /** The same as they are written: 2.1 is 21/10. */
    static ExactTokens exactPoints(List<Token> tokens) {
        return ExactTokens.of(fractions(points(tokens, Numbers::parseExactly)));
    }

    private static <N> List<List<N>> points(List<Token> tokens, Function<String, N> number) {
        List<List<N>> points = new ArrayList<>();
        for (Token token : tokens) {
            List<N> point = row("token " + points.size(), token.getAt(), number);
            points.add(point);
            if (point.size() != points.getFirst().size()) {
                throw new IllegalArgumentException("token " + (points.size() - 1) + " has " + point.size()
                        + " coordinates; expected " + points.getFirst().size() + " as in token 0");
            }
        }
        return points;
    }

    /** The rows of a matrix, which semicolons separate. */
    static double[][] matrix(String text) {
        return rows(text, Numbers::parse).stream().map(TokenText::doubles).toArray(double[][]::new);
    }

    /** The same as they are written. */
    static Rational[][] exactMatrix(String text) {
        return fractions(rows(text, Numbers::parseExactly));
    }

    private static <N> List<List<N>> rows(String text, Function<String, N> number) {
        List<List<N>> rows = new ArrayList<>();
        for (String row : text.split(";", -1)) {
            rows.add(row("row " + (rows.size() + 1), row, number));
        }
        return rows;
    }

    private static <N> List<N> row(String name, String text, Function<String, N> number) {
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException(name + " has no numbers; expected numbers separated by blanks");
        }
        try {
            return Arrays.stream(text.strip().split("[\\s,]+")).map(number).toList();
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
        }
    }

    private static double[] doubles(List<Double> row) {
        return row.stream().mapToDouble(value -> value).toArray();
    }

    private static Rational[][] fractions(List<List<Rational>> rows) {
        return rows.stream().map(row -> row.toArray(Rational[]::new)).toArray(Rational[][]::new);
    }
}
