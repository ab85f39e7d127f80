package org.localmax.solver.internal.shells;

import org.localmax.solver.internal.Exp2;
import org.localmax.solver.internal.Keys;

/**
 * What the weights of softmax are made of: 2^(c (s - M)) with c = |beta| log2 e, where s is the score, or its negative if
 * beta is negative, and M its maximum. That is taken times the number of tokens at a key.
 */
final class SoftmaxTerms {

    /**
     * Exponents below this are raised to it. No sum notices either weight, but products of coordinates with weights near
     * the least positive number would be subnormal, which costs a processor a hundred operations each.
     */
    static final double LEAST = -900;

    private final double scale;
    private final int sign;
    private final double[] shares;
    private final double negligible;

    SoftmaxTerms(double beta, ShellKeys shells, Keys keys) {
        scale = Math.min(Math.abs(beta) * Exp2.LOG2_E, Double.MAX_VALUE);
        sign = beta < 0 ? -1 : 1;
        shares = new double[shells.coordinate(0).length];
        long sum = 0;
        for (int place = 0; place < shells.count(); place++) {
            shares[place] = keys.weight(shells.key(place));
            sum += keys.weight(shells.key(place));
        }
        negligible = shells.isBounded() ? -64 - Long.SIZE + Long.numberOfLeadingZeros(sum) : Double.NEGATIVE_INFINITY;
    }

    /** c. */
    double scale() {
        return scale;
    }

    /** -1 if the least score has the greatest weight. */
    int sign() {
        return sign;
    }

    /** The number of tokens at each place, 0 after the last key. */
    double[] shares() {
        return shares;
    }

    /** If all weights are below 2 to this power, they add up to less than 2^-64 of the sum, which has the term 1. */
    double negligible() {
        return negligible;
    }
}
