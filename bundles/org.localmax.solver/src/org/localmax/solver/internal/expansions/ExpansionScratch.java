package org.localmax.solver.internal.expansions;

/** Room for the expansions of one cell, to be used for one cell after another. */
final class ExpansionScratch {

    private double[] weights = {};
    private double[] coefficients = {};

    /** At least so many numbers for the weights of keys; what they were before is lost. */
    double[] weights(int count) {
        weights = enlarged(weights, count);
        return weights;
    }

    /** At least so many numbers for the coefficients of polynomials; what they were before is lost. */
    double[] coefficients(int count) {
        coefficients = enlarged(coefficients, count);
        return coefficients;
    }

    private static double[] enlarged(double[] numbers, int count) {
        return numbers.length < count ? new double[count + count / 4] : numbers;
    }
}
