package org.localmax.dynamics;

import java.util.Locale;

/**
 * The step size, in one of its forms: alpha &gt; 0 with gamma = alpha / (1 + alpha), or gamma in (0, 1] itself, or the time
 * that a step takes where time is continuous.
 *
 * @param form which of them the schedule gives
 * @param schedule its value at each step
 * @param tolerance how far a flow may be off after a step of its integrator, in units of max_j |x_j|; means nothing in the
 *     other forms, nor where the flow is known exactly
 */
public record StepSize(Form form, Schedule schedule, double tolerance) {

    /** The tolerance of flows, unless another one is given. */
    public static final double FLOW_TOLERANCE = 1e-10;

    /** Below this, rounding would drown the estimates of the error. */
    private static final double LEAST_TOLERANCE = 1e-14;

    /** The forms of a step size. */
    public enum Form {
        /** x moves to (x + alpha m) / (1 + alpha). */
        ALPHA,
        /** x moves to x + gamma (m - x): the Frank-Wolfe form. */
        GAMMA,
        /** x follows x' = m - x for so long. */
        TIME
    }

    public StepSize {
        if (!(tolerance >= LEAST_TOLERANCE && tolerance < 1)) {
            throw new IllegalArgumentException("the tolerance of the flow is " + tolerance + "; expected a number from "
                    + LEAST_TOLERANCE + " to below 1");
        }
    }

    /** A step size, flows being followed to the usual tolerance. */
    public StepSize(Form form, Schedule schedule) {
        this(form, schedule, FLOW_TOLERANCE);
    }

    public static StepSize alpha(double value) {
        return new StepSize(Form.ALPHA, Schedule.constant(value));
    }

    public static StepSize gamma(double value) {
        return new StepSize(Form.GAMMA, Schedule.constant(value));
    }

    public static StepSize time(double value) {
        return new StepSize(Form.TIME, Schedule.constant(value));
    }

    /** Whether tokens follow a flow in continuous time. */
    public boolean isContinuous() {
        return form == Form.TIME;
    }

    /**
     * How long the step from t takes where time is continuous.
     *
     * @throws IllegalArgumentException if the schedule leaves its range at t
     */
    public double timeStep(long t) {
        double value = schedule.at(t);
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "the time step is " + value + " at t = " + t + "; expected a finite number greater than 0");
        }
        return value;
    }

    /**
     * The fraction gamma of the way to the mean that a token goes at step t; in continuous time, of the way to a mean that
     * stands still.
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
            case TIME -> -StrictMath.expm1(-timeStep(t));
        };
    }

    /**
     * The same as a fraction.
     *
     * @throws IllegalArgumentException if the schedule leaves its range at t, or gives no fraction
     */
    public Rational exactGamma(long t) {
        if (isContinuous()) {
            throw new IllegalArgumentException(
                    "time is continuous, and flows leave the fractions; exact arithmetic" + " expects alpha or gamma");
        }
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
