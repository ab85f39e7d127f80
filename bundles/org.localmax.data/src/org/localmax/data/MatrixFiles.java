package org.localmax.data;

import java.nio.file.Path;
import java.util.Arrays;
import org.localmax.data.internal.Table;
import org.localmax.dynamics.Rational;

/** Matrices in files, in the formats of {@link TokenFiles}: a row of the matrix a line, or an NPY array of two dimensions. */
public final class MatrixFiles {

    private MatrixFiles() {}

    /**
     * Reads a CSV or NPY file, whichever its first bytes say.
     *
     * @return the rows, all of one length; the caller's own
     * @throws DataException if it cannot be read or holds anything but a rectangle of finite numbers
     */
    public static double[][] read(Path file) throws DataException {
        Table<double[]> table = Table.read(file, Table.Vector.REFUSED);
        double[][] rows = new double[table.rows()][];
        for (int r = 0; r < rows.length; r++) {
            rows[r] = Arrays.copyOfRange(table.values(), r * table.columns(), (r + 1) * table.columns());
        }
        return rows;
    }

    /**
     * Reads the numbers themselves: of a CSV file as they are written, of an NPY file as the doubles they are.
     *
     * @return the rows, all of one length; the caller's own
     * @throws DataException as {@link #read}
     */
    public static Rational[][] readExactly(Path file) throws DataException {
        return Table.rows(Table.readExactly(file, Table.Vector.REFUSED));
    }
}
