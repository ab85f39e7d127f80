package org.localmax.dynamics;

import java.util.Locale;

/**
 * The step size, in either of its two forms: alpha &gt; 0 with gamma = alpha / (1 + alpha), or gamma in (0, 1] itself.
 *
 * @param form which of the two the schedule gives
 * @param schedule its value at each step
 */
public record StepSize(Form form, Schedule schedule) {

    /** The two forms of a step size. */
    public enum Form {
        /** x moves to (x + alpha m) / (1 + alpha). */
        ALPHA,
        /** x moves to x + gamma (m - x): the Frank-Wolfe form. */
        GAMMA
    }

    public static StepSize alpha(double value) {
        return new StepSize(Form.ALPHA, Schedule.constant(value));
    }

    public static StepSize gamma(double value) {
        return new StepSize(Form.GAMMA, Schedule.constant(value));
    }

    /**
     * The fraction gamma of the way to the mean that a token goes at step t.
     *
     * @throws IllegalArgumentException if the schedule leaves its range at t
     */
    public double gamma(long t) {
        double value = schedule.at(t);
        return switch (form) {
            case ALPHA -> {
                if (!(value > 0)) {
                    throw new IllegalArgumentException(
                            "alpha is " + value + " at t = " + t + "; expected a number greater than 0");
                }
                yield value == Double.POSITIVE_INFINITY ? 1 : value / (1 + value);
            }
            case GAMMA -> {
                if (!(value > 0 && value <= 1)) {
                    throw new IllegalArgumentException(
                            "gamma is " + value + " at t = " + t + "; expected a number in (0, 1]");
                }
                yield value;
            }
        };
    }

    /**
     * The same as a fraction.
     *
     * @throws IllegalArgumentException if the schedule leaves its range at t, or gives no fraction
     */
    public Rational exactGamma(long t) {
        double rounded = gamma(t);
        if (form == Form.ALPHA && schedule.at(t) == Double.POSITIVE_INFINITY) {
            return Rational.ONE;
        }
        Rational value = schedule.exactly(t)
                .orElseThrow(() -> new IllegalArgumentException("the step size at t = " + t
                        + ", about " + rounded
                        + ", is not a fraction; exact arithmetic expects numbers, + - * / and integer"
                        + " powers of them"));
        return form == Form.ALPHA ? value.over(value.plus(Rational.ONE)) : value;
    }

    @Override
    public String toString() {
        return form.name().toLowerCase(Locale.ROOT) + "=" + schedule;
    }
}
