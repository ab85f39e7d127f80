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
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;
import org.localmax.data.DataException;

/**
 * The rows of a part while it is run: lines that are only ever appended, each with its CRC-32, so that after a kill all are there but
 * perhaps the last. Whoever holds it has it to itself, by a lock on the file. Such a lock is gone as soon as the process closes the file
 * anywhere, so that a file that is held is opened nowhere else in it.
 */
final class PartJournal implements AutoCloseable {

    /** Those of this process, by their absolute paths. */
    private static final Map<Path, PartJournal> HELD = new ConcurrentHashMap<>();

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
     * @return empty if somebody else has it
     * @throws DataException if it cannot be written
     */
    static Optional<PartJournal> open(Path file) throws DataException {
        Path place = file.toAbsolutePath().normalize();
        synchronized (HELD) {
            if (HELD.containsKey(place)) {
                return Optional.empty();
            }
            try {
                FileChannel channel = FileChannel.open(
                        place, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock();
                if (lock == null) {
                    channel.close();
                    return Optional.empty();
                }
                PartJournal journal = new PartJournal(file, channel, lock);
                journal.recall();
                HELD.put(place, journal);
                return Optional.of(journal);
            } catch (IOException e) {
                throw DataException.of(file, e);
            }
        }
    }

    /** The rows of a journal that somebody else may be writing; none if there is none. */
    static List<String> peek(Path file) throws DataException {
        List<String> found = new ArrayList<>();
        try {
            synchronized (HELD) {
                PartJournal held = HELD.get(file.toAbsolutePath().normalize());
                if (held != null) {
                    return held.rows();
                }
                whole(Files.readAllBytes(file), found);
                return found;
            }
        } catch (NoSuchFileException _) {
            return found;
        } catch (IOException e) {
            throw DataException.of(file, e);
        }
    }

    /** Reads the rows up to the first line that is not whole, which is cut off. */
    private void recall() throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(channel.size()));
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
            // until all is read
        }
        int end = whole(Arrays.copyOf(bytes.array(), bytes.position()), rows);
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
    synchronized List<String> rows() {
        return List.copyOf(rows);
    }

    synchronized int count() {
        return rows.size();
    }

    /** Drops the rows after the first so many. */
    synchronized void cut(int count) throws DataException {
        List<String> dropped = rows.subList(count, rows.size());
        dropped.clear();
        long end = 0;
        for (String row : rows) {
            end += line(row).getBytes(StandardCharsets.UTF_8).length + 1;
        }
        try {
            channel.truncate(end);
            channel.position(end);
        } catch (IOException e) {
            throw DataException.of(file, e);
        }
    }

    /** Appends rows and hands them to the system. */
    synchronized void add(List<String> more) throws DataException {
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
        synchronized (HELD) {
            HELD.remove(file.toAbsolutePath().normalize());
            try (channel) {
                lock.release();
            } catch (IOException e) {
                throw DataException.of(file, e);
            }
        }
    }
}
