package org.localmax.data;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.localmax.data.internal.Folders;

/** Files that appear whole or not at all, in the place of those that are there. */
public final class Replacement {

    private Replacement() {}

    /** Writes something. */
    @FunctionalInterface
    public interface Writing {
        void to(OutputStream out) throws IOException, DataException;
    }

    /** Writes bytes to a file. */
    public static void write(Path file, byte[] bytes) throws DataException {
        write(file, out -> out.write(bytes));
    }

    /**
     * Writes to a hidden file beside the place, and moves it there once it is on the disk. Whatever fails leaves what was there.
     *
     * @throws DataException if it cannot be written
     */
    public static void write(Path file, Writing writing) throws DataException {
        Path absolute = file.toAbsolutePath();
        try {
            Path draft = Files.createTempFile(absolute.getParent(), "." + absolute.getFileName() + ".", ".partial");
            try {
                try (OutputStream out = Files.newOutputStream(draft)) {
                    writing.to(out);
                }
                Folders.syncEntry(draft);
                Files.move(draft, absolute, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw DataException.of(file, e);
        }
    }
}
