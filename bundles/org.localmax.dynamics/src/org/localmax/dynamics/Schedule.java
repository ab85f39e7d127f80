package org.localmax.dynamics;

/**
 * A parameter as a function of the step: the value at t is used for the step from t to t + 1.
 *
 * <p>{@code toString} gives the text that a user would write for it.
 */
@FunctionalInterface
public interface Schedule {

    /** The value at step t, t at least 0. */
    double at(long t);

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
        public String toString() {
            return Double.toString(value);
        }
    }
}
