package org.localmax.dynamics;

import java.util.Optional;

/**
 * A parameter as a function of the step: the value at t is used for the step from t to t + 1.
 *
 * <p>{@code toString} gives the text that a user would write for it.
 */
@FunctionalInterface
public interface Schedule {

    /** The value at step t, t at least 0. */
    double at(long t);

    /** The same as a fraction, where the value is one; a double counts as the number that it is, to the last bit. */
    default Optional<Rational> exactly(long t) {
        return Optional.empty();
    }

    /** The schedule with one value for all t. */
    static Schedule constant(double value) {
        return new Constant(value);
    }

    /** One value for all t. */
    record Constant(double value) implements Schedule {

        @Override
        public double at(long t) {
            return value;
        }

        @Override
        public Optional<Rational> exactly(long t) {
            return Double.isFinite(value) ? Optional.of(Rational.of(value)) : Optional.empty();
        }

        @Override
        public String toString() {
            return Double.toString(value);
        }
    }
}
