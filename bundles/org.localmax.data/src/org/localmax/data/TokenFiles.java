package org.localmax.data;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.localmax.data.internal.ArrayOutput;
import org.localmax.data.internal.Table;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.exact.ExactTokens;

/**
 * Tokens in files: CSV with one token a line, or an NPY array of shape (n, d), or (n,) for d = 1.
 *
 * <p>CSV: UTF-8; fields separated by comma, semicolon or tab, which the first row decides; decimals or fractions p/q; blank
 * lines and lines that start with # are skipped; the first row may name the columns. NPY: floats of 2, 4 or 8 bytes and
 * integers, either byte order, C or Fortran order; integers beyond 2^53 are rounded as NumPy does.
 */
public final class TokenFiles {

    private static final int ROWS_A_CHECK = 1 << 10;

    private TokenFiles() {}

    /**
     * Reads a CSV or NPY file, whichever its first bytes say.
     *
     * @throws DataException if it cannot be read or holds anything but a rectangle of finite numbers
     */
    public static Tokens read(Path file) throws DataException {
        Table<double[]> table = Table.read(file, Table.Vector.COLUMN);
        return Tokens.ofRows(table.rows(), table.columns(), table.values());
    }

    /**
     * Reads the numbers themselves: of a CSV file as they are written, 2.1 being 21/10; of an NPY file as the doubles they are.
     *
     * @throws DataException as {@link #read}
     */
    public static ExactTokens readExactly(Path file) throws DataException {
        return ExactTokens.of(Table.rows(Table.readExactly(file, Table.Vector.COLUMN)));
    }

    /**
     * Writes tokens to a new CSV file, columns x1 to xd, so that reading it gives the same bits.
     *
     * @throws DataException if the file exists or cannot be written
     */
    public static void writeCsv(Path file, Tokens tokens) throws DataException {
        writeCsv(file, tokens, CancellationCheck.NONE);
    }

    /** The same; if it is cancelled, a part of the file stays. */
    public static void writeCsv(Path file, Tokens tokens, CancellationCheck wanted) throws DataException {
        writeCsv(file, tokens.count(), tokens.dimension(), (i, k) -> Double.toString(tokens.get(i, k)), wanted);
    }

    /** Writes tokens as fractions {@code p/q} to a new CSV file, columns x1 to xd; if it is cancelled, a part stays. */
    public static void writeCsv(Path file, ExactTokens tokens, CancellationCheck wanted) throws DataException {
        writeCsv(
                file,
                tokens.count(),
                tokens.dimension(),
                (i, k) -> tokens.get(i, k).toString(),
                wanted);
    }

    private static void writeCsv(Path file, int count, int dimension, Coordinates coordinates, CancellationCheck wanted)
            throws DataException {
        write(file, () -> {
            try (BufferedWriter out = Files.newBufferedWriter(file, StandardOpenOption.CREATE_NEW)) {
                for (int k = 0; k < dimension; k++) {
                    out.append(k == 0 ? "x" : ",x").append(Integer.toString(k + 1));
                }
                out.append('\n');
                for (int i = 0; i < count; i++) {
                    if (i % ROWS_A_CHECK == 0) {
                        wanted.check();
                    }
                    for (int k = 0; k < dimension; k++) {
                        out.append(k == 0 ? "" : ",").append(coordinates.text(i, k));
                    }
                    out.append('\n');
                }
            }
        });
    }

    /**
     * Writes tokens to a new NPY file, float64 of shape (n, d).
     *
     * @throws DataException if the file exists or cannot be written
     */
    public static void writeNpy(Path file, Tokens tokens) throws DataException {
        write(file, () -> {
            try (FileChannel channel =
                    FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                ArrayOutput out = ArrayOutput.ofDoubles(channel, 0, tokens.count(), tokens.dimension());
                for (double value : tokens.rows()) {
                    out.putDouble(value);
                }
                out.flush();
            }
        });
    }

    private static void write(Path file, Output output) throws DataException {
        try {
            output.write();
        } catch (FileAlreadyExistsException e) {
            throw DataException.of(file, e);
        } catch (IOException e) {
            deletePart(file, e);
            throw DataException.of(file, e);
        }
    }

    private static void deletePart(Path file, IOException failure) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    /** Coordinate k of token i as text. */
    private interface Coordinates {
        String text(int i, int k);
    }

    private interface Output {
        void write() throws IOException;
    }
}
