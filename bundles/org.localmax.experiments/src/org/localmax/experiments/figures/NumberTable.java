package org.localmax.experiments.figures;

import java.nio.file.Path;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.localmax.data.DataException;
import org.localmax.data.Numbers;
import org.localmax.data.TextTable;

/** A table of texts whose columns are read as numbers. */
record NumberTable(TextTable table) {

    /**
     * Reads a file.
     *
     * @throws DataException if it cannot be read, or has no row
     */
    static NumberTable read(Path file) throws DataException {
        TextTable table = TextTable.read(file);
        if (table.rows().isEmpty()) {
            throw DataException.at(file, "has no points; expected a heading and a row each");
        }
        return new NumberTable(table);
    }

    Path file() {
        return table.file();
    }

    List<String> names() {
        return table.names();
    }

    int count() {
        return table.rows().size();
    }

    List<String> texts(String name) throws DataException {
        return table.column(name);
    }

    /** A column of numbers. */
    double[] numbers(String name) throws DataException {
        return numbers(name, false);
    }

    /** A column in which numbers may be missing; NaN for these. */
    double[] numbersOrNothing(String name) throws DataException {
        return numbers(name, true);
    }

    private double[] numbers(String name, boolean mayLack) throws DataException {
        List<String> cells = table.column(name);
        double[] numbers = new double[cells.size()];
        for (int k = 0; k < numbers.length; k++) {
            numbers[k] = number(table.lines().get(k), cells.get(k), mayLack);
        }
        return numbers;
    }

    private double number(long line, String cell, boolean mayLack) throws DataException {
        if (mayLack && (cell.isEmpty() || cell.equals("nan"))) {
            return Double.NaN;
        }
        try {
            return Numbers.parse(cell);
        } catch (NumberFormatException e) {
            throw DataException.at(file(), line, "has the cell \"" + cell + "\"; expected a number");
        }
    }

    /** Of columns the rows that are wanted. */
    static double[][] chosen(double[][] columns, IntPredicate wanted) {
        int[] rows = IntStream.range(0, columns[0].length).filter(wanted).toArray();
        double[][] chosen = new double[columns.length][];
        for (int column = 0; column < columns.length; column++) {
            double[] numbers = columns[column];
            chosen[column] = IntStream.of(rows).mapToDouble(row -> numbers[row]).toArray();
        }
        return chosen;
    }
}
