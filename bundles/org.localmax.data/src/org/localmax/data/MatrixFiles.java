package org.localmax.data;

import java.nio.file.Path;
import java.util.Arrays;
import org.localmax.data.internal.Table;

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
        Table table = Table.read(file, Table.Vector.REFUSED);
        double[][] rows = new double[table.rows()][];
        for (int r = 0; r < rows.length; r++) {
            rows[r] = Arrays.copyOfRange(table.values(), r * table.columns(), (r + 1) * table.columns());
        }
        return rows;
    }
}
