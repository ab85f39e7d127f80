package org.localmax.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.localmax.data.internal.Folders;
import org.localmax.data.internal.Staging;

/**
 * A single file of results that appears whole or not at all, as a {@link CapsuleFolder} does: it is written in a hidden folder
 * beside its place, {@code .NAME.partial-PID-ID}, and moved into place at once. What a killed process leaves is swept up when
 * the same output is staged next. A finished file that finds no place is kept.
 */
public final class ResultFile implements AutoCloseable {

    private final Path target;
    private final Path output;
    private final boolean force;
    private final Staging staging;
    private boolean published;

    private ResultFile(Path target, Path output, boolean force, Staging staging) {
        this.target = target;
        this.output = output;
        this.force = force;
        this.staging = staging;
    }

    /**
     * Starts an output.
     *
     * @param output a file that does not exist; parents are made as needed
     * @param force whether a file that is there may be replaced
     * @throws DataException if the output cannot be written, or is there and may not be replaced
     */
    public static ResultFile stage(Path output, boolean force) throws DataException {
        try {
            Path target = CapsuleFolder.resolved(output);
            checkPlace(target, output, force);
            Staging.sweep(target, true);
            return new ResultFile(target, output, force, Staging.create(target));
        } catch (NoSuchFileException e) {
            throw DataException.at(output, "no file can be made there; expected a place that can be written");
        } catch (IOException e) {
            throw DataException.of(output, e);
        }
    }

    private static void checkPlace(Path target, Path output, boolean force) throws DataException {
        if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)) {
            throw DataException.at(output, "is there and is no file; expected a new file");
        }
        if (!force) {
            throw DataException.at(output, "exists already; expected a new file, or --force to replace this one");
        }
    }

    /** Where to write it until it is published. */
    public Path path() {
        return staging.content().resolve(target.getFileName());
    }

    /**
     * Writes the file through to the disk and moves it into place.
     *
     * @throws DataException if it cannot, or something else took the place in the meantime; the place is then as it was, and
     *     what was written is kept where the message says
     */
    public void publish() throws DataException {
        if (published) {
            throw new IllegalStateException(target + " is published");
        }
        try {
            Folders.syncEntry(path());
        } catch (IOException e) {
            throw DataException.of(output, e);
        }
        try {
            checkPlace(target, output, force);
            staging.publishFile(path());
            published = true;
            Folders.syncEntry(target.getParent());
        } catch (IOException e) {
            throw unplaced(DataException.of(output, e));
        } catch (DataException e) {
            throw unplaced(e);
        }
    }

    private DataException unplaced(DataException failure) {
        return published ? failure : failure.with("the finished file is kept in " + staging.keep());
    }

    /** Deletes what was not published. */
    @Override
    public void close() throws DataException {
        try {
            staging.close();
        } catch (IOException e) {
            throw DataException.of(output, e);
        }
    }
}
