package org.localmax.comparison;

import java.util.Arrays;

/**
 * What replicates of a run say of a number.
 *
 * @param count how many there are
 * @param mean their mean
 * @param deviation the standard deviation of a sample, over n - 1; NaN for one
 * @param quantiles at {@link #SHARES}, by linear interpolation (type 7 of Hyndman and Fan, 1996, as NumPy and R have it)
 * @param low the lower end of the 95 % interval of the mean, by the percentiles of the bootstrap (Efron, 1979)
 * @param high its upper end
 */
public record ReplicateStatistics(
        int count, double mean, double deviation, double[] quantiles, double low, double high) {

    /** The shares of which quantiles are told. */
    public static final double[] SHARES = {0.05, 0.25, 0.5, 0.75, 0.95};

    private static final double INTERVAL = 0.95;

    /**
     * Those of some numbers; draws begin from the same seed each time, so that the same numbers give the same interval.
     *
     * @param values at least one, all finite
     */
    public static ReplicateStatistics of(double... values) {
        return of(new Resamples(values.length), values);
    }

    /**
     * The same with draws that are there already.
     *
     * @param resamples those of so many numbers
     */
    public static ReplicateStatistics of(Resamples resamples, double... values) {
        if (values.length == 0 || !Arrays.stream(values).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("expected at least one number, all finite");
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double mean = Resamples.mean(sorted, sorted);
        double squares = 0;
        for (double value : sorted) {
            squares += (value - mean) * (value - mean);
        }
        double deviation = sorted.length == 1 ? Double.NaN : Math.sqrt(squares / (sorted.length - 1));
        double[] means = sorted[0] == sorted[sorted.length - 1] ? new double[] {mean} : resamples.means(sorted);
        return new ReplicateStatistics(
                sorted.length,
                mean,
                deviation,
                Arrays.stream(SHARES).map(share -> quantile(sorted, share)).toArray(),
                quantile(means, (1 - INTERVAL) / 2),
                quantile(means, (1 + INTERVAL) / 2));
    }

    /** The median. */
    public double median() {
        return quantiles[SHARES.length / 2];
    }

    private static double quantile(double[] sorted, double share) {
        double at = share * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
