package org.localmax.analysis;

import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Tokens;

/**
 * The effective rank of the n x d matrix of tokens: exp of the entropy of its singular values divided by their sum (Roy and
 * Vetterli, European Signal Processing Conference 2007). It lies between 1 and min(n, d), is 1 where all tokens are multiples of
 * one, as when they collapse to a point other than 0, and is 0 where all are 0.
 */
public final class EffectiveRank {

    /** The number of singular values at most: some seconds. */
    public static final int LARGEST = 512;

    private EffectiveRank() {}

    /** The effective rank of tokens: O(n d^2) for n of at least d. */
    public static double of(Tokens tokens, CancellationCheck wanted) {
        double[] values = SingularValues.of(tokens, wanted);
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double entropy = 0;
        for (double value : values) {
            double share = value / sum;
            entropy -= share > 0 ? share * StrictMath.log(share) : 0;
        }
        return sum > 0 ? StrictMath.exp(entropy) : 0;
    }
}
