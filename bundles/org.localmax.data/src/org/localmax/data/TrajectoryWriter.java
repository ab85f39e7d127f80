package org.localmax.data;

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.localmax.data.internal.ArrayOutput;
import org.localmax.data.internal.StoredZip;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Tokens;

/**
 * Streams the recorded steps of a run into a new NPZ file that holds {@code steps}, int64 of shape (R,), and {@code tokens},
 * float64 of shape (R, n, d); uncompressed, little-endian, C order, time stamps 1980-01-01, so that the same records give the
 * same bytes. The memory it takes does not depend on R.
 *
 * <p>The file is valid only after {@link #finish()}; closing without it deletes the file, unless a {@link #mark()} was made to
 * go on from later.
 */
public final class TrajectoryWriter implements AutoCloseable {

    private final Path file;
    private final int records;
    private final int count;
    private final int dimension;
    private final FileChannel channel;
    private final StoredZip zip;
    private final ArrayOutput steps;
    private final ArrayOutput tokens;
    private int written;
    private long lastStep = -1;
    private boolean finished;
    private boolean isMarked;

    /**
     * How far a file is written.
     *
     * @param records the records in it
     * @param lastStep the step of the last one, -1 if there is none
     * @param stepsCrc CRC-32 of the array of steps so far, header included
     * @param tokensCrc CRC-32 of the array of tokens so far
     */
    public record Mark(int records, long lastStep, long stepsCrc, long tokensCrc) {}

    private TrajectoryWriter(Path file, int records, int count, int dimension, OpenOption... how) throws IOException {
        this.file = file;
        this.records = records;
        this.count = count;
        this.dimension = dimension;
        zip = new StoredZip(List.of(
                new StoredZip.Entry("steps.npy", ArrayOutput.size(records)),
                new StoredZip.Entry("tokens.npy", ArrayOutput.size(records, count, dimension))));
        channel = FileChannel.open(file, how);
        steps = ArrayOutput.ofLongs(channel, zip.dataOffset(0), records);
        tokens = ArrayOutput.ofDoubles(channel, zip.dataOffset(1), records, count, dimension);
    }

    /**
     * Starts a file for exactly R records of n tokens in dimension d.
     *
     * @param npz a file that does not exist yet
     * @throws DataException if it exists or cannot be written
     */
    public static TrajectoryWriter create(Path npz, int records, int n, int d) throws DataException {
        if (records < 1 || n < 1 || d < 1) {
            throw new IllegalArgumentException(
                    "expected at least one record of one token, not shape (" + records + ", " + n + ", " + d + ")");
        }
        try {
            return new TrajectoryWriter(npz, records, n, d, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw DataException.of(npz, e);
        }
    }

    /**
     * Goes on with a file from a mark; what was written after it is dropped.
     *
     * @throws DataException if the file is not there, or does not hold what it held at the mark
     */
    public static TrajectoryWriter resume(Path npz, int records, int n, int d, Mark mark) throws DataException {
        try {
            TrajectoryWriter writer =
                    new TrajectoryWriter(npz, records, n, d, StandardOpenOption.READ, StandardOpenOption.WRITE);
            writer.isMarked = true;
            boolean isWhole = false;
            try {
                isWhole = writer.goOn(mark);
            } catch (EOFException _) {
                isWhole = false;
            } finally {
                if (!isWhole) {
                    writer.close();
                }
            }
            if (!isWhole) {
                throw DataException.at(npz, "does not hold the " + mark.records + " records that were written to it");
            }
            return writer;
        } catch (IOException e) {
            throw DataException.of(npz, e);
        }
    }

    private boolean goOn(Mark mark) throws IOException {
        boolean isWhole = mark.records <= records
                && steps.resume(mark.records, mark.stepsCrc)
                && tokens.resume((long) mark.records * count * dimension, mark.tokensCrc);
        if (isWhole) {
            channel.truncate(tokens.position());
            written = mark.records;
            lastStep = mark.lastStep;
        }
        return isWhole;
    }

    /** Hands all that was written to the system, and says how far that is. From now on closing leaves the file. */
    public Mark mark() throws DataException {
        try {
            steps.flush();
            tokens.flush();
        } catch (IOException e) {
            throw DataException.of(file, e);
        }
        isMarked = true;
        return new Mark(written, lastStep, steps.crc(), tokens.crc());
    }

    /**
     * Writes the next record.
     *
     * @param step at least 0 and greater than that of the record before
     * @param x n tokens in dimension d
     * @throws IllegalArgumentException if step or shape do not fit
     * @throws IllegalStateException after the last record
     */
    public void write(long step, Tokens x) throws DataException {
        if (written == records || finished) {
            throw new IllegalStateException("all " + records + " records are written");
        }
        if (step <= lastStep) {
            throw new IllegalArgumentException("step " + step + " after step " + lastStep + "; expected a greater one");
        }
        if (x.count() != count || x.dimension() != dimension) {
            throw new IllegalArgumentException(
                    x + " for a trajectory of " + count + " tokens in dimension " + dimension);
        }
        try {
            steps.putLong(step);
            for (double value : x.rows()) {
                tokens.putDouble(value);
            }
        } catch (IOException e) {
            throw DataException.of(file, e);
        }
        lastStep = step;
        written++;
    }

    /**
     * Completes the file and reads it once more.
     *
     * @return its {@link Trajectory#arraysHash()}
     * @throws IllegalStateException if fewer records were written than announced
     */
    public String finish() throws DataException {
        return finish(CancellationCheck.NONE);
    }

    /** The same, unless it is cancelled. */
    public String finish(CancellationCheck wanted) throws DataException {
        if (written != records) {
            throw new IllegalStateException(written + " of " + records + " records are written");
        }
        try {
            steps.flush();
            tokens.flush();
            zip.writeHeaders(channel, steps.crc(), tokens.crc());
            channel.close();
        } catch (IOException e) {
            throw DataException.of(file, e);
        }
        finished = true;
        try (Trajectory trajectory = Trajectory.open(file)) {
            return trajectory.arraysHash(wanted);
        }
    }

    @Override
    public void close() throws DataException {
        try {
            channel.close();
            if (!finished && !isMarked) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw DataException.of(file, e);
        }
    }
}
