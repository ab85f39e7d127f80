package org.localmax.benchmarks;

import java.util.Arrays;

/**
 * What was measured in the rounds of one run: one number a round, so that numbers of two samples at the same place were
 * measured one after the other.
 *
 * @param values the numbers, at least one
 */
record Sample(double... values) {

    Sample {
        if (values.length == 0) {
            throw new IllegalArgumentException("the sample is empty; expected at least one round");
        }
    }

    /** The middle one; of an even number of rounds, the mean of the middle two. */
    double median() {
        double[] sorted = sorted();
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    double least() {
        return sorted()[0];
    }

    double greatest() {
        return sorted()[values.length - 1];
    }

    private double[] sorted() {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    /** The quotients, round by round: slow spells of the machine fall on both sides. */
    Sample over(Sample other) {
        double[] quotients = new double[values.length];
        for (int round = 0; round < quotients.length; round++) {
            quotients[round] = values[round] / other.values[round];
        }
        return new Sample(quotients);
    }

    /** Every number multiplied. */
    Sample times(double factor) {
        return new Sample(Arrays.stream(values).map(value -> value * factor).toArray());
    }

    /** The median with the least and the greatest in brackets. */
    @Override
    public String toString() {
        return "%s [%s .. %s]".formatted(Figures.of(median()), Figures.of(least()), Figures.of(greatest()));
    }
}
