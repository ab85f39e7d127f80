package org.localmax.dynamics;

import java.util.Map;

/**
 * A rule given by its weights: scores in, weights out. Implementations are immutable and used by any number of threads; the
 * weights are a pure function of what is passed, bit for bit.
 */
public non-sealed interface CustomRule extends AttentionRule {

    /**
     * Turns the scores of a receiver into weights, in place. They are divided by their sum where the rule
     * {@linkplain #addsUpToOne() adds up to one}, and taken as they are otherwise.
     *
     * @param weights on entry g_ij, on return the weight of each token j; their sum must be finite, and not 0 if it divides
     */
    void weigh(Receiver receiver, double[] weights);

    /** Its parameters that change with t, by their names; each must be a finite number at each step. */
    default Map<String, Schedule> schedules() {
        return Map.of();
    }

    /**
     * Checks the parameters at step t.
     *
     * @throws IllegalArgumentException if one is not a finite number there
     */
    default void requireAt(long t) {
        schedules().forEach((name, schedule) -> {
            double value = schedule.at(t);
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException(
                        name + " is " + value + " at t = " + t + "; expected a finite number");
            }
        });
    }

    /** Whether weights are divided by their sum, so that m_i is a mean of tokens; true unless a rule says otherwise. */
    default boolean addsUpToOne() {
        return true;
    }

    /**
     * Whose scores they are.
     *
     * @param index i
     * @param t the step
     * @param gamma the fraction of the way to the mean that it will go
     * @param queryNorm |A x_i|
     * @param energy &lt;A x_i, x_i&gt;
     */
    record Receiver(int index, long t, double gamma, double queryNorm, double energy) {}
}
