package org.localmax.data.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.localmax.data.DataException;

/** An NPY file of one or two dimensions as a table. */
final class NpyTable {

    private NpyTable() {}

    static Table<double[]> read(Path file, Table.Vector vector) throws IOException, DataException {
        Origin origin = Origin.of(file);
        try (FileChannel channel = FileChannel.open(file)) {
            NpyArray array = NpyArray.open(channel, 0, channel.size(), origin);
            int dimensions = array.dimensions();
            if (dimensions != 2 && (dimensions != 1 || vector == Table.Vector.REFUSED)) {
                throw origin.problem("has shape " + array.shapeText() + "; expected "
                        + (vector == Table.Vector.REFUSED ? "(rows, columns)" : "(n, d), or (n,) for d = 1"));
            }
            int rows = array.length(0);
            int columns = dimensions == 1 ? 1 : array.length(1);
            double[] values = array.rectangle(0, rows, columns);
            for (int index = 0; index < values.length; index++) {
                if (!Double.isFinite(values[index])) {
                    throw origin.problem("row " + (index / columns + 1) + ", column " + (index % columns + 1) + " is "
                            + values[index] + "; expected a finite number");
                }
            }
            return new Table<>(rows, columns, values);
        }
    }
}
