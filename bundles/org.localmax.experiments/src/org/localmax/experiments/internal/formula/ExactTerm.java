package org.localmax.experiments.internal.formula;

import java.util.function.IntFunction;
import org.localmax.dynamics.Rational;

/** A part of a formula as a fraction. */
@FunctionalInterface
public interface ExactTerm {

    /**
     * The value, given those of the variables by their places in their declared order.
     *
     * @throws ArithmeticException if it is not a fraction
     */
    Rational value(IntFunction<Rational> variables);
}
