package org.localmax.data;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32;
import org.localmax.data.internal.Bytes;

/** Streams lines of text, UTF-8 and each ended by a line feed, into a file that can be gone on with. */
public final class LineWriter implements AutoCloseable {

    private static final int CHUNK = 1 << 16;

    private final Path file;
    private final FileChannel channel;
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private final CRC32 crc = new CRC32();
    private long length;

    /**
     * How far a file is written.
     *
     * @param length in bytes
     * @param crc CRC-32 of these
     */
    public record Mark(long length, long crc) {}

    private LineWriter(Path file, OpenOption... how) throws IOException {
        this.file = file;
        channel = FileChannel.open(file, how);
    }

    /**
     * Starts a file.
     *
     * @throws DataException if it exists or cannot be written
     */
    public static LineWriter create(Path file) throws DataException {
        try {
            return new LineWriter(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw DataException.of(file, e);
        }
    }

    /**
     * Goes on with a file from a mark; what was written after it is dropped.
     *
     * @throws DataException if the file is not there, or does not hold what it held at the mark
     */
    public static LineWriter resume(Path file, Mark mark) throws DataException {
        try {
            LineWriter writer = new LineWriter(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
            boolean isWhole = false;
            try {
                isWhole = writer.goOn(mark);
            } catch (EOFException _) {
                isWhole = false;
            } finally {
                if (!isWhole) {
                    writer.channel.close();
                }
            }
            if (!isWhole) {
                throw DataException.at(file, "does not hold the " + mark.length + " bytes that were written to it");
            }
            return writer;
        } catch (IOException e) {
            throw DataException.of(file, e);
        }
    }

    private boolean goOn(Mark mark) throws IOException {
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
        while (length < mark.length) {
            chunk.clear().limit((int) Math.min(CHUNK, mark.length - length));
            Bytes.fill(chunk, channel, length);
            length += chunk.position();
            crc.update(chunk.flip());
        }
        channel.truncate(length);
        return crc.getValue() == mark.crc;
    }

    /** Writes a line. */
    public void write(String line) throws DataException {
        pending.writeBytes(line.getBytes(StandardCharsets.UTF_8));
        pending.write('\n');
        if (pending.size() >= CHUNK) {
            flush();
        }
    }

    /** Hands all lines to the system, and says how far that is. */
    public Mark mark() throws DataException {
        flush();
        return new Mark(length, crc.getValue());
    }

    private void flush() throws DataException {
        byte[] bytes = pending.toByteArray();
        try {
            Bytes.write(ByteBuffer.wrap(bytes), channel, length);
        } catch (IOException e) {
            throw DataException.of(file, e);
        }
        crc.update(bytes);
        length += bytes.length;
        pending.reset();
    }

    /** Ends the file. */
    @Override
    public void close() throws DataException {
        try (channel) {
            flush();
        } catch (IOException e) {
            throw DataException.of(file, e);
        }
    }
}
