package org.localmax.data;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Objects;
import java.util.stream.LongStream;
import org.localmax.data.internal.Digests;
import org.localmax.data.internal.NpyArray;
import org.localmax.data.internal.NpzFile;
import org.localmax.data.internal.Origin;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Tokens;

/**
 * The recorded steps of a run, read from an NPZ file with the arrays {@code steps}, integers of shape (R,), and
 * {@code tokens}, real numbers of shape (R, n, d). It may come from {@link TrajectoryWriter}, {@code numpy.savez} or
 * {@code numpy.savez_compressed}. An NPY file of tokens alone has the steps from 0 on. Only the steps are held in memory; records are read when asked for, by any thread.
 * Damage within stored tokens shows in {@link #arraysHash()} only.
 */
public final class Trajectory implements AutoCloseable {

    private final Path file;
    private final Closeable source;
    private final long[] steps;
    private final NpyArray tokens;
    private final int count;
    private final int dimension;

    private Trajectory(Path file, Closeable source, long[] steps, NpyArray tokens) throws DataException {
        this.file = file;
        this.source = source;
        this.steps = steps;
        this.tokens = tokens;
        if (tokens.dimensions() != 3 || tokens.length(0) != steps.length) {
            throw problem("array 'tokens' has shape " + tokens.shapeText() + "; expected (" + steps.length
                    + ", n, d), a record for each of the " + steps.length + " steps");
        }
        count = tokens.length(1);
        dimension = tokens.length(2);
        if ((long) count * dimension > Integer.MAX_VALUE - 8) {
            throw problem("array 'tokens' has shape " + tokens.shapeText() + "; expected n d below 2^31");
        }
    }

    /** @throws DataException if the file is not such an NPZ or NPY; steps must increase from at least 0 */
    public static Trajectory open(Path file) throws DataException {
        if (!Files.isRegularFile(file)) {
            throw DataException.at(
                    file,
                    (Files.exists(file) ? "is no regular file" : "no such file") + "; expected an NPZ or NPY file");
        }
        try {
            return NpyArray.isNpy(file) ? openNpy(file) : openNpz(file);
        } catch (IOException e) {
            throw DataException.of(file, e);
        }
    }

    private static Trajectory openNpz(Path file) throws IOException, DataException {
        NpzFile npz = NpzFile.open(file);
        try {
            return new Trajectory(file, npz, steps(file, npz.array("steps")), npz.array("tokens"));
        } catch (IOException | DataException | RuntimeException e) {
            npz.close();
            throw e;
        }
    }

    private static Trajectory openNpy(Path file) throws IOException, DataException {
        FileChannel channel = FileChannel.open(file);
        try {
            NpyArray tokens = NpyArray.open(channel, 0, channel.size(), Origin.of(file));
            if (tokens.dimensions() != 3) {
                throw DataException.at(
                        file,
                        "has shape " + tokens.shapeText() + "; expected (R, n, d), a record for each step from 0 on");
            }
            return new Trajectory(
                    file, channel, LongStream.range(0, tokens.length(0)).toArray(), tokens);
        } catch (IOException | DataException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static long[] steps(Path file, NpyArray array) throws IOException, DataException {
        if (array.dimensions() != 1 || !array.isInteger()) {
            throw DataException.at(
                    file,
                    "array 'steps' has type " + array.typeText() + " and shape " + array.shapeText()
                            + "; expected integers of shape (R,)");
        }
        long[] steps = array.longs();
        for (int r = 0; r < steps.length; r++) {
            if (steps[r] < 0 || r > 0 && steps[r] <= steps[r - 1]) {
                throw DataException.at(
                        file,
                        "steps[" + r + "] is " + steps[r] + "; expected "
                                + (r == 0 ? "at least 0" : "more than steps[" + (r - 1) + "] = " + steps[r - 1]));
            }
        }
        return steps;
    }

    /** The number R of records. */
    public int records() {
        return steps.length;
    }

    /** The number n of tokens. */
    public int count() {
        return count;
    }

    /** The dimension d. */
    public int dimension() {
        return dimension;
    }

    /** The step of record r, counted from 0. */
    public long step(int r) {
        return steps[r];
    }

    /**
     * The tokens of record r, counted from 0.
     *
     * @throws DataException if they cannot be read or are not finite
     */
    public Tokens tokens(int r) throws DataException {
        double[] values = values(r);
        for (int index = 0; index < values.length; index++) {
            if (!Double.isFinite(values[index])) {
                throw problem("tokens[" + r + ", " + index / dimension + ", " + index % dimension + "] is "
                        + values[index] + "; expected a finite number");
            }
        }
        return Tokens.ofRows(count, dimension, values);
    }

    /**
     * The SHA-256, in hexadecimal, of the bytes of steps (int64) followed by those of tokens (float64), both little-endian
     * and in C order, without headers, whatever types the file itself holds.
     */
    public String arraysHash() throws DataException {
        return arraysHash(CancellationCheck.NONE);
    }

    /** The same, unless it is cancelled. */
    public String arraysHash(CancellationCheck wanted) throws DataException {
        MessageDigest digest = Digests.sha256();
        ByteBuffer step = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (long t : steps) {
            digest.update(step.clear().putLong(t).flip());
        }
        ByteBuffer chunk = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
        for (int r = 0; r < steps.length; r++) {
            wanted.check();
            for (double value : values(r)) {
                if (chunk.remaining() == 0) {
                    wanted.check();
                    digest.update(chunk.flip());
                    chunk.clear();
                }
                chunk.putDouble(value);
            }
        }
        digest.update(chunk.flip());
        return Digests.hex(digest);
    }

    private double[] values(int r) throws DataException {
        try {
            return tokens.rectangle(Objects.checkIndex(r, steps.length), count, dimension);
        } catch (IOException e) {
            throw DataException.of(file, e);
        }
    }

    private DataException problem(String text) {
        return DataException.at(file, text);
    }

    @Override
    public void close() throws DataException {
        try {
            source.close();
        } catch (IOException e) {
            throw DataException.of(file, e);
        }
    }
}
