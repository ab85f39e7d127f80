package org.localmax.analysis;

import org.localmax.dynamics.Step;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.Vectors;

/**
 * Oscillation: a token turns back if its displacement has a negative inner product with the one before; on the line that is a
 * change of sign. It does not depend on the frame. A step moves a token by rounding by less than 32 u R (R = max_j |x_j|), so that
 * displacements up to twice that have no direction.
 */
final class Reversals {

    private static final double ROUNDING = 64 * Vectors.UNIT_ROUNDOFF;

    private Reversals() {}

    /** The number of tokens that turn back in a step, given where they were one step before it. */
    static int count(Tokens previous, Step step) {
        Tokens before = step.before().tokens();
        Tokens after = step.after().tokens();
        int d = before.dimension();
        double rounding = ROUNDING * Math.max(previous.largestNorm(), before.largestNorm());
        double[] first = new double[d];
        double[] second = new double[d];
        int count = 0;
        for (int i = 0; i < before.count(); i++) {
            for (int k = 0; k < d; k++) {
                first[k] = before.get(i, k) - previous.get(i, k);
                second[k] = after.get(i, k) - before.get(i, k);
            }
            boolean turns = Vectors.dot(first, 0, second, 0, d) < 0
                    && Vectors.norm(first, 0, d) > rounding
                    && Vectors.norm(second, 0, d) > rounding;
            count += turns ? 1 : 0;
        }
        return count;
    }
}
