package org.localmax.dynamics;

/**
 * Sums of coordinates that are exact, whatever their order and grouping, so that every algorithm finds the same mean to the
 * last bit: a coordinate is the sum of a high and a low part, each a multiple of a power of two so coarse that n of them
 * add up without rounding (the splitting of Demmel and Nguyen, Parallel reproducible summation, IEEE Trans. Computers 64,
 * 2015, with a grid fixed in advance).
 *
 * <p>With n &lt;= 2^L and |x_k| &lt;= 2^E for coordinate k of every token, high parts are multiples of g = 2^(E-52+L) and low
 * parts of h = g 2^(L-53). High parts are below 2^(52-L) g, so sums of n of them are integers below 2^52 in units of g; low
 * parts are at most g/2 = 2^(52-L) h, so the same holds in units of h. What is lost of a coordinate is at most h/2 =
 * 2^(E+2L-106): for n = 10^4 that is 2^(E-78), for n = 10^7 it is 2^(E-58).
 */
public final class SummationGrid {

    /** Adding and subtracting 1.5 * 2^52 units rounds to a multiple of the unit. */
    private static final double ROUNDER = 0x1.8p52;

    private final double[] toHigh;
    private final double[] toLow;
    private final int[] exponents;
    private final double loss;

    /**
     * The grid of a configuration.
     *
     * @throws IllegalArgumentException if sums of the tokens overflow
     */
    public SummationGrid(Tokens tokens) {
        this(tokens, Workers.ALONE);
    }

    /** The same, found by workers. */
    SummationGrid(Tokens tokens, Workers workers) {
        int n = tokens.count();
        int d = tokens.dimension();
        double[] largest = largest(tokens, workers);
        int bits = Math.max(1, 32 - Integer.numberOfLeadingZeros(n - 1));
        toHigh = new double[d];
        toLow = new double[d];
        exponents = new int[d];
        for (int k = 0; k < d; k++) {
            exponents[k] = Math.getExponent(largest[k]);
            int exponent = exponents[k] + 1;
            if (exponent + bits > Double.MAX_EXPONENT - 2) {
                throw new IllegalArgumentException("sums of tokens overflow: coordinate " + (k + 1) + " of one is "
                        + largest[k] + " in size; expected less than 2^" + (Double.MAX_EXPONENT - 2 - bits));
            }
            double high = Math.max(Double.MIN_VALUE, Math.scalb(1.0, exponent - 52 + bits));
            double low = Math.max(Double.MIN_VALUE, Math.scalb(high, bits - 53));
            toHigh[k] = ROUNDER * high;
            toLow[k] = ROUNDER * low;
        }
        // in each coordinate 2^(E+2L-106), and 2^E is at most twice the largest norm
        loss = Math.sqrt(d) * Math.scalb(1.0, 2 * bits - 105);
    }

    /** The size of the largest coordinate k, for each k. */
    private static double[] largest(Tokens tokens, Workers workers) {
        int d = tokens.dimension();
        double[] rows = tokens.rows();
        double[] largest = new double[d];
        if (tokens.areFew()) {
            for (int k = 0; k < d; k++) {
                largest[k] = largest(rows, k, rows.length, d);
            }
            return largest;
        }
        tokens.forTokens(workers, (from, to) -> {
            double[] here = new double[d];
            for (int k = 0; k < d; k++) {
                here[k] = largest(rows, from * d + k, to * d, d);
            }
            synchronized (largest) {
                for (int k = 0; k < d; k++) {
                    largest[k] = Math.max(largest[k], here[k]);
                }
            }
        });
        return largest;
    }

    private static double largest(double[] rows, int from, int to, int stride) {
        double largest = 0;
        for (int at = from; at < to; at += stride) {
            double size = Math.abs(rows[at]);
            largest = size > largest ? size : largest;
        }
        return largest;
    }

    /** Whether it is, in coordinate k, also the grid of as many tokens whose largest coordinate is of this size. */
    public boolean suits(int k, double size) {
        return Math.getExponent(size) == exponents[k];
    }

    /** The high part of a value of coordinate k. */
    public double high(int k, double x) {
        return x + toHigh[k] - toHigh[k];
    }

    /** The low part of a value of coordinate k whose high part is known. */
    public double low(int k, double x, double high) {
        return x - high + toLow[k] - toLow[k];
    }

    /** The number whose addition and subtraction rounds coordinate k to its {@link #high} part. */
    public double highRounder(int k) {
        return toHigh[k];
    }

    /** The number whose addition and subtraction rounds what is left of coordinate k to its {@link #low} part. */
    public double lowRounder(int k) {
        return toLow[k];
    }

    /**
     * The mean from the sums of the two parts: rounded once or, at worst, to a neighbour of the nearest number; and the
     * common value itself where all parts were equal and nothing was lost of it.
     *
     * @param count of how many numbers, below 2^53
     */
    public static double mean(double highs, double lows, double count) {
        double sum = highs + lows;
        double rounded = sum - highs;
        double rest = (highs - (sum - rounded)) + (lows - rounded); // sum + rest = highs + lows (Knuth's TwoSum)
        double quotient = sum / count;
        return quotient + (Math.fma(-quotient, count, sum) + rest) / count;
    }

    /** What the splitting may move a mean by, in units of the largest norm of a token. */
    double loss() {
        return loss;
    }
}
