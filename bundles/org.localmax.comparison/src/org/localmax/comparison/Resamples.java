package org.localmax.comparison;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * The samples of the bootstrap: which of so many numbers are drawn, with replacement, as many as there are. The draws depend on how many
 * there are alone, so that columns of a table share them. For one thread.
 */
public final class Resamples {

    private static final int RESAMPLES = 500;

    /** So many are added up side by side: each sum waits for the last addition, but not for the others. */
    private static final int ABREAST = 4;

    /** More draws than that are not kept, but drawn again. */
    private static final int MOST_KEPT = 1 << 22;

    private final int count;
    private final boolean areKept;
    /** All draws if they are kept, else those of the present samples. */
    private final int[] draws;

    private boolean areDrawn;

    /** @param count of how many numbers */
    public Resamples(int count) {
        this.count = count;
        areKept = (long) count * RESAMPLES <= MOST_KEPT;
        draws = new int[Math.multiplyExact(areKept ? RESAMPLES : ABREAST, count)];
    }

    /** Of how many numbers they are. */
    public int count() {
        return count;
    }

    /**
     * The means of the samples of some numbers, ascending.
     *
     * @param sorted as many as there are, ascending
     */
    double[] means(double[] sorted) {
        if (sorted.length != count) {
            throw new IllegalArgumentException("there are " + sorted.length + " numbers; expected " + count);
        }
        RandomGenerator random =
                RandomGeneratorFactory.of("Xoshiro256PlusPlus").create(new byte[] {'b', 'o', 'o', 't'});
        double[] means = new double[RESAMPLES];
        for (int r = 0; r < RESAMPLES; r += ABREAST) {
            int from = areKept ? r * count : 0;
            if (!areDrawn) {
                draw(random, from, from + ABREAST * count);
            }
            findMeans(sorted, from, means, r);
        }
        areDrawn = areKept;
        Arrays.sort(means);
        return means;
    }

    private void draw(RandomGenerator random, int from, int to) {
        for (int at = from; at < to; at++) {
            draws[at] = (int) ((random.nextLong() >>> 33) * count >>> 31);
        }
    }

    private void findMeans(double[] sorted, int from, double[] means, int first) {
        double sum0 = 0;
        double sum1 = 0;
        double sum2 = 0;
        double sum3 = 0;
        for (int at = from; at < from + count; at++) {
            sum0 += sorted[draws[at]];
            sum1 += sorted[draws[at + count]];
            sum2 += sorted[draws[at + 2 * count]];
            sum3 += sorted[draws[at + 3 * count]];
        }
        double[] sums = {sum0, sum1, sum2, sum3};
        for (int k = 0; k < ABREAST; k++) {
            means[first + k] = Double.isFinite(sums[k])
                    ? clamped(sums[k] / count, sorted)
                    : mean(sample(sorted, from + k * count), sorted);
        }
    }

    private double[] sample(double[] sorted, int from) {
        double[] sample = new double[count];
        for (int k = 0; k < count; k++) {
            sample[k] = sorted[draws[from + k]];
        }
        return sample;
    }

    /** The mean of some of the numbers. Of whole ones the sum is exact; rounding takes no mean beyond the numbers. */
    static double mean(double[] some, double[] sorted) {
        double sum = 0;
        double shares = 0;
        for (double number : some) {
            sum += number;
            shares += number / some.length;
        }
        return clamped(Double.isFinite(sum) ? sum / some.length : shares, sorted);
    }

    private static double clamped(double mean, double[] sorted) {
        return Math.clamp(mean, sorted[0], sorted[sorted.length - 1]);
    }
}
