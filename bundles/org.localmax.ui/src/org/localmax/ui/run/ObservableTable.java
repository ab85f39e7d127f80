package org.localmax.ui.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.localmax.ui.plots.StepSeries;

/** The observables of a run, read from its table: a column of steps, and one for each observable. */
final class ObservableTable {

    private ObservableTable() {}

    /** @throws IOException with a message for the user if the table is missing or damaged */
    static List<StepSeries> read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        if (lines.isEmpty() || !lines.getFirst().startsWith("step")) {
            throw new IOException(file.getFileName() + " has no heading; expected a table that begins with step");
        }
        String[] names = lines.getFirst().split(",", -1);
        double[][] columns = new double[names.length][lines.size() - 1];
        for (int row = 0; row < lines.size() - 1; row++) {
            String[] cells = lines.get(row + 1).split(",", -1);
            if (cells.length != names.length) {
                throw new IOException(file.getFileName() + ", line " + (row + 2) + " has " + cells.length
                        + " cells; expected " + names.length);
            }
            for (int column = 0; column < cells.length; column++) {
                columns[column][row] = number(file, row + 2, cells[column]);
            }
        }
        List<StepSeries> series = new ArrayList<>();
        for (int column = 1; column < names.length; column++) {
            boolean logarithmic = names[column].equals("residual") || names[column].equals("smallest_margin");
            String label = label(names[column]);
            series.add(new StepSeries(names[column], label, columns[0], columns[column], logarithmic));
        }
        return series;
    }

    private static double number(Path file, int line, String cell) throws IOException {
        return switch (cell) {
            case "" -> Double.NaN;
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> {
                try {
                    yield Double.parseDouble(cell);
                } catch (NumberFormatException _) {
                    throw new IOException(file.getFileName() + ", line " + line + " has the cell \"" + cell
                            + "\"; expected a number");
                }
            }
        };
    }

    private static String label(String column) {
        return switch (column) {
            case "hull_area" -> "hull area";
            case "width" -> "width of the hull";
            case "largest_norm" -> "largest norm";
            case "mean_neighbours" -> "mean number of neighbours";
            case "smallest_margin" -> "smallest margin";
            case "ambiguous" -> "ambiguous decisions";
            case "consequential" -> "consequential decisions";
            case "residual" -> "residual r(t)";
            default -> column.replace('_', ' ');
        };
    }
}
