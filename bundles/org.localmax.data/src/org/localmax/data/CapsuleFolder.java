package org.localmax.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.localmax.data.internal.Capsules;
import org.localmax.data.internal.Folders;
import org.localmax.data.internal.Staging;

/**
 * A folder of results that appears whole or not at all. It is written in a hidden folder beside its place,
 * {@code .NAME.partial-PID-ID}, and moved into place at once; an empty folder that is there already is filled instead, run.json
 * last, since it may be a mount point. Killing the process at any time leaves nothing that looks finished, and what it leaves is
 * swept up when the same output is staged next, unless a checkpoint was stored with it: then it stays until the work is resumed
 * and published, or an output staged by force takes its place. A finished result that finds no place is kept.
 */
public final class CapsuleFolder implements AutoCloseable {

    private static final String ANEW = "--force instead of --resume begins the run anew";

    private final Path target;
    private final boolean force;
    private final Staging staging;
    private boolean published;

    private CapsuleFolder(Path target, boolean force, Staging staging) {
        this.target = target;
        this.force = force;
        this.staging = staging;
    }

    /**
     * Starts an output.
     *
     * @param output a folder that is new or empty; parents are made as needed
     * @param force whether results that are there may be replaced: a capsule, or a folder of nothing but capsules
     * @throws DataException if the output cannot be written, holds anything that may not be replaced, or work on it can be
     *     resumed and nothing may be replaced
     */
    public static CapsuleFolder stage(Path output, boolean force) throws DataException {
        return open(output, target -> {
            Staging.sweep(target, force);
            List<Path> unfinished = Staging.unfinished(target);
            if (!unfinished.isEmpty()) {
                throw DataException.at(
                        output,
                        "is not finished, and the checkpoint in " + unfinished.getFirst()
                                + " can be gone on from; expected --resume to do so, or --force to begin anew");
            }
            return create(target, output, force);
        });
    }

    /**
     * Goes on with an output from its checkpoint, or starts it if there is none.
     *
     * @param force whether results that are there may be replaced
     * @throws DataException as for {@link #stage}
     */
    public static CapsuleFolder resume(Path output, boolean force) throws DataException {
        return open(output, target -> {
            Staging.sweep(target, false);
            Optional<Staging> unfinished = Staging.resume(target);
            return unfinished.isPresent()
                    ? new CapsuleFolder(target, force, unfinished.get())
                    : create(target, output, force);
        });
    }

    /** Whether work on an output was left with a checkpoint. */
    public static boolean isUnfinished(Path output) throws DataException {
        try {
            return !Staging.unfinished(resolved(output)).isEmpty();
        } catch (IOException e) {
            throw DataException.of(output, e);
        }
    }

    private static CapsuleFolder create(Path target, Path output, boolean force) throws IOException, DataException {
        Capsules.checkReplaceable(target, force);
        checkMovable(target, output);
        return new CapsuleFolder(target, force, Staging.create(target));
    }

    /** Makes a folder for an output's place. */
    private interface Opening {
        CapsuleFolder at(Path target) throws IOException, DataException;
    }

    private static CapsuleFolder open(Path output, Opening opening) throws DataException {
        try {
            return opening.at(resolved(output));
        } catch (NoSuchFileException e) {
            throw DataException.at(output, "no folder can be made there; expected a place that can be written");
        } catch (IOException e) {
            throw DataException.of(output, e);
        }
    }

    /** The output's place with links followed, its parent made. */
    static Path resolved(Path output) throws IOException, DataException {
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

    /**
     * Writes everything through to the disk, and stores a checkpoint to go on from. Should the process be killed meanwhile, the
     * one before stays.
     */
    public void store(Checkpoint checkpoint) throws DataException {
        try {
            Folders.sync(staging.content());
            staging.checkpoint().store(checkpoint);
        } catch (IOException e) {
            throw DataException.of(staging.checkpoint().document(), e);
        }
    }

    /**
     * The checkpoint to go on from, if there is one.
     *
     * @throws DataException if it is damaged
     */
    public Optional<Checkpoint> checkpoint() throws DataException {
        if (!staging.checkpoint().exists()) {
            return Optional.empty();
        }
        try {
            return Optional.of(staging.checkpoint().read());
        } catch (DataException e) {
            throw e.with(ANEW);
        }
    }

    /** A problem with the checkpoint or what was written until then, and how to get on. */
    public DataException unusable(String problem) {
        return DataException.at(staging.checkpoint().document(), problem).with(ANEW);
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

    /** Deletes what was not published, unless there is a checkpoint to go on from. */
    @Override
    public void close() throws DataException {
        try {
            staging.close();
        } catch (IOException e) {
            throw DataException.of(target, e);
        }
    }
}
