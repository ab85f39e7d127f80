package org.localmax.dynamics;

import java.util.Arrays;
import java.util.Map;

/**
 * The alpha-entmax family on z = beta g_i: p_j = [(alpha - 1) z_j - tau]_+^(1 / (alpha - 1)) with tau such that they add up
 * to 1 (Peters, Niculae and Martins, Sparse sequence-to-sequence models, ACL 2019). alpha = 2 is sparsemax (Martins and
 * Astudillo, ICML 2016); alpha = 1 would be softmax and infinity hardmax.
 *
 * @param alpha the exponent, greater than 1
 * @param beta the inverse temperature
 */
public record Entmax(double alpha, Schedule beta) implements CustomRule {

    /** Halvings of the interval of tau: more than the digits of binary64. */
    private static final int HALVINGS = 64;

    public Entmax {
        if (!(alpha > 1 && alpha < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("alpha is " + alpha + "; expected a finite number greater than 1");
        }
    }

    @Override
    public Map<String, Schedule> schedules() {
        return Map.of("beta", beta);
    }

    @Override
    public void weigh(Receiver receiver, double[] weights) {
        double factor = beta.at(receiver.t()) * (alpha - 1);
        double greatest = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < weights.length; j++) {
            weights[j] *= factor;
            greatest = Math.max(greatest, weights[j]);
        }
        for (int j = 0; j < weights.length; j++) {
            weights[j] -= greatest;
        }
        double tau = alpha == 2 ? sparsemaxThreshold(weights) : threshold(weights);
        for (int j = 0; j < weights.length; j++) {
            weights[j] = power(weights[j] - tau);
        }
    }

    /** p for the part above the threshold. */
    private double power(double excess) {
        if (excess <= 0) {
            return 0;
        }
        if (alpha == 2) {
            return excess;
        }
        return alpha == 1.5 ? excess * excess : StrictMath.pow(excess, 1 / (alpha - 1));
    }

    /** tau of sparsemax, from the sorted scores (Martins and Astudillo, algorithm 1). */
    private static double sparsemaxThreshold(double[] z) {
        double[] sorted = Arrays.stream(z).filter(value -> value > -1).sorted().toArray();
        double sum = 0;
        double tau = -1;
        for (int k = 1; k <= sorted.length; k++) {
            double value = sorted[sorted.length - k];
            sum += value;
            if (1 + k * value > sum) {
                tau = (sum - 1) / k;
            }
        }
        return tau;
    }

    /** tau by bisection: the greatest z is 0, so that it lies in [-1, 0]. */
    private double threshold(double[] z) {
        double[] candidates = Arrays.stream(z).filter(value -> value > -1).toArray();
        double low = -1;
        double high = 0;
        for (int halving = 0; halving < HALVINGS; halving++) {
            double middle = low + (high - low) / 2;
            double sum = 0;
            for (double value : candidates) {
                sum += power(value - middle);
            }
            if (sum >= 1) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
