package org.localmax.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Files of little-endian doubles and nothing else, through which peers get tokens and give them back. */
final class RawDoubles {

    private static final int CHUNK = 1 << 16;

    private RawDoubles() {}

    static void write(Path file, double[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(CHUNK * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            for (int from = 0; from < values.length; from += CHUNK) {
                int length = Math.min(CHUNK, values.length - from);
                bytes.clear().limit(length * Double.BYTES);
                bytes.asDoubleBuffer().put(values, from, length);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static double[] read(Path file) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
            double[] values = new double[bytes.remaining() / Double.BYTES];
            bytes.asDoubleBuffer().get(values);
            return values;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The greatest difference of two arrays of one length; NaN if an entry of either is not a number. */
    static double greatestDifference(double[] left, double[] right) {
        double greatest = 0;
        for (int k = 0; k < left.length; k++) {
            greatest = Math.max(greatest, Math.abs(left[k] - right[k]));
        }
        return greatest;
    }
}
