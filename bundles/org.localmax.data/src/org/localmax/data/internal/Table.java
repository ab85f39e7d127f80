package org.localmax.data.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.localmax.data.DataException;
import org.localmax.dynamics.Rational;

/**
 * A rectangle of finite numbers from a file.
 *
 * @param <V> double[], or a list of fractions
 * @param rows at least 1
 * @param columns at least 1
 * @param values rows x columns, row by row; given away to the receiver
 */
public record Table<V>(int rows, int columns, V values) {

    /** The most values an array can hold. */
    static final int MOST_VALUES = Integer.MAX_VALUE - 8;

    private static final byte[] ZIP = {'P', 'K', 3, 4};

    /** What a one-dimensional NPY array of length n means. */
    public enum Vector {
        /** n rows of one value. */
        COLUMN,
        /** Nothing: it is refused. */
        REFUSED
    }

    /** Reads a CSV or NPY file, told apart by their first bytes. */
    public static Table<double[]> read(Path file, Vector vector) throws DataException {
        return isNpy(file)
                ? reading(file, () -> NpyTable.read(file, vector))
                : reading(file, () -> new CsvTable<>(file, new DoubleCells()).read());
    }

    /** Reads the numbers themselves: those of a CSV file as they are written, those of an NPY file as the doubles they are. */
    public static Table<List<Rational>> readExactly(Path file, Vector vector) throws DataException {
        if (!isNpy(file)) {
            return reading(file, () -> new CsvTable<>(file, new FractionCells()).read());
        }
        Table<double[]> doubles = read(file, vector);
        List<Rational> values =
                Arrays.stream(doubles.values()).mapToObj(Rational::of).toList();
        return new Table<>(doubles.rows(), doubles.columns(), values);
    }

    /** Reads something of a file. */
    private interface Reading<T> {
        T get() throws IOException, DataException;
    }

    private static <T> T reading(Path file, Reading<T> reading) throws DataException {
        try {
            return reading.get();
        } catch (CharacterCodingException _) {
            throw DataException.at(file, "is not UTF-8 text; expected a CSV file in UTF-8, or an NPY file");
        } catch (IOException e) {
            throw DataException.of(file, e);
        }
    }

    private static boolean isNpy(Path file) throws DataException {
        if (!Files.exists(file)) {
            throw DataException.at(file, "no such file; expected a CSV or NPY file");
        }
        if (Files.isDirectory(file)) {
            throw DataException.at(file, "is a folder; expected a CSV or NPY file");
        }
        if (!Files.isRegularFile(file)) {
            throw DataException.at(file, "is not a regular file; expected a CSV or NPY file");
        }
        byte[] start = reading(file, () -> start(file));
        if (start.length == 0) {
            throw DataException.at(file, "is empty; expected rows of numbers");
        }
        if (Arrays.equals(start, 0, Math.min(start.length, ZIP.length), ZIP, 0, ZIP.length)) {
            throw DataException.at(file, "is a zip archive; expected a CSV or NPY file");
        }
        return NpyHeader.isMagic(start);
    }

    /** The rows as arrays, one fraction an entry. */
    public static Rational[][] rows(Table<List<Rational>> table) {
        Rational[][] rows = new Rational[table.rows()][];
        for (int r = 0; r < rows.length; r++) {
            rows[r] = table.values()
                    .subList(r * table.columns(), (r + 1) * table.columns())
                    .toArray(Rational[]::new);
        }
        return rows;
    }

    private static byte[] start(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(NpyHeader.MAGIC_LENGTH);
        }
    }
}
