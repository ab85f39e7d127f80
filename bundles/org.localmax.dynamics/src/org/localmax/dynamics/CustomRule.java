package org.localmax.dynamics;

/**
 * A rule given by its weights: scores in, weights out. Implementations are immutable and used by any number of threads; the
 * weights are a pure function of what is passed, bit for bit.
 */
public non-sealed interface CustomRule extends AttentionRule {

    /**
     * Turns the scores of a receiver into weights, in place. They need not add up to 1: they are divided by their sum.
     *
     * @param weights on entry g_ij, on return the weight of each token j; their sum must be finite and not 0
     */
    void weigh(Receiver receiver, double[] weights);

    /**
     * Whose scores they are.
     *
     * @param index i
     * @param t the step
     * @param queryNorm |A x_i|
     * @param energy &lt;A x_i, x_i&gt;
     */
    record Receiver(int index, long t, double queryNorm, double energy) {}
}
