package org.localmax.experiments.internal;

import java.util.List;
import org.localmax.data.Numbers;
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
        double[][] points = new double[tokens.size()][];
        for (int i = 0; i < points.length; i++) {
            points[i] = row("token " + i, tokens.get(i).getAt());
            if (points[i].length != points[0].length) {
                throw new IllegalArgumentException("token " + i + " has " + points[i].length + " coordinates; expected "
                        + points[0].length + " as in token 0");
            }
        }
        return points;
    }

    /** The rows of a matrix, which semicolons separate. */
    static double[][] matrix(String text) {
        String[] rows = text.split(";", -1);
        double[][] matrix = new double[rows.length][];
        for (int r = 0; r < rows.length; r++) {
            matrix[r] = row("row " + (r + 1), rows[r]);
        }
        return matrix;
    }

    private static double[] row(String name, String text) {
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException(name + " has no numbers; expected numbers separated by blanks");
        }
        String[] words = text.strip().split("[\\s,]+");
        double[] row = new double[words.length];
        for (int k = 0; k < words.length; k++) {
            try {
                row[k] = Numbers.parse(words[k]);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
            }
        }
        return row;
    }
}
