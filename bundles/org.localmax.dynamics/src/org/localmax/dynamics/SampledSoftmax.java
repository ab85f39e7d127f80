package org.localmax.dynamics;

import java.util.Map;

/**
 * Each token attends to one other, drawn with the probabilities of softmax: the Markov chain (SA_P) of Alcalde, Geshkovski
 * and Ruiz-Balet, arXiv 2508.09628, in which x_i jumps to (1 - gamma) x_i + gamma x_J, J ~ softmax_j(beta g_ij). Tokens draw
 * independently of each other, and each draw is a function of seed, step and token.
 *
 * @param beta the inverse temperature
 * @param seed which of the trajectories of the chain is followed
 */
public record SampledSoftmax(Schedule beta, long seed) implements CustomRule {

    @Override
    public Map<String, Schedule> schedules() {
        return Map.of("beta", beta);
    }

    @Override
    public void weigh(Receiver receiver, double[] weights) {
        SoftmaxWeights.of(weights, beta.at(receiver.t()));
        double aim = uniform(receiver.t(), receiver.index()) * SoftmaxWeights.sum(weights);
        int drawn = -1;
        double below = 0;
        for (int j = 0; j < weights.length; j++) {
            below += weights[j];
            if (weights[j] > 0 && (drawn < 0 || below - weights[j] <= aim)) {
                drawn = j; // the last token that begins at or before the aim
            }
            weights[j] = 0;
        }
        weights[drawn] = 1;
    }

    /** A number in [0, 1), a multiple of 2^-53, by the mixing function of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014). */
    private double uniform(long t, int i) {
        long mixed = Fingerprint.of(Fingerprint.of(Fingerprint.of(seed) + t) + i);
        return (mixed >>> 11) * 0x1p-53;
    }
}
