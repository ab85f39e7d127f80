package org.localmax.dynamics;

import java.util.Map;

/**
 * Weights z_j p_j with p = softmax(z) and z = beta g_i, or with z_j - min(z_min, 0) over max(z_max, 0) - min(z_min, 0) in the
 * place of z_j, which lies in [0, 1] (Zheng et al., Self-Adjust Softmax, arXiv 2502.18277). They do not add up to 1, and z = 0
 * gives 0: the hull of the tokens need not shrink.
 *
 * @param beta the inverse temperature
 * @param normalised whether the second form is taken
 */
public record SelfAdjustedSoftmax(Schedule beta, boolean normalised) implements CustomRule {

    @Override
    public Map<String, Schedule> schedules() {
        return Map.of("beta", beta);
    }

    @Override
    public boolean addsUpToOne() {
        return false;
    }

    @Override
    public void weigh(Receiver receiver, double[] weights) {
        double inverseTemperature = beta.at(receiver.t());
        double[] z = new double[weights.length];
        double low = 0;
        double high = 0;
        for (int j = 0; j < z.length; j++) {
            z[j] = inverseTemperature * weights[j];
            low = Math.min(low, z[j]);
            high = Math.max(high, z[j]);
        }
        SoftmaxWeights.of(weights, inverseTemperature);
        double sum = SoftmaxWeights.sum(weights);
        double origin = normalised ? low : 0;
        double unit = normalised && high > low ? high - low : 1;
        for (int j = 0; j < z.length; j++) {
            weights[j] = (z[j] - origin) / unit * (weights[j] / sum);
        }
    }
}
