package org.localmax.experiments.sweeps;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;
import org.localmax.data.DataException;

/**
 * The rows of a part while it is run: lines that are only ever appended, each with its CRC-32, so that after a kill all are there but
 * perhaps the last. Whoever holds it has it to itself.
 */
final class PartJournal implements AutoCloseable {

    private final Path file;
    private final FileChannel channel;
    private final FileLock lock;
    private final List<String> rows = new ArrayList<>();

    private PartJournal(Path file, FileChannel channel, FileLock lock) {
        this.file = file;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Opens a journal, to go on after the rows that are there.
     *
     * @throws DataException if another process has it, or it cannot be written
     */
    static PartJournal open(Path file) throws DataException {
        try {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw DataException.at(file, "is being written by another process; expected one process a part:"
                        + " wait until it ends, or give each a shard of its own");
            }
            PartJournal journal = new PartJournal(file, channel, lock);
            journal.recall();
            return journal;
        } catch (IOException e) {
            throw DataException.of(file, e);
        }
    }

    /** The rows of a journal that somebody else may be writing; none if there is none. */
    static List<String> peek(Path file) throws DataException {
        List<String> found = new ArrayList<>();
        try {
            whole(Files.readAllBytes(file), found);
            return found;
        } catch (NoSuchFileException _) {
            return found;
        } catch (IOException e) {
            throw DataException.of(file, e);
        }
    }

    /** Reads the rows up to the first line that is not whole, which is cut off. */
    private void recall() throws IOException {
        int end = whole(Files.readAllBytes(file), rows);
        channel.truncate(end);
        channel.position(end);
    }

    /** Adds the rows up to the first line that is not whole; tells where that begins. */
    private static int whole(byte[] bytes, List<String> found) {
        int start = 0;
        for (int at = 0; at < bytes.length; at++) {
            if (bytes[at] == '\n') {
                String line = new String(bytes, start, at - start, StandardCharsets.UTF_8);
                String row = line.substring(line.indexOf(' ') + 1);
                if (!line.equals(line(row))) {
                    break;
                }
                found.add(row);
                start = at + 1;
            }
        }
        return start;
    }

    private static String line(String row) {
        CRC32 crc = new CRC32();
        crc.update(row.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits((int) crc.getValue()) + " " + row;
    }

    /** The rows so far, in order. */
    List<String> rows() {
        return List.copyOf(rows);
    }

    int count() {
        return rows.size();
    }

    /** Appends rows and hands them to the system. */
    void add(List<String> more) throws DataException {
        StringBuilder text = new StringBuilder();
        for (String row : more) {
            text.append(line(row)).append('\n');
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw DataException.of(file, e);
        }
        rows.addAll(more);
    }

    /** Deletes it, when the part is in its place. */
    void delete() throws DataException {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw DataException.of(file, e);
        }
    }

    @Override
    public void close() throws DataException {
        try (channel) {
            lock.release();
        } catch (IOException e) {
            throw DataException.of(file, e);
        }
    }
}
