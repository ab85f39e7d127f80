package org.localmax.dynamics;

/**
 * Inner products with one fixed order of operations, so that every path that computes a score gets the same bits: a
 * chain of fused multiply-adds from the first coordinate to the last.
 */
public final class Vectors {

    /** Unit roundoff of binary64. */
    public static final double UNIT_ROUNDOFF = 0x1p-53;

    private Vectors() {}

    /** The inner product of two slices of length d. */
    public static double dot(double[] a, int aOffset, double[] b, int bOffset, int dimension) {
        double sum = a[aOffset] * b[bOffset];
        for (int k = 1; k < dimension; k++) {
            sum = Math.fma(a[aOffset + k], b[bOffset + k], sum);
        }
        return sum;
    }

    /** The Euclidean norm of a slice of length d. */
    public static double norm(double[] a, int offset, int dimension) {
        return Math.sqrt(dot(a, offset, a, offset, dimension));
    }

    /** The Euclidean distance of two slices of length d. */
    public static double distance(double[] a, int aOffset, double[] b, int bOffset, int dimension) {
        double sum = 0;
        for (int k = 0; k < dimension; k++) {
            double difference = a[aOffset + k] - b[bOffset + k];
            sum = Math.fma(difference, difference, sum);
        }
        return Math.sqrt(sum);
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
