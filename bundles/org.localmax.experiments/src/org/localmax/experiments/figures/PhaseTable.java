package org.localmax.experiments.figures;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.localmax.data.DataException;
import org.localmax.plots.Figure;
import org.localmax.plots.figures.PhaseDiagram;

/** A table of numbers over two parameters: a CSV file with a heading, one point a row. */
public final class PhaseTable {

    /** What the status of a point is called that has not failed. */
    private static final List<String> WELL = List.of("", "ok", "done", "settled");

    private PhaseTable() {}

    /**
     * Which columns are read.
     *
     * @param x the parameter to the right
     * @param y the parameter above
     * @param value the number
     * @param status whether a point failed: all that is not empty, ok, done or settled; empty for no such column
     */
    public record Columns(String x, String y, String value, Optional<String> status) {}

    /**
     * The phase diagram of a table.
     *
     * @throws DataException if it cannot be read, or does not have the columns
     */
    public static Figure diagram(Path file, Columns columns) throws DataException {
        NumberTable table = NumberTable.read(file);
        double[] x = table.numbers(columns.x());
        double[] y = table.numbers(columns.y());
        double[] values = table.numbersOrNothing(columns.value());
        if (columns.status().isPresent()) {
            List<String> statuses = table.texts(columns.status().get());
            for (int k = 0; k < values.length; k++) {
                values[k] = WELL.contains(statuses.get(k)) ? values[k] : Double.NaN;
            }
        }
        long failed = Arrays.stream(values).filter(Double::isNaN).count();
        String caption = columns.value() + " over " + columns.x() + " and " + columns.y() + ": " + values.length
                + " points of " + file.getFileName() + "; of several at one place the mean."
                + (failed == 0 ? "" : " " + failed + " failed or are not known; tiles of such alone are hatched.");
        PhaseDiagram.Labels labels = new PhaseDiagram.Labels(
                symbol(columns.x()), symbol(columns.y()), columns.value().replace('_', ' '));
        return Figure.of(PhaseDiagram.of(labels, x, y, values), caption);
    }

    /** What an axis is called that a column is on. */
    static String symbol(String name) {
        return switch (name) {
            case "delta" -> "δ";
            case "alpha" -> "α";
            case "beta" -> "β";
            case "gamma" -> "γ";
            default -> name.replace('_', ' ');
        };
    }
}
