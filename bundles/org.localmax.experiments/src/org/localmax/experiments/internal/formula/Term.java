package org.localmax.experiments.internal.formula;

/** A part of a formula that has a value once its variables have. */
@FunctionalInterface
public interface Term {

    /** The value, given those of the variables in their declared order. */
    double value(double[] variables);
}
