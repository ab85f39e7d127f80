package org.localmax.data.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Held by whoever writes a staging folder, or sweeps it up: a lock on a file in the folder, which ends with the process and is
 * seen from other machines and containers too. It goes with the folder.
 */
final class StagingLock implements AutoCloseable {

    private static final String FILE = "lock";

    /** Of this process: the system grants a process its own locks again, and closing any channel of the file ends them. */
    private static final Set<String> HELD = ConcurrentHashMap.newKeySet();

    private final String name;
    private final FileChannel channel;

    private StagingLock(String name, FileChannel channel) {
        this.name = name;
        this.channel = channel;
    }

    /**
     * Takes the lock of a folder unless another holds it. Where the file system has no locks, the writer goes without, and
     * nobody sweeps.
     *
     * @param writing whether it is for the writer
     */
    static Optional<StagingLock> take(Path folder, boolean writing) throws IOException {
        String name = folder.getFileName().toString();
        if (!HELD.add(name)) {
            return Optional.empty();
        }
        StagingLock lock = null;
        boolean taken = false;
        try {
            Path file = folder.resolve(FILE);
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock = new StagingLock(name, channel);
            // the folder may have been swept up since the file was opened
            taken = lock.isGranted(writing) && Files.exists(file);
            return taken ? Optional.of(lock) : Optional.empty();
        } finally {
            if (lock == null) {
                HELD.remove(name);
            } else if (!taken) {
                lock.close();
            }
        }
    }

    private boolean isGranted(boolean writing) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (IOException e) {
            if (writing) {
                return true;
            }
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            HELD.remove(name);
        }
    }
}
