package org.localmax.dynamics;

import java.util.Arrays;
import java.util.Map;

/**
 * Softmax over the k tokens of greatest score alone; with beta 0 their plain mean. Of equal scores those of least index are
 * taken, so that the rule is not equivariant at ties.
 *
 * @param k how many tokens count; all if there are fewer
 * @param beta the inverse temperature
 */
public record TopK(int k, Schedule beta) implements CustomRule {

    /** @throws IllegalArgumentException if k is below 1 */
    public TopK {
        if (k < 1) {
            throw new IllegalArgumentException("k is " + k + "; expected a number of at least 1");
        }
    }

    @Override
    public Map<String, Schedule> schedules() {
        return Map.of("beta", beta);
    }

    @Override
    public void weigh(Receiver receiver, double[] weights) {
        if (k < weights.length) {
            dropOthers(weights);
        }
        double inverseTemperature = beta.at(receiver.t());
        double origin = origin(weights, inverseTemperature);
        for (int j = 0; j < weights.length; j++) {
            boolean counts = weights[j] != Double.NEGATIVE_INFINITY;
            weights[j] = counts ? StrictMath.exp(inverseTemperature * (weights[j] - origin)) : 0;
        }
    }

    /** Marks all scores but the k greatest by minus infinity. */
    private void dropOthers(double[] scores) {
        double[] sorted = scores.clone();
        Arrays.sort(sorted);
        double threshold = sorted[sorted.length - k];
        int left = k;
        for (double score : scores) {
            left -= score > threshold ? 1 : 0;
        }
        for (int j = 0; j < scores.length; j++) {
            boolean tied = scores[j] == threshold;
            if (scores[j] < threshold || tied && left-- <= 0) {
                scores[j] = Double.NEGATIVE_INFINITY;
            }
        }
    }

    /** The score whose exponential is the greatest. */
    private static double origin(double[] scores, double beta) {
        double origin = Double.NaN;
        for (double score : scores) {
            boolean counts = score != Double.NEGATIVE_INFINITY;
            if (counts && (Double.isNaN(origin) || (beta >= 0 ? score > origin : score < origin))) {
                origin = score;
            }
        }
        return origin;
    }
}
