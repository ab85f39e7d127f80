package org.localmax.experiments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.localmax.data.DataException;
import org.localmax.data.ResultFile;

/**
 * What somebody wrote about a run: the file {@code note.txt} in its capsule. It belongs to no checksum, so that it can be written at any
 * time, and goes when the run is replaced.
 */
public final class RunNote {

    /** The name of the file. */
    public static final String FILE = "note.txt";

    private RunNote() {}

    /** The note of a capsule; empty if there is none. */
    public static Optional<String> read(Path capsule) throws DataException {
        Path file = capsule.resolve(FILE);
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
        } catch (IOException e) {
            throw DataException.of(file, e);
        }
    }

    /**
     * Writes the note of a capsule in place of the one before.
     *
     * @param text an empty one takes the note away
     * @throws DataException if the folder is no capsule, or it cannot be written
     */
    public static void write(Path capsule, String text) throws DataException {
        Capsule.open(capsule);
        Path file = capsule.resolve(FILE);
        try {
            if (text.isBlank()) {
                Files.deleteIfExists(file);
                return;
            }
            try (ResultFile result = ResultFile.stage(file, true)) {
                Files.writeString(result.path(), text.strip() + "\n");
                result.publish();
            }
        } catch (IOException e) {
            throw DataException.of(file, e);
        }
    }
}
