package org.localmax.dynamics;

/**
 * All that is decided about one receiver i in one step.
 *
 * <p>A decision about token j is <em>ambiguous</em> if |M_i - delta s_i - g_ij| is at most the tie tolerance, the
 * rounding bound of the scores and the effect of the state's error together; the row's chosen maximiser and tokens
 * identical to it are not counted. An ambiguous decision is <em>harmless</em> if deciding it the other way, together
 * with all others of the row, moves the mean by no more than the error bound itself, and <em>consequential</em>
 * otherwise.
 *
 * @param receiver i
 * @param neighbours C_i, ascending; all tokens under softmax
 * @param weights their weights, in the same order
 * @param mean m_i, the point that i moves towards
 * @param margin the least |M_i - delta s_i - g_ij| over the tokens decided about, in units of the score; infinite when
 *     nothing is decided, NaN for rules that decide nothing
 * @param vicinity a {@link Step} knows of no greater margin than this
 * @param ambiguous number of ambiguous decisions
 * @param consequential how many of them are consequential
 * @param errorGrowth how much the step adds to the state's error in this row; NaN for rules that decide nothing
 */
public record Row(
        int receiver,
        int[] neighbours,
        double[] weights,
        double[] mean,
        double margin,
        double vicinity,
        int ambiguous,
        int consequential,
        double errorGrowth) {

    /** A sum over the neighbours that tells one set from another and does not depend on their order. */
    public long fingerprint() {
        long sum = 0;
        for (int j : neighbours) {
            sum += Fingerprint.of(j);
        }
        return sum;
    }
}
