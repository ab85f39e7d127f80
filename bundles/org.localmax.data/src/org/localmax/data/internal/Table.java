package org.localmax.data.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.localmax.data.DataException;

/**
 * A rectangle of finite numbers from a file.
 *
 * @param rows at least 1
 * @param columns at least 1
 * @param values rows x columns, row by row; given away to the receiver
 */
public record Table(int rows, int columns, double[] values) {

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
    public static Table read(Path file, Vector vector) throws DataException {
        if (!Files.exists(file)) {
            throw DataException.at(file, "no such file; expected a CSV or NPY file");
        }
        if (Files.isDirectory(file)) {
            throw DataException.at(file, "is a folder; expected a CSV or NPY file");
        }
        if (!Files.isRegularFile(file)) {
            throw DataException.at(file, "is not a regular file; expected a CSV or NPY file");
        }
        try {
            byte[] start = start(file);
            if (start.length == 0) {
                throw DataException.at(file, "is empty; expected rows of numbers");
            }
            if (Arrays.equals(start, 0, Math.min(start.length, ZIP.length), ZIP, 0, ZIP.length)) {
                throw DataException.at(file, "is a zip archive; expected a CSV or NPY file");
            }
            return NpyHeader.isMagic(start) ? NpyTable.read(file, vector) : new CsvTable(file).read();
        } catch (CharacterCodingException _) {
            throw DataException.at(file, "is not UTF-8 text; expected a CSV file in UTF-8, or an NPY file");
        } catch (IOException e) {
            throw DataException.of(file, e);
        }
    }

    private static byte[] start(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(NpyHeader.MAGIC_LENGTH);
        }
    }
}
