package org.localmax.dynamics;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * A fraction p/q of integers of any size, in lowest terms, q &gt; 0. Immutable; equal numbers are equal objects.
 *
 * @param numerator p
 * @param denominator q
 */
public record Rational(BigInteger numerator, BigInteger denominator) implements Comparable<Rational> {

    public static final Rational ZERO = of(0);
    public static final Rational ONE = of(1);

    /** A decimal with a greater power of ten is refused: it would fill the memory. */
    private static final int GREATEST_EXPONENT = 10_000;

    /** So many more bits than a double has tell on which side of a halfway point a quotient lies. */
    private static final int BITS_FOR_ROUNDING = 66;

    /** @throws ArithmeticException if the denominator is 0 */
    public Rational {
        if (denominator.signum() == 0) {
            throw new ArithmeticException("the fraction " + numerator + "/0 has no value");
        }
        BigInteger divisor = numerator.gcd(denominator);
        if (denominator.signum() < 0) {
            divisor = divisor.negate();
        }
        if (!divisor.equals(BigInteger.ONE)) {
            numerator = numerator.divide(divisor);
            denominator = denominator.divide(divisor);
        }
    }

    /** An integer. */
    public static Rational of(long value) {
        return new Rational(BigInteger.valueOf(value), BigInteger.ONE);
    }

    /** p/q. */
    public static Rational of(long numerator, long denominator) {
        return new Rational(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    /**
     * The number that a double is, to the last bit: 0.1 is 3602879701896397/2^55.
     *
     * @throws NumberFormatException if it is not finite
     */
    public static Rational of(double value) {
        return of(new BigDecimal(value));
    }

    private static Rational of(BigDecimal value) {
        return value.scale() > 0
                ? new Rational(value.unscaledValue(), BigInteger.TEN.pow(value.scale()))
                : new Rational(value.toBigIntegerExact(), BigInteger.ONE);
    }

    /**
     * The number that a text says, as it is written: {@code 2.1} is 21/10, {@code 1/3} is 1/3, {@code 2e-3} is 1/500.
     *
     * @throws NumberFormatException with a message for the user, if it is neither a decimal nor a fraction p/q
     */
    public static Rational parse(String text) {
        String number = text.strip();
        int slash = number.indexOf('/');
        try {
            if (slash >= 0) {
                return new Rational(
                        new BigInteger(number.substring(0, slash)), new BigInteger(number.substring(slash + 1)));
            }
            BigDecimal decimal = new BigDecimal(number);
            if (Math.abs((long) decimal.scale()) > GREATEST_EXPONENT) {
                throw new NumberFormatException("'" + number + "' has a power of ten beyond " + GREATEST_EXPONENT
                        + "; expected a smaller one for exact arithmetic");
            }
            return of(decimal);
        } catch (ArithmeticException e) {
            throw new NumberFormatException(
                    "'" + number + "' has the denominator 0; expected a decimal or a fraction p/q");
        } catch (NumberFormatException e) {
            if (e.getMessage() != null && e.getMessage().startsWith("'")) {
                throw e;
            }
            throw new NumberFormatException("'" + number + "' is not a number; expected a decimal or a fraction p/q");
        }
    }

    public Rational plus(Rational other) {
        return new Rational(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    public Rational minus(Rational other) {
        return plus(other.negated());
    }

    public Rational times(Rational other) {
        return new Rational(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    /** @throws ArithmeticException if the other is 0 */
    public Rational over(Rational other) {
        return new Rational(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    public Rational negated() {
        return new Rational(numerator.negate(), denominator);
    }

    public Rational squared() {
        return times(this);
    }

    /**
     * An integer power.
     *
     * @throws ArithmeticException for a negative power of 0
     */
    public Rational power(int exponent) {
        return exponent >= 0
                ? new Rational(numerator.pow(exponent), denominator.pow(exponent))
                : ONE.over(power(-exponent));
    }

    /** The root that is at least 0, where it is a fraction. */
    public Optional<Rational> root() {
        if (signum() < 0) {
            return Optional.empty();
        }
        BigInteger[] p = numerator.sqrtAndRemainder();
        BigInteger[] q = denominator.sqrtAndRemainder();
        boolean isSquare = p[1].signum() == 0 && q[1].signum() == 0;
        return isSquare ? Optional.of(new Rational(p[0], q[0])) : Optional.empty();
    }

    /** -1, 0 or 1. */
    public int signum() {
        return numerator.signum();
    }

    public boolean isInteger() {
        return denominator.equals(BigInteger.ONE);
    }

    /** How many bits numerator and denominator have together. */
    public int bits() {
        return numerator.bitLength() + denominator.bitLength();
    }

    @Override
    public int compareTo(Rational other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    /** The nearest double, ties to even; infinite beyond the range. */
    public double toDouble() {
        int shift = Math.max(0, BITS_FOR_ROUNDING + denominator.bitLength() - numerator.bitLength());
        BigInteger[] parts = numerator.abs().shiftLeft(shift).divideAndRemainder(denominator);
        // the last of these bits says whether more follow, so that rounding them is rounding the quotient
        BigInteger bits = parts[1].signum() == 0 ? parts[0] : parts[0].setBit(0);
        double magnitude = Math.scalb(bits.doubleValue(), -shift);
        if (magnitude < Double.MIN_NORMAL && signum() != 0) { // was rounded twice
            magnitude = new BigDecimal(bits)
                    .divide(new BigDecimal(BigInteger.TWO.pow(shift)))
                    .doubleValue();
        }
        return signum() < 0 ? -magnitude : magnitude;
    }

    /** A decimal of so many significant digits, rounded half up. */
    public String toDecimal(int digits) {
        MathContext rounding = new MathContext(digits, RoundingMode.HALF_UP);
        return new BigDecimal(numerator)
                .divide(new BigDecimal(denominator), rounding)
                .toString();
    }

    /** {@code p/q}, or {@code p} for an integer. */
    @Override
    public String toString() {
        return isInteger() ? numerator.toString() : numerator + "/" + denominator;
    }
}
