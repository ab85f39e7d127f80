package org.localmax.dynamics;

/**
 * Inner products with one fixed order of operations, so that every path that computes a score gets the same bits: a
 * chain of fused multiply-adds from the first coordinate to the last.
 */
public final class Vectors {

    /** Unit roundoff of binary64. */
    public static final double UNIT_ROUNDOFF = 0x1p-53;

    /** Above this a sum of up to 2^31 squares is one of normal numbers in all that matters, and its root is the norm. */
    public static final double LEAST_SAFE_SUM = 0x1p-928;

    /** Below this such a sum has not overflown. */
    public static final double GREATEST_SAFE_SUM = 0x1p959;

    private Vectors() {}

    /** The largest Euclidean norm of rows of length d, those from one to before another. */
    static double largestNorm(double[] rows, int dimension, int from, int to) {
        double largest = 0;
        for (int i = from, at = from * dimension; i < to; i++, at += dimension) {
            double square = dot(rows, at, rows, at, dimension);
            largest = square > largest ? square : largest;
        }
        if (isSafeSum(largest)) {
            return Math.sqrt(largest); // the root rises with the sum, and norms of rows with unsafe sums are smaller
        }
        largest = 0;
        for (int i = from, at = from * dimension; i < to; i++, at += dimension) {
            largest = Math.max(largest, norm(rows, at, dimension));
        }
        return largest;
    }

    /** The largest Euclidean distance of two rows of length d, those from one to before another. */
    static double greatestDistance(double[] rows, double[] others, int dimension, int from, int to) {
        double largest = 0;
        for (int at = from * dimension; at < to * dimension; at += dimension) {
            double square = squaredDistance(rows, at, others, at, dimension);
            largest = square > largest ? square : largest;
        }
        if (isSafeSum(largest)) {
            return Math.sqrt(largest); // as for norms
        }
        largest = 0;
        for (int at = from * dimension; at < to * dimension; at += dimension) {
            largest = Math.max(largest, distance(rows, at, others, at, dimension));
        }
        return largest;
    }

    /** What was lost in total = a + b (Knuth, The Art of Computer Programming 2, section 4.2.2, theorem B). */
    public static double roundingOf(double total, double a, double b) {
        double bRounded = total - a;
        return (a - (total - bRounded)) + (b - bRounded);
    }

    /** The inner product of two slices of length d. */
    public static double dot(double[] a, int aOffset, double[] b, int bOffset, int dimension) {
        double sum = a[aOffset] * b[bOffset];
        for (int k = 1; k < dimension; k++) {
            sum = Math.fma(a[aOffset + k], b[bOffset + k], sum);
        }
        return sum;
    }

    /** The Euclidean norm of a slice of length d; it neither overflows nor underflows before its value does. */
    public static double norm(double[] a, int offset, int dimension) {
        double square = dot(a, offset, a, offset, dimension);
        return isSafeSum(square) ? Math.sqrt(square) : carefulNorm(a, offset, dimension);
    }

    private static double carefulNorm(double[] a, int offset, int dimension) {
        double largest = 0;
        for (int k = 0; k < dimension; k++) {
            largest = Math.max(largest, Math.abs(a[offset + k]));
        }
        if (isSafe(largest)) {
            return Math.sqrt(dot(a, offset, a, offset, dimension));
        }
        double[] scaled = new double[dimension];
        int exponent = Math.getExponent(largest);
        for (int k = 0; k < dimension; k++) {
            scaled[k] = Math.scalb(a[offset + k], -exponent);
        }
        return Math.scalb(Math.sqrt(dot(scaled, 0, scaled, 0, dimension)), exponent);
    }

    /** The Euclidean distance of two slices of length d, with the care of {@link #norm}. */
    public static double distance(double[] a, int aOffset, double[] b, int bOffset, int dimension) {
        double sum = squaredDistance(a, aOffset, b, bOffset, dimension);
        if (isSafeSum(sum)) {
            return Math.sqrt(sum);
        }
        double[] differences = new double[dimension];
        for (int k = 0; k < dimension; k++) {
            differences[k] = a[aOffset + k] - b[bOffset + k];
        }
        return norm(differences, 0, dimension);
    }

    private static double squaredDistance(double[] a, int aOffset, double[] b, int bOffset, int dimension) {
        double sum = 0;
        for (int k = 0; k < dimension; k++) {
            double difference = a[aOffset + k] - b[bOffset + k];
            sum = Math.fma(difference, difference, sum);
        }
        return sum;
    }

    /** Whether a sum of up to 2^31 squares tells that they add up well within the range of binary64. */
    private static boolean isSafeSum(double sum) {
        return sum > LEAST_SAFE_SUM && sum < GREATEST_SAFE_SUM;
    }

    /** Whether squares of numbers up to this one, the largest, add up well within the range of binary64. */
    private static boolean isSafe(double largest) {
        return largest == 0 || largest > 0x1p-480 && largest < 0x1p480;
    }

    /**
     * The bound d u / (1 - d u) on the relative error of a chain of d roundings (Higham, Accuracy and Stability of
     * Numerical Algorithms, section 3.1): |fl(&lt;a,b&gt;) - &lt;a,b&gt;| is at most this times |a| |b|.
     */
    public static double chainError(int dimension) {
        double du = dimension * UNIT_ROUNDOFF;
        return du / (1 - du);
    }
}
