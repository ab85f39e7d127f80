package org.localmax.comparison;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Two rules over the steps of a comparison.
 *
 * @param first the index of the one
 * @param second the index of the other
 * @param steps how far they are apart at each step looked at
 * @param farthest the greatest |x_i - y_i| at every step from 0 on, in units of the coordinates
 * @param tokens how far they take each token apart
 * @param parting where their neighbours differ first; empty if they never do, or one of them decides nothing
 */
public record PairHistory(
        int first,
        int second,
        List<Disagreement> steps,
        double[] farthest,
        List<TokenDivergence> tokens,
        Optional<Parting> parting) {

    /** How far they are apart at the last step. */
    public Disagreement last() {
        return steps.getLast();
    }

    /**
     * The last step up to which no token is farther than eps from where the other rule has it; empty if one is at the first.
     *
     * @param eps in units of the coordinates
     */
    public OptionalLong within(double eps) {
        int t = 0;
        while (t < farthest.length && farthest[t] <= eps) {
            t++;
        }
        return t == 0 ? OptionalLong.empty() : OptionalLong.of(t - 1L);
    }
}
