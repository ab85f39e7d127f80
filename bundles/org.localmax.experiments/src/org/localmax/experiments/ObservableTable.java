package org.localmax.experiments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.localmax.data.DataException;

/**
 * The observables of a run as numbers.
 *
 * @param steps the recorded steps
 * @param columns the observables, in the order of the file
 */
public record ObservableTable(double[] steps, List<Column> columns) {

    private static final String STEP = "step";

    /**
     * One observable.
     *
     * @param name as in the heading of the file
     * @param values one a recorded step, NaN where it has none; owned by whoever read the table
     */
    public record Column(String name, double[] values) {}

    /** @throws DataException with a message for the user if the table is missing or damaged */
    static ObservableTable read(Path file) throws DataException {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            throw DataException.of(file, e);
        }
        String[] names = lines.isEmpty() ? new String[] {""} : lines.getFirst().split(",", -1);
        if (!names[0].equals(STEP)) {
            throw DataException.at(file, 1, "is no heading; expected one that begins with " + STEP);
        }
        double[][] values = new double[names.length][lines.size() - 1];
        for (int row = 0; row < lines.size() - 1; row++) {
            String[] cells = lines.get(row + 1).split(",", -1);
            if (cells.length != names.length) {
                throw DataException.at(file, row + 2, "has " + cells.length + " cells; expected " + names.length);
            }
            for (int column = 0; column < cells.length; column++) {
                values[column][row] = number(file, row + 2, cells[column]);
            }
        }
        List<Column> columns = new ArrayList<>();
        for (int column = 1; column < names.length; column++) {
            columns.add(new Column(names[column], values[column]));
        }
        return new ObservableTable(values[0], List.copyOf(columns));
    }

    private static double number(Path file, int line, String cell) throws DataException {
        return switch (cell) {
            case "" -> Double.NaN;
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> {
                try {
                    yield Double.parseDouble(cell);
                } catch (NumberFormatException _) {
                    throw DataException.at(file, line, "has the cell \"" + cell + "\"; expected a number");
                }
            }
        };
    }
}
