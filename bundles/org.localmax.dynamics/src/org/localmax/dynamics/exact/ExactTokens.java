package org.localmax.dynamics.exact;

import java.util.Arrays;
import org.localmax.dynamics.Rational;
import org.localmax.dynamics.Tokens;

/** A configuration of n tokens in Q^d. Immutable. Tokens are numbered from 0. */
public final class ExactTokens {

    private final Rational[][] points;

    private ExactTokens(Rational[][] points) {
        this.points = points;
    }

    /**
     * Tokens from one array a token; the arrays are copied.
     *
     * @throws IllegalArgumentException if there is none or their dimensions differ
     */
    public static ExactTokens of(Rational[]... points) {
        if (points.length == 0 || points[0].length == 0) {
            throw new IllegalArgumentException("expected at least one token of at least one coordinate");
        }
        Rational[][] copies = new Rational[points.length][];
        for (int i = 0; i < points.length; i++) {
            if (points[i].length != points[0].length) {
                throw new IllegalArgumentException("token " + i + " has " + points[i].length + " coordinates; expected "
                        + points[0].length + " as in token 0");
            }
            copies[i] = points[i].clone();
        }
        return new ExactTokens(copies);
    }

    /** The numbers that the doubles are, to the last bit. */
    public static ExactTokens of(Tokens tokens) {
        Rational[][] points = new Rational[tokens.count()][];
        for (int i = 0; i < points.length; i++) {
            points[i] = Arrays.stream(tokens.token(i)).mapToObj(Rational::of).toArray(Rational[]::new);
        }
        return new ExactTokens(points);
    }

    /** The number n of tokens. */
    public int count() {
        return points.length;
    }

    /** The dimension d. */
    public int dimension() {
        return points[0].length;
    }

    /** Coordinate k of token i. */
    public Rational get(int i, int k) {
        return points[i][k];
    }

    /** A copy of token i. */
    public Rational[] token(int i) {
        return points[i].clone();
    }

    /** Whether two tokens are the same point. */
    public boolean coincide(int i, int j) {
        return Arrays.equals(points[i], points[j]);
    }

    /** &lt;v, x_j&gt;. */
    public Rational product(Rational[] vector, int j) {
        Rational sum = Rational.ZERO;
        for (int k = 0; k < vector.length; k++) {
            sum = sum.plus(vector[k].times(points[j][k]));
        }
        return sum;
    }

    /** The mean of some tokens, at least one. */
    public Rational[] mean(int[] group) {
        Rational[] mean = new Rational[dimension()];
        Arrays.fill(mean, Rational.ZERO);
        for (int i : group) {
            Arrays.setAll(mean, k -> mean[k].plus(points[i][k]));
        }
        Rational share = Rational.of(1, group.length);
        Arrays.setAll(mean, k -> mean[k].times(share));
        return mean;
    }

    /** The nearest doubles. */
    public Tokens rounded() {
        return Tokens.of(Arrays.stream(points)
                .map(point ->
                        Arrays.stream(point).mapToDouble(Rational::toDouble).toArray())
                .toArray(double[][]::new));
    }

    /** How many bits the longest coordinate has. */
    public int bits() {
        return Arrays.stream(points)
                .flatMap(Arrays::stream)
                .mapToInt(Rational::bits)
                .max()
                .orElseThrow();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ExactTokens that && Arrays.deepEquals(points, that.points);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(points);
    }

    @Override
    public String toString() {
        return Arrays.deepToString(points);
    }
}
