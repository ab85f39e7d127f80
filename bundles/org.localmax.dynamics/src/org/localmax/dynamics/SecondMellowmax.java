package org.localmax.dynamics;

import java.util.Map;

/**
 * The gradient of SM2(z) = (1/omega) log sum_j p_j exp(omega z_j), p = softmax(a z), on z = beta g_i: with s = softmax(a z)
 * and r = softmax((a + omega) z) the weights r + (a / omega) (r - s). They add up to 1 and may be negative: the hull of the
 * tokens need not shrink. (Soft mellowmax; for a = 0 it is mellowmax, whose gradient is softmax(omega z).)
 *
 * @param beta the inverse temperature
 * @param a the exponent of the inner softmax
 * @param omega the exponent of the mean, not 0
 */
public record SecondMellowmax(Schedule beta, double a, double omega) implements CustomRule {

    /** @throws IllegalArgumentException if a number is not finite, or omega is 0 */
    public SecondMellowmax {
        if (!Double.isFinite(a) || !Double.isFinite(omega) || omega == 0) {
            throw new IllegalArgumentException(
                    "a is " + a + " and omega " + omega + "; expected finite numbers, omega not 0");
        }
    }

    @Override
    public Map<String, Schedule> schedules() {
        return Map.of("beta", beta);
    }

    @Override
    public void weigh(Receiver receiver, double[] weights) {
        double inverseTemperature = beta.at(receiver.t());
        double[] s = SoftmaxWeights.of(weights.clone(), a * inverseTemperature);
        double[] r = SoftmaxWeights.of(weights, (a + omega) * inverseTemperature);
        double sSum = SoftmaxWeights.sum(s);
        double rSum = SoftmaxWeights.sum(r);
        for (int j = 0; j < weights.length; j++) {
            double share = r[j] / rSum;
            weights[j] = share + a / omega * (share - s[j] / sSum);
        }
    }
}
