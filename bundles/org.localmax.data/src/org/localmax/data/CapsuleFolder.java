package org.localmax.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.localmax.data.internal.Capsules;
import org.localmax.data.internal.Folders;
import org.localmax.data.internal.Staging;

/**
 * A folder of results that appears whole or not at all. It is written in a hidden folder beside its place,
 * {@code .NAME.partial-PID-ID}, and moved into place at once; an empty folder that is there already is filled instead, run.json
 * last, since it may be a mount point. Killing the process at any time leaves nothing that looks finished, and what it leaves is
 * swept up when the same output is staged next. A finished result that finds no place is kept.
 */
public final class CapsuleFolder implements AutoCloseable {

    private final Path target;
    private final boolean force;
    private final Staging staging;
    private boolean published;

    private CapsuleFolder(Path target, boolean force) throws IOException {
        this.target = target;
        this.force = force;
        staging = Staging.create(target);
    }

    /**
     * Starts an output.
     *
     * @param output a folder that is new or empty; parents are made as needed
     * @param force whether results that are there may be replaced: a capsule, or a folder of nothing but capsules
     * @throws DataException if the output cannot be written or holds anything that may not be replaced
     */
    public static CapsuleFolder stage(Path output, boolean force) throws DataException {
        try {
            Path target = resolved(output);
            Staging.sweep(target);
            Capsules.checkReplaceable(target, force);
            checkMovable(target, output);
            return new CapsuleFolder(target, force);
        } catch (NoSuchFileException e) {
            throw DataException.at(output, "no folder can be made there; expected a place that can be written");
        } catch (IOException e) {
            throw DataException.of(output, e);
        }
    }

    /** The output's place with links followed, its parent made. */
    private static Path resolved(Path output) throws IOException, DataException {
        Path absolute = output.toAbsolutePath();
        for (Path above = absolute.getParent(); above != null; above = above.getParent()) {
            if (Files.exists(above)) {
                if (!Files.isDirectory(above)) {
                    throw DataException.at(above, "is not a folder; expected a folder to write " + output + " in");
                }
                break;
            }
        }
        if (absolute.getParent() != null) {
            Files.createDirectories(absolute.getParent());
        }
        Path resolved = Files.exists(absolute) || Files.isSymbolicLink(absolute)
                ? absolute.toRealPath()
                : absolute.getParent()
                        .toRealPath()
                        .resolve(absolute.getFileName())
                        .normalize();
        if (resolved.getFileName() == null) {
            throw DataException.at(output, "is the root folder; expected a folder to write below it");
        }
        return resolved;
    }

    /** Results on a mount point cannot be set aside: told before the run, not after it. */
    private static void checkMovable(Path target, Path output) throws IOException, DataException {
        if (Folders.isFolder(target)
                && !Folders.entries(target).isEmpty()
                && !Files.getFileStore(target).equals(Files.getFileStore(target.getParent()))) {
            throw DataException.at(
                    output, "is a mount point, which cannot be replaced; expected an empty one, or a folder in it");
        }
    }

    /** Where to write a file of this name. */
    public Path path(String file) {
        return staging.content().resolve(file);
    }

    /**
     * Writes everything through to the disk and moves the folder into place.
     *
     * @throws DataException if it cannot, or something else took the place in the meantime; the place is then as it was, and
     *     what was written is kept where the message says
     */
    public void publish() throws DataException {
        if (published) {
            throw new IllegalStateException(target + " is published");
        }
        try {
            Folders.sync(staging.content());
        } catch (IOException e) {
            throw DataException.of(target, e);
        }
        try {
            staging.checkPlace(force);
            staging.publish();
            published = true;
            Folders.syncEntry(target);
            Folders.syncEntry(target.getParent());
        } catch (IOException e) {
            throw unplaced(DataException.of(target, e));
        } catch (DataException e) {
            throw unplaced(e);
        }
    }

    private DataException unplaced(DataException failure) {
        return published ? failure : failure.with("the finished result is kept in " + staging.keep());
    }

    /** Deletes what was not published. */
    @Override
    public void close() throws DataException {
        try {
            staging.close();
        } catch (IOException e) {
            throw DataException.of(target, e);
        }
    }
}
