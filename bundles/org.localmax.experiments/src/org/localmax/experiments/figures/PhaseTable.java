package org.localmax.experiments.figures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.localmax.data.DataException;
import org.localmax.data.Numbers;
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
        List<String[]> rows = rows(file);
        if (rows.size() < 2) {
            throw DataException.at(file, "has no points; expected a heading and a row each");
        }
        String[] heading = rows.getFirst();
        double[] x = numbers(file, rows, column(file, heading, columns.x()), false);
        double[] y = numbers(file, rows, column(file, heading, columns.y()), false);
        double[] values = numbers(file, rows, column(file, heading, columns.value()), true);
        if (columns.status().isPresent()) {
            int status = column(file, heading, columns.status().get());
            for (int k = 0; k < values.length; k++) {
                values[k] = WELL.contains(rows.get(k + 1)[status].strip()) ? values[k] : Double.NaN;
            }
        }
        long failed = Arrays.stream(values).filter(Double::isNaN).count();
        String caption = columns.value() + " over " + columns.x() + " and " + columns.y() + ": " + values.length
                + " points of " + file.getFileName() + "; of several at one place the mean."
                + (failed == 0 ? "" : " " + failed + " failed or are not known; tiles of such alone are hatched.");
        PhaseDiagram.Labels labels =
                new PhaseDiagram.Labels(symbol(columns.x()), symbol(columns.y()), columns.value().replace('_', ' '));
        return Figure.of(PhaseDiagram.of(labels, x, y, values), caption);
    }

    private static List<String[]> rows(Path file) throws DataException {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(",", -1))
                    .toList();
        } catch (IOException e) {
            throw DataException.of(file, e);
        }
    }

    private static int column(Path file, String[] heading, String name) throws DataException {
        return IntStream.range(0, heading.length)
                .filter(c -> heading[c].strip().equals(name))
                .findFirst()
                .orElseThrow(() -> DataException.at(
                        file, 1, "has no column '" + name + "'; expected some of " + String.join(", ", heading)));
    }

    private static double[] numbers(Path file, List<String[]> rows, int column, boolean mayLack) throws DataException {
        double[] numbers = new double[rows.size() - 1];
        for (int k = 0; k < numbers.length; k++) {
            String[] row = rows.get(k + 1);
            if (row.length != rows.getFirst().length) {
                throw DataException.at(
                        file, k + 2L, "has " + row.length + " cells; expected " + rows.getFirst().length);
            }
            numbers[k] = number(file, k + 2L, row[column].strip(), mayLack);
        }
        return numbers;
    }

    private static double number(Path file, long line, String cell, boolean mayLack) throws DataException {
        if (mayLack && (cell.isEmpty() || cell.equals("nan"))) {
            return Double.NaN;
        }
        try {
            return Numbers.parse(cell);
        } catch (NumberFormatException e) {
            throw DataException.at(file, line, "has the cell \"" + cell + "\"; expected a number");
        }
    }

    private static String symbol(String name) {
        return switch (name) {
            case "delta" -> "δ";
            case "alpha" -> "α";
            case "beta" -> "β";
            case "gamma" -> "γ";
            default -> name.replace('_', ' ');
        };
    }
}
