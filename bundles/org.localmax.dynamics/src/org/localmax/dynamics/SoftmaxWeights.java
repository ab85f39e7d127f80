package org.localmax.dynamics;

/** The exponentials of softmax, never above 1. */
final class SoftmaxWeights {

    private SoftmaxWeights() {}

    /**
     * Turns scores into exp(beta (g - M)) in place, M the greatest score, or the least if beta is negative: the difference is
     * taken first, so that nothing overflows.
     *
     * @return the same array
     */
    static double[] of(double[] scores, double beta) {
        double greatest = Double.NEGATIVE_INFINITY;
        double least = Double.POSITIVE_INFINITY;
        for (double score : scores) {
            greatest = Math.max(greatest, score);
            least = Math.min(least, score);
        }
        double origin = beta >= 0 ? greatest : least;
        for (int j = 0; j < scores.length; j++) {
            scores[j] = StrictMath.exp(beta * (scores[j] - origin));
        }
        return scores;
    }

    /** The sum of weights, in their order. */
    static double sum(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        return sum;
    }
}
