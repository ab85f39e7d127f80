package org.localmax.solver.internal;

/**
 * 2^t for t &lt;= 1023, in plain arithmetic: for weights that are to have the same bits on every machine. The error is below
 * 0.9 units in the last place for t &gt;= -1022; below that the result is 2^-1022, which no sum of weights with the weight
 * 1 among them notices.
 *
 * <p>t = n + r with n the nearest integer and |r| &lt;= 1/2; 2^r is a polynomial of degree 11, interpolated at Chebyshev
 * nodes, evaluated in pairs and completed by Horner's rule, so that the last operations carry the error. {@link VectorExp2}
 * does the same operations on vectors.
 */
public final class Exp2 {

    /** The exponential of x is 2 to the power of this times x. */
    public static final double LOG2_E = 0x1.71547652b82fep0;

    /** Below this the result no longer falls. */
    public static final double LEAST = -1022;

    /** Added to a number below 2^51 in size, it leaves the nearest integer in the lowest bits. */
    public static final double ROUNDER = 0x1.8p52;

    public static final int EXPONENT_SHIFT = 52;

    public static final double C1 = 0x1.62e42fefa39efp-1;
    public static final double C2 = 0x1.ebfbdff82c5aep-3;
    public static final double C3 = 0x1.c6b08d704a0d1p-5;
    public static final double C4 = 0x1.3b2ab6fb9f1a3p-7;
    public static final double C5 = 0x1.5d87fe78a2292p-10;
    public static final double C6 = 0x1.430913112cb56p-13;
    public static final double C7 = 0x1.ffcbfc75f302dp-17;
    public static final double C8 = 0x1.62bfc2c7ae40ep-20;
    public static final double C9 = 0x1.b524db38fd1f9p-24;
    public static final double C10 = 0x1.e6228bff026d1p-28;
    public static final double C11 = 0x1.ea044321bc0aap-32;

    private Exp2() {}

    /** 2^t. */
    public static double of(double t) {
        double bounded = t < LEAST ? LEAST : t;
        double n = bounded + ROUNDER;
        double r = bounded - (n - ROUNDER);
        double square = r * r;
        double p = Math.fma(r, C11, C10);
        p = Math.fma(p, square, Math.fma(r, C9, C8));
        p = Math.fma(p, square, Math.fma(r, C7, C6));
        p = Math.fma(p, square, Math.fma(r, C5, C4));
        p = Math.fma(p, square, Math.fma(r, C3, C2));
        p = Math.fma(Math.fma(p, r, C1), r, 1);
        return Double.longBitsToDouble(
                Double.doubleToRawLongBits(p) + (Double.doubleToRawLongBits(n) << EXPONENT_SHIFT));
    }
}
