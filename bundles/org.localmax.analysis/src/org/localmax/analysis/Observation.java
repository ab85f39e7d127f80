package org.localmax.analysis;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was observed of one step.
 *
 * @param step t
 * @param dimension d
 * @param numbers for each chosen observable one number a column, NaN where it cannot be told
 * @param measured the value of each measure, in their order
 */
public record Observation(long step, int dimension, Map<Observable, double[]> numbers, List<Double> measured) {

    private static final Observable.Column MEASURE = new Observable.Column("", false);

    public Observation {
        EnumMap<Observable, double[]> ordered = new EnumMap<>(Observable.class);
        ordered.putAll(numbers);
        numbers = ordered;
        measured = List.copyOf(measured);
    }

    /** What was observed. */
    public Set<Observable> observed() {
        return numbers.keySet();
    }

    /** The first number of a chosen observable. */
    public double value(Observable observable) {
        return numbers.get(observable)[0];
    }

    /** The row of a table: the step and the values of what was observed, under {@link Observer#columns()}. */
    public List<String> values() {
        List<String> values = new ArrayList<>();
        values.add(Long.toString(step));
        numbers.forEach((observable, ofColumns) -> {
            List<Observable.Column> cells = observable.cells(dimension);
            for (int c = 0; c < ofColumns.length; c++) {
                values.add(cells.get(c).text(ofColumns[c]));
            }
        });
        measured.forEach(value -> values.add(MEASURE.text(value)));
        return values;
    }
}
