package org.localmax.experiments.sweeps;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.localmax.comparison.ReplicateStatistics;
import org.localmax.comparison.Resamples;

/**
 * The runs of a rule at a point: they differ by their seeds alone.
 *
 * @param columns the columns of the results
 * @param rows the cells of the runs, in the order of the columns; at least one
 */
record RunGroup(SweepColumns columns, List<List<String>> rows) {

    /** What the runs have in common: the values of the axes, and the rule. */
    List<String> common() {
        List<String> common = new ArrayList<>();
        columns.axes().forEach(axis -> common.add(cell(0, axis)));
        common.add(cell(0, SweepColumns.RULE));
        return common;
    }

    /** The number of the point. */
    String point() {
        return cell(0, SweepColumns.POINT);
    }

    private String cell(int row, String column) {
        return rows.get(row).get(columns.names().indexOf(column));
    }

    /** The first and the last number of the runs, such as 40-59. */
    String numbers() {
        return cell(0, SweepColumns.RUN) + "-" + cell(rows.size() - 1, SweepColumns.RUN);
    }

    int count() {
        return rows.size();
    }

    /** How many runs have a status. */
    int count(String status) {
        return count(SweepColumns.STATUS, status);
    }

    /** How many runs were done and had not settled at their end. */
    int unsettled() {
        return count(Outcome.DONE) - count(SweepColumns.SETTLED, "settled");
    }

    private int count(String column, String value) {
        int index = columns.names().indexOf(column);
        return (int) rows.stream().filter(row -> row.get(index).equals(value)).count();
    }

    /** The statistics of a column over the runs that have a finite number there; empty if none has. */
    Optional<ReplicateStatistics> statistics(String column) {
        double[] values = numbers(column);
        return values.length == 0 ? Optional.empty() : Optional.of(ReplicateStatistics.of(values));
    }

    /** The same, with draws that are there if they are of as many numbers. */
    Optional<ReplicateStatistics> statistics(String column, Resamples resamples) {
        double[] values = numbers(column);
        return values.length == resamples.count()
                ? Optional.of(ReplicateStatistics.of(resamples, values))
                : statistics(column);
    }

    /** The finite numbers of a column. */
    private double[] numbers(String column) {
        int index = columns.names().indexOf(column);
        double[] numbers = new double[rows.size()];
        int count = 0;
        for (List<String> row : rows) {
            String cell = row.get(index);
            double number = cell.isEmpty() ? Double.NaN : number(cell);
            if (Double.isFinite(number)) {
                numbers[count++] = number;
            }
        }
        return Arrays.copyOf(numbers, count);
    }

    /** As the cells of results are written. */
    private static double number(String cell) {
        return switch (cell) {
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(cell);
        };
    }

    /** The median of the first settled step, where runs that had not settled are censored at their end; empty if most had not. */
    OptionalDouble settlingTime() {
        SettlingTimes times = new SettlingTimes();
        addTo(times);
        return times.isEmpty() ? OptionalDouble.empty() : times.estimate().median();
    }

    /** Adds the runs that were done. */
    void addTo(SettlingTimes times) {
        int status = columns.names().indexOf(SweepColumns.STATUS);
        int since = columns.names().indexOf(SweepColumns.SETTLED_SINCE);
        int settled = columns.names().indexOf(SweepColumns.SETTLED);
        int steps = columns.names().indexOf(SweepColumns.STEPS);
        for (List<String> row : rows) {
            if (row.get(status).equals(Outcome.DONE)) {
                boolean hasSettled = row.get(settled).equals("settled");
                times.add(Double.parseDouble(row.get(hasSettled ? since : steps)), hasSettled);
            }
        }
    }

    /** The value of an axis at the point. */
    String value(String axis) {
        return cell(0, axis);
    }
}
