package org.localmax.analysis.limits;

import java.util.OptionalLong;

/**
 * A function of the configuration that might never increase along a run, and where it did (arXiv 2509.15958, Section 6). All-pairs
 * sums run over ordered pairs.
 *
 * @param name what it is
 * @param column its name in tables
 * @param first t of the first value
 * @param isMonotone whether the theory says that it never increases under this rule
 * @param values its values at the steps seen
 * @param increases at how many steps it increased, from t to t + 1, by more than rounding
 * @param firstIncrease the first of them
 * @param firstSize by how much it increased there, relative to its greatest value
 */
public record LyapunovCandidate(
        String name,
        String column,
        long first,
        boolean isMonotone,
        double[] values,
        long increases,
        OptionalLong firstIncrease,
        double firstSize) {

    /**
     * Looks for the increases.
     *
     * @param first t of the first value
     * @param rounding what rounding adds to a value, relative to the greatest one
     */
    public static LyapunovCandidate of(
            String name, String column, boolean isMonotone, double[] values, long first, double rounding) {
        double greatest = 0;
        for (double value : values) {
            greatest = Math.max(greatest, Math.abs(value));
        }
        long increases = 0;
        OptionalLong firstIncrease = OptionalLong.empty();
        double firstSize = 0;
        for (int t = 0; t + 1 < values.length; t++) {
            double size = (values[t + 1] - values[t]) / greatest;
            if (size > rounding) {
                increases++;
                firstSize = firstIncrease.isEmpty() ? size : firstSize;
                firstIncrease = firstIncrease.isEmpty() ? OptionalLong.of(first + t) : firstIncrease;
            }
        }
        return new LyapunovCandidate(name, column, first, isMonotone, values, increases, firstIncrease, firstSize);
    }
}
