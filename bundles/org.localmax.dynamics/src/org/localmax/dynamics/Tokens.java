package org.localmax.dynamics;

import java.util.Arrays;
import java.util.concurrent.atomic.DoubleAccumulator;
import java.util.concurrent.atomic.LongAccumulator;

/**
 * A configuration of n tokens x_1..x_n in R^d, stored row by row. Immutable; coordinates are finite.
 *
 * <p>Tokens are numbered from 0. {@code n * d} must fit an {@code int}.
 */
public final class Tokens {

    /** So many coordinates take some tenths of a millisecond to look at. */
    private static final int COORDINATES_A_BLOCK = 1 << 17;

    private final int count;
    private final int dimension;
    private final double[] values;

    private Tokens(int count, int dimension, double[] values) {
        this.count = count;
        this.dimension = dimension;
        this.values = values;
    }

    /**
     * Tokens over an array that the caller gives away and no longer changes.
     *
     * @param values n x d coordinates, row by row
     * @throws IllegalArgumentException if the shape is empty or does not match, or a coordinate is not finite
     */
    public static Tokens ofRows(int count, int dimension, double[] values) {
        return ofRows(count, dimension, values, Workers.ALONE);
    }

    /** The same, looked at by workers. */
    static Tokens ofRows(int count, int dimension, double[] values, Workers workers) {
        if (count < 1 || dimension < 1) {
            throw new IllegalArgumentException("expected at least one token of at least one coordinate, not " + count
                    + " tokens of " + dimension + " coordinates");
        }
        if ((long) count * dimension != values.length) {
            throw new IllegalArgumentException("expected " + (long) count * dimension + " coordinates for " + count
                    + " tokens in dimension " + dimension + ", not " + values.length);
        }
        int index = values.length <= COORDINATES_A_BLOCK
                ? firstNotFinite(values, 0, values.length)
                : firstNotFinite(values, workers);
        if (index < values.length) {
            throw new IllegalArgumentException("coordinate " + (index % dimension + 1) + " of token "
                    + index / dimension + " is " + values[index] + "; expected a finite number");
        }
        return new Tokens(count, dimension, values);
    }

    /** The index of the first coordinate that is not finite; their number if all are. */
    private static int firstNotFinite(double[] values, Workers workers) {
        LongAccumulator notFinite = new LongAccumulator(Math::min, values.length);
        workers.forRanges(values.length, COORDINATES_A_BLOCK, (from, to) -> {
            int index = firstNotFinite(values, from, to);
            notFinite.accumulate(index < to ? index : values.length);
        });
        return notFinite.intValue();
    }

    private static int firstNotFinite(double[] values, int from, int to) {
        int index = from;
        while (index < to && Double.isFinite(values[index])) {
            index++;
        }
        return index;
    }

    /** Tokens from one array a token; the arrays are copied. */
    public static Tokens of(double[]... points) {
        int dimension = points.length == 0 ? 0 : points[0].length;
        double[] values = new double[points.length * dimension];
        for (int i = 0; i < points.length; i++) {
            if (points[i].length != dimension) {
                throw new IllegalArgumentException("token " + i + " has " + points[i].length + " coordinates; expected "
                        + dimension + " as in token 0");
            }
            System.arraycopy(points[i], 0, values, i * dimension, dimension);
        }
        return ofRows(points.length, dimension, values);
    }

    /** The number n of tokens. */
    public int count() {
        return count;
    }

    /** The dimension d. */
    public int dimension() {
        return dimension;
    }

    /** Coordinate k of token i. */
    public double get(int i, int k) {
        return values[i * dimension + k];
    }

    /** A copy of token i. */
    public double[] token(int i) {
        return Arrays.copyOfRange(values, i * dimension, (i + 1) * dimension);
    }

    /** All coordinates, n x d row by row: the tokens' own array, to be read and never changed. */
    public double[] rows() {
        return values;
    }

    /** Whether tokens i and j are equal in every coordinate (0 and -0 are equal). */
    public boolean coincide(int i, int j) {
        for (int k = 0; k < dimension; k++) {
            if (get(i, k) != get(j, k)) {
                return false;
            }
        }
        return true;
    }

    /** The largest Euclidean distance of a token from the one of the same number among as many others. */
    public double farthest(Tokens others) {
        return Vectors.greatestDistance(values, others.values, dimension, 0, count);
    }

    /** The largest Euclidean norm of a token. */
    public double largestNorm() {
        return largestNorm(Workers.ALONE);
    }

    /** The same, found by workers. */
    double largestNorm(Workers workers) {
        if (areFew()) {
            return Vectors.largestNorm(values, dimension, 0, count);
        }
        DoubleAccumulator largest = new DoubleAccumulator(Math::max, 0);
        forTokens(workers, (from, to) -> largest.accumulate(Vectors.largestNorm(values, dimension, from, to)));
        return largest.get();
    }

    /** Whether there are so few tokens that they make one range of {@link #forTokens}. */
    boolean areFew() {
        return values.length <= COORDINATES_A_BLOCK;
    }

    /** Lets workers do something with ranges of tokens, each with so few coordinates that it takes less than a millisecond. */
    void forTokens(Workers workers, Workers.RangeTask task) {
        workers.forRanges(count, Math.max(1, COORDINATES_A_BLOCK / dimension), task);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tokens that && dimension == that.dimension && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * dimension + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return count + " tokens in dimension " + dimension;
    }
}
