package org.localmax.comparison;

import org.localmax.dynamics.Attention;
import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.CustomRule;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Row;
import org.localmax.dynamics.Step;

/**
 * How concentrated the rows of attention are.
 *
 * @param entropy the mean of -sum_j w_ij log w_ij over the receivers, in nats: 0 if each attends to one token, log n if to all alike;
 *     NaN where a row has negative weights
 * @param sparsity the mean share of the tokens that have weight 0
 */
public record Concentration(double entropy, double sparsity) {

    /**
     * That of a step. Rules that select count their neighbours; where {@linkplain #needsRows rows are needed} they are taken from the
     * definition, O(n^2 d).
     *
     * @param step a step of the dynamics
     */
    public static Concentration of(Dynamics dynamics, Step step, CancellationCheck wanted) {
        int n = step.counts().length;
        boolean isCounted = !needsRows(dynamics);
        Attention attention = (dynamics.isContinuous() ? dynamics.aims() : dynamics).attention(step.before());
        double entropy = 0;
        long members = 0;
        for (int i = 0; i < n; i++) {
            if (isCounted) {
                entropy += StrictMath.log(step.counts()[i]);
                members += step.counts()[i];
            } else {
                wanted.check();
                Row row = attention.row(i);
                entropy += entropy(row.weights());
                members += count(row.weights());
            }
        }
        return new Concentration(entropy / n, 1 - (double) members / n / n);
    }

    /** Whether the concentration needs all pairs of tokens, since neighbours may have other weights than their number says. */
    public static boolean needsRows(Dynamics dynamics) {
        return switch (dynamics.rule()) {
            case AttentionRule.Hardmax hardmax -> hardmax.multiplicity() == AttentionRule.Multiplicity.POINT_SET;
            case AttentionRule.Selective _ -> false;
            case AttentionRule.Softmax _, CustomRule _ -> true;
        };
    }

    private static double entropy(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            if (weight < 0) {
                return Double.NaN;
            }
            sum -= weight > 0 ? weight * StrictMath.log(weight) : 0;
        }
        return sum;
    }

    private static int count(double[] weights) {
        int count = 0;
        for (double weight : weights) {
            count += weight != 0 ? 1 : 0;
        }
        return count;
    }
}
