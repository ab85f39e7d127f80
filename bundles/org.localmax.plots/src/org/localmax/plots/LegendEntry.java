package org.localmax.plots;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of a legend: what marks mean that look like the samples.
 *
 * @param samples one of each kind, drawn one above the other, such as a line with a symbol
 */
public record LegendEntry(String label, List<Sample> samples) {

    public LegendEntry {
        samples = List.copyOf(samples);
    }

    /** The same with another sample, unless there is one of its kind. */
    LegendEntry with(Sample sample) {
        if (samples.stream().anyMatch(known -> known.getClass() == sample.getClass())) {
            return this;
        }
        List<Sample> more = new ArrayList<>(samples);
        more.add(sample);
        return new LegendEntry(label, more);
    }
}
