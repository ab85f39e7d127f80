package org.localmax.comparison;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplicateStatisticsTest {

    private static final double[] DIGITS = {3, 1, 4, 1, 5, 9, 2, 6};

    /** What mean, std(ddof=1) and quantile of NumPy 2 give. */
    @Test
    void theyAreThoseOfNumPy() {
        ReplicateStatistics found = ReplicateStatistics.of(DIGITS);
        assertEquals(8, found.count());
        assertEquals(3.875, found.mean(), 1e-15);
        assertEquals(2.748376143938713, found.deviation(), 1e-15);
        assertArrayEquals(new double[] {1.0, 1.75, 3.5, 5.25, 7.949999999999998}, found.quantiles(), 1e-14);
        assertEquals(3.5, found.median(), 1e-15);
    }

    @Test
    void theIntervalIsTheSameForTheSameNumbersInAnyOrder() {
        ReplicateStatistics one = ReplicateStatistics.of(DIGITS);
        ReplicateStatistics other = ReplicateStatistics.of(6, 2, 9, 5, 1, 4, 1, 3);
        assertEquals(one.low(), other.low(), 0);
        assertEquals(one.high(), other.high(), 0);
        assertTrue(one.low() < one.mean() && one.mean() < one.high(), one.toString());
    }

    @Test
    void aLoneNumberHasNoDeviation() {
        ReplicateStatistics alone = ReplicateStatistics.of(7.5);
        assertTrue(Double.isNaN(alone.deviation()));
        assertEquals(7.5, alone.low(), 0);
        assertEquals(7.5, alone.high(), 0);
        assertEquals(7.5, alone.median(), 0);
    }

    @Test
    void equalNumbersHaveNoInterval() {
        double tenth = 0.1;
        ReplicateStatistics equal = ReplicateStatistics.of(tenth, tenth, tenth);
        assertEquals(tenth, equal.mean(), 0);
        assertEquals(0, equal.deviation(), 0);
        assertEquals(tenth, equal.low(), 0);
        assertEquals(tenth, equal.high(), 0);
    }

    @Test
    void theMeanOfWholeNumbersIsExactAndThatOfGreatOnesIsFinite() {
        double[] sixes = new double[20];
        for (int k = 0; k < sixes.length; k++) {
            sixes[k] = k % 2 == 0 ? 5 : 7;
        }
        assertEquals(6, ReplicateStatistics.of(sixes).mean(), 0);
        assertEquals(1e308, ReplicateStatistics.of(1e308, 1e308).mean(), 0);
    }

    /** Of a mean of 20 the percentile bootstrap covers somewhat less often than it says. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theIntervalCoversTheMeanAboutAsOftenAsItSays(boolean isSkewed) {
        Random random = new Random(5);
        int covered = 0;
        for (int round = 0; round < 1000; round++) {
            double[] sample = new double[20];
            for (int k = 0; k < sample.length; k++) {
                sample[k] = isSkewed ? -Math.log(1 - random.nextDouble()) - 1 : random.nextGaussian();
            }
            ReplicateStatistics found = ReplicateStatistics.of(sample);
            covered += found.low() <= 0 && 0 <= found.high() ? 1 : 0;
        }
        assertTrue(covered >= (isSkewed ? 870 : 905) && covered <= 965, "covered " + covered);
    }

    /** Also where there are too many draws to be kept. */
    @ParameterizedTest
    @ValueSource(ints = {2, 7, 40, 9000})
    void theIntervalIsThatOfFiveHundredSamples(int count) {
        Resamples shared = new Resamples(count);
        Random random = new Random(6);
        for (int column = 0; column < 2; column++) {
            double[] numbers = random.doubles(count).sorted().toArray();
            double[] means = means(numbers);
            ReplicateStatistics found = ReplicateStatistics.of(shared, numbers);
            assertEquals(quantile(means, (1 - 0.95) / 2), found.low(), 0);
            assertEquals(quantile(means, (1 + 0.95) / 2), found.high(), 0);
            assertEquals(ReplicateStatistics.of(numbers).low(), found.low(), 0);
        }
    }

    private static double quantile(double[] sorted, double share) {
        double at = share * (sorted.length - 1);
        int below = (int) at;
        return sorted[below] + (at - below) * (sorted[below + 1] - sorted[below]);
    }

    /** The draws one after the other, as the definition says. */
    private static double[] means(double[] sorted) {
        RandomGenerator words = RandomGeneratorFactory.of("Xoshiro256PlusPlus").create(new byte[] {'b', 'o', 'o', 't'});
        double[] means = new double[500];
        for (int r = 0; r < means.length; r++) {
            double sum = 0;
            for (int k = 0; k < sorted.length; k++) {
                sum += sorted[(int) ((words.nextLong() >>> 33) * sorted.length >>> 31)];
            }
            means[r] = sum / sorted.length;
        }
        Arrays.sort(means);
        return means;
    }

    @Test
    void drawsOfAnotherNumberAreRefused() {
        Resamples ofFive = new Resamples(5);
        assertThrows(IllegalArgumentException.class, () -> ReplicateStatistics.of(ofFive, 1, 2, 3));
    }

    @Test
    void whatIsNoNumberIsRefused() {
        assertThrows(IllegalArgumentException.class, ReplicateStatistics::of);
        assertThrows(IllegalArgumentException.class, () -> ReplicateStatistics.of(1, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> ReplicateStatistics.of(Double.POSITIVE_INFINITY));
    }
}
