package org.localmax.data.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.localmax.data.DataException;

/** An array of real numbers that lies in a file, as NPY; nothing of it is held in memory. */
public final class NpyArray {

    private static final int CHUNK = 1 << 16;

    private final FileChannel channel;
    private final long data;
    private final NpyHeader header;
    private final NpyType type;
    private final Origin origin;

    private NpyArray(FileChannel channel, long data, NpyHeader header, NpyType type, Origin origin) {
        this.channel = channel;
        this.data = data;
        this.header = header;
        this.type = type;
        this.origin = origin;
    }

    /** Whether a file begins as an NPY array. */
    public static boolean isNpy(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(NpyHeader.MAGIC_LENGTH);
            return start.length == NpyHeader.MAGIC_LENGTH && NpyHeader.isMagic(start);
        }
    }

    /**
     * The array that takes exactly the given bytes of a file. Its header is checked against them.
     *
     * @param channel stays the caller's to close
     */
    public static NpyArray open(FileChannel channel, long offset, long size, Origin origin)
            throws IOException, DataException {
        NpyHeader header = NpyHeader.read(channel, offset, size, origin);
        NpyType type = NpyType.of(header.descr(), origin);
        NpyArray array = new NpyArray(channel, offset + header.length(), header, type, origin);
        long there = size - header.length();
        long needed = array.dataSize();
        if (needed != there) {
            throw origin.problem((there < needed ? "is truncated: " : "has bytes left over: ") + "shape "
                    + array.shapeText() + " of " + header.descr() + " takes " + needed + " bytes of data and " + there
                    + " are there; expected one whole array");
        }
        return array;
    }

    private long dataSize() throws DataException {
        try {
            long size = type.size();
            for (long length : header.shape()) {
                if (length == 0) {
                    throw origin.problem("has shape " + shapeText() + "; expected at least one element");
                }
                size = Math.multiplyExact(size, length);
            }
            return size;
        } catch (ArithmeticException _) {
            throw origin.problem("has shape " + shapeText() + "; expected less than 2^63 bytes");
        }
    }

    public boolean isInteger() {
        return type.isInteger();
    }

    /** The element type as NumPy writes it. */
    public String typeText() {
        return header.descr();
    }

    /** The shape as Python writes it. */
    public String shapeText() {
        return NpyHeader.text(header.shape());
    }

    public int dimensions() {
        return header.shape().length;
    }

    /** The length of a dimension, refused beyond an int. */
    public int length(int dimension) throws DataException {
        long length = header.shape()[dimension];
        if (length > Table.MOST_VALUES) {
            throw tooLarge();
        }
        return (int) length;
    }

    /**
     * The last two dimensions, in C order, of a one-, two- or three-dimensional array.
     *
     * @param record the index in front of these two, 0 if there is none
     * @return rows x columns values, row by row
     */
    public double[] rectangle(int record, int rows, int columns) throws IOException, DataException {
        long count = (long) rows * columns;
        if (count > Table.MOST_VALUES) {
            throw tooLarge();
        }
        if (!header.fortran()) {
            return doubles(record * count, 1, (int) count);
        }
        long records = dimensions() == 3 ? header.shape()[0] : 1;
        double[] transposed = doubles(record, records, (int) count);
        double[] values = new double[transposed.length];
        for (int i = 0; i < rows; i++) {
            for (int k = 0; k < columns; k++) {
                values[i * columns + k] = transposed[k * rows + i];
            }
        }
        return values;
    }

    private DataException tooLarge() {
        return origin.problem("has shape " + shapeText() + "; expected at most " + Table.MOST_VALUES + " values");
    }

    /** All elements of a one-dimensional array of integers. */
    public long[] longs() throws IOException, DataException {
        long[] values = new long[length(0)];
        scan(0, 1, values.length, (index, buffer, at) -> values[index] = type.longAt(buffer, at));
        return values;
    }

    private double[] doubles(long start, long stride, int count) throws IOException {
        double[] values = new double[count];
        scan(start, stride, count, (index, buffer, at) -> values[index] = type.doubleAt(buffer, at));
        return values;
    }

    /** Shows count elements, from start on in steps of stride, as they lie in the file. */
    private void scan(long start, long stride, int count, Sink sink) throws IOException {
        long width = stride * type.size();
        int most = (int) Math.clamp(CHUNK / width, 1, count);
        ByteBuffer buffer = ByteBuffer.allocate((int) ((most - 1) * width) + type.size());
        buffer.order(type.order());
        for (int done = 0; done < count; done += most) {
            int now = Math.min(most, count - done);
            buffer.clear().limit((int) ((now - 1) * width) + type.size());
            Bytes.fill(buffer, channel, data + start * type.size() + done * width);
            for (int index = 0; index < now; index++) {
                sink.take(done + index, buffer, (int) (index * width));
            }
        }
    }

    private interface Sink {
        void take(int index, ByteBuffer buffer, int at);
    }
}
