package org.localmax.ui.plots;

import java.util.Arrays;

/**
 * One observable over the steps of a run. Values may be infinite or NaN: the curve has a gap there. The arrays are read,
 * never changed.
 *
 * @param name short name
 * @param label what the axis says
 * @param steps the steps, rising
 * @param values one a step
 * @param logarithmic whether a logarithmic axis suits it best
 */
public record StepSeries(String name, String label, double[] steps, double[] values, boolean logarithmic) {

    public StepSeries {
        if (steps.length != values.length) {
            throw new IllegalArgumentException(
                    "expected a value for each of " + steps.length + " steps, not " + values.length);
        }
    }

    /** The value at a step, NaN where there is none. */
    public double at(double step) {
        int index = Arrays.binarySearch(steps, step);
        return index < 0 ? Double.NaN : values[index];
    }
}
