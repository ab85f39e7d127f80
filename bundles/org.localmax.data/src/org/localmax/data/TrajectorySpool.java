package org.localmax.data;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.localmax.data.internal.ArrayOutput;
import org.localmax.data.internal.Bytes;
import org.localmax.data.internal.StoredZip;
import org.localmax.dynamics.Tokens;

/**
 * Gathers the trajectories of many runs in one file that is only ever appended to, and makes one NPZ of them at the end. Each run has a
 * CRC-32, so that after a kill all are there but perhaps the last. The memory it takes does not depend on their size.
 */
public final class TrajectorySpool implements AutoCloseable {

    /** Number of the run, of its records, n, d, CRC-32 of the records. */
    private static final int HEADER = 4 * Long.BYTES;

    private static final int CHUNK = 1 << 16;

    private final Path file;
    private final FileChannel channel;
    private final ByteBuffer buffer = buffer(CHUNK);
    private final CRC32 crc = new CRC32();
    private final List<Block> blocks = new ArrayList<>();
    /** Where the next run begins. */
    private long end;

    /** Where the next record of the run under way goes to. */
    private long position;

    /** The records of a run: each is its step and n x d coordinates. */
    private record Block(long run, long records, int n, int d, long data) {

        long recordSize() {
            return Long.BYTES * (1L + (long) n * d);
        }

        long size() {
            return records * recordSize();
        }
    }

    private TrajectorySpool(Path file) throws IOException {
        this.file = file;
        channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Goes on with a file, or starts it.
     *
     * @param runs the numbers of the runs that should be there, in their order; what follows the last of them that is whole is dropped
     * @throws DataException if it cannot be read or written
     */
    public static TrajectorySpool open(Path file, List<Long> runs) throws DataException {
        try {
            TrajectorySpool spool = new TrajectorySpool(file);
            try {
                for (long run : runs) {
                    if (!spool.recall(run)) {
                        break;
                    }
                }
                spool.channel.truncate(spool.end);
                return spool;
            } catch (IOException | RuntimeException e) {
                spool.channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw DataException.of(file, e);
        }
    }

    /** Whether the next run is there and whole. */
    private boolean recall(long run) throws IOException {
        try {
            ByteBuffer header = Bytes.read(channel, end, HEADER).order(ByteOrder.LITTLE_ENDIAN);
            Block block = new Block(header.getLong(), header.getLong(), header.getInt(), header.getInt(), end + HEADER);
            long expected = header.getLong();
            boolean isSound = block.run == run
                    && block.n > 0
                    && block.d > 0
                    && block.records >= 0
                    && block.records <= (channel.size() - block.data) / block.recordSize();
            if (!isSound || crc(block) != expected) {
                return false;
            }
            add(block);
            return true;
        } catch (EOFException _) {
            return false;
        }
    }

    private long crc(Block block) throws IOException {
        CRC32 sum = new CRC32();
        for (long at = 0; at < block.size(); at += CHUNK) {
            sum.update(Bytes.read(channel, block.data + at, (int) Math.min(CHUNK, block.size() - at)));
        }
        return sum.getValue();
    }

    private void add(Block block) {
        blocks.add(block);
        end = block.data + block.size();
    }

    /** How many runs are there. */
    public int count() {
        return blocks.size();
    }

    /** Begins a run; what was recorded of one that was not ended is dropped. */
    public void begin() {
        position = end + HEADER;
        buffer.clear();
        crc.reset();
    }

    /** Records a state of the run under way, all of which have as many tokens in the same dimension. */
    public void record(long step, Tokens x) throws IOException {
        put(step);
        for (double value : x.rows()) {
            put(Double.doubleToRawLongBits(value));
        }
    }

    private void put(long bits) throws IOException {
        if (!buffer.hasRemaining()) {
            flush();
        }
        buffer.putLong(bits);
    }

    private void flush() throws IOException {
        buffer.flip();
        crc.update(buffer.duplicate());
        int length = buffer.remaining();
        Bytes.write(buffer, channel, position);
        position += length;
        buffer.clear();
    }

    /**
     * Ends a run, which is now there.
     *
     * @param n how many tokens its states had
     * @param d their dimension
     */
    public void end(long run, int n, int d) throws DataException {
        try {
            flush();
            long records = (position - end - HEADER) / new Block(run, 0, n, d, 0).recordSize();
            Block block = new Block(run, records, n, d, end + HEADER);
            ByteBuffer header = buffer(HEADER);
            header.putLong(run).putLong(records).putInt(n).putInt(d).putLong(crc.getValue());
            Bytes.write(header.flip(), channel, end);
            add(block);
        } catch (IOException e) {
            throw DataException.of(file, e);
        }
    }

    /**
     * Writes all runs into a new NPZ: of each {@code steps_RUN}, int64 of shape (R,), and {@code tokens_RUN}, float64 of shape (R, n, d);
     * uncompressed, time stamps 1980-01-01, so that the same runs give the same bytes.
     */
    public void write(Path npz) throws DataException {
        List<StoredZip.Entry> entries = new ArrayList<>();
        for (Block block : blocks) {
            entries.add(new StoredZip.Entry("steps_" + block.run + ".npy", ArrayOutput.size(block.records)));
            entries.add(new StoredZip.Entry(
                    "tokens_" + block.run + ".npy", ArrayOutput.size(block.records, block.n, block.d)));
        }
        StoredZip zip = new StoredZip(entries);
        long[] sums = new long[entries.size()];
        try (FileChannel out = FileChannel.open(npz, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (int k = 0; k < blocks.size(); k++) {
                Block block = blocks.get(k);
                ArrayOutput steps = ArrayOutput.ofLongs(out, zip.dataOffset(2 * k), block.records);
                ArrayOutput tokens =
                        ArrayOutput.ofDoubles(out, zip.dataOffset(2 * k + 1), block.records, block.n, block.d);
                copy(block, steps, tokens);
                sums[2 * k] = steps.crc();
                sums[2 * k + 1] = tokens.crc();
            }
            zip.writeHeaders(out, sums);
        } catch (IOException e) {
            throw DataException.of(npz, e);
        }
    }

    private void copy(Block block, ArrayOutput steps, ArrayOutput tokens) throws IOException {
        long words = block.recordSize() / Long.BYTES;
        long word = 0;
        for (long at = 0; at < block.size(); at += CHUNK) {
            ByteBuffer chunk = Bytes.read(channel, block.data + at, (int) Math.min(CHUNK, block.size() - at))
                    .order(ByteOrder.LITTLE_ENDIAN);
            while (chunk.hasRemaining()) {
                if (word++ % words == 0) {
                    steps.putLong(chunk.getLong());
                } else {
                    tokens.putDouble(chunk.getDouble());
                }
            }
        }
        steps.flush();
        tokens.flush();
    }

    /** Deletes the file. */
    public void delete() throws DataException {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw DataException.of(file, e);
        }
    }

    @Override
    public void close() throws DataException {
        try {
            channel.close();
        } catch (IOException e) {
            throw DataException.of(file, e);
        }
    }
}
