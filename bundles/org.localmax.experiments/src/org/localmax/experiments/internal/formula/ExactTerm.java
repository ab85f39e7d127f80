package org.localmax.experiments.internal.formula;

import org.localmax.dynamics.Rational;

/** A part of a formula as a fraction. */
@FunctionalInterface
public interface ExactTerm {

    /**
     * The value at step t.
     *
     * @throws ArithmeticException if it is not a fraction
     */
    Rational value(Rational t);
}
