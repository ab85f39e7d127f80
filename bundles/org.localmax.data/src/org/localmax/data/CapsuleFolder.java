package org.localmax.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.localmax.data.internal.Capsules;
import org.localmax.data.internal.Folders;
import org.localmax.data.internal.StagingName;

/**
 * A folder of results that appears whole or not at all. It is written as a hidden folder beside its place,
 * {@code .NAME.partial-PID-ID}, and moved into place at once; killing the process at any time leaves nothing that looks
 * finished, and what it leaves is removed when the same output is staged next.
 */
public final class CapsuleFolder implements AutoCloseable {

    private final Path target;
    private final boolean force;
    private final StagingName name;
    private final Path staging;
    private boolean published;

    private CapsuleFolder(Path target, boolean force) {
        this.target = target;
        this.force = force;
        name = StagingName.create(target.getFileName().toString(), StagingName.Role.PARTIAL);
        staging = target.resolveSibling(name.toString());
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
            removeLeftovers(target);
            Capsules.checkReplaceable(target, force);
            CapsuleFolder folder = new CapsuleFolder(target, force);
            Files.createDirectory(folder.staging);
            return folder;
        } catch (IOException e) {
            throw DataException.of(output, e);
        }
    }

    /** The output's place with links followed, its parent made. */
    private static Path resolved(Path output) throws IOException, DataException {
        Path absolute = output.toAbsolutePath().normalize();
        if (absolute.getFileName() == null) {
            throw DataException.at(output, "is the root folder; expected a folder to write below it");
        }
        for (Path above = absolute.getParent(); above != null; above = above.getParent()) {
            if (Files.exists(above)) {
                if (!Files.isDirectory(above)) {
                    throw DataException.at(above, "is not a folder; expected a folder to write " + output + " in");
                }
                break;
            }
        }
        Files.createDirectories(absolute.getParent());
        return Files.isSymbolicLink(absolute)
                ? absolute.toRealPath()
                : absolute.getParent().toRealPath().resolve(absolute.getFileName());
    }

    /** Removes what killed processes left beside the target; a result set aside returns if nothing took its place. */
    private static void removeLeftovers(Path target) throws IOException {
        for (Path sibling : Folders.entries(target.getParent())) {
            StagingName left = StagingName.of(sibling).orElse(null);
            if (left == null
                    || !left.target().equals(target.getFileName().toString())
                    || left.isInUse()
                    || !Folders.isFolder(sibling)) {
                continue;
            }
            if (left.role() == StagingName.Role.REPLACED && !Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
                Files.move(sibling, target, StandardCopyOption.ATOMIC_MOVE);
            } else {
                Folders.delete(sibling);
            }
        }
    }

    /** Where to write a file of this name. */
    public Path path(String file) {
        return staging.resolve(file);
    }

    /**
     * Writes everything through to the disk and moves the folder into place.
     *
     * @throws DataException if it cannot, or something else took the place in the meantime; the place is then as it was
     */
    public void publish() throws DataException {
        if (published) {
            throw new IllegalStateException(target + " is published");
        }
        try {
            Folders.sync(staging);
            Capsules.checkReplaceable(target, force);
            if (Folders.isFolder(target) && !Folders.entries(target).isEmpty()) {
                replace();
            } else {
                Files.move(staging, target, StandardCopyOption.ATOMIC_MOVE);
            }
            published = true;
            Folders.syncEntry(target.getParent());
        } catch (IOException e) {
            throw DataException.of(target, e);
        }
    }

    private void replace() throws IOException {
        StagingName old = StagingName.create(name.target(), StagingName.Role.REPLACED);
        Path aside = target.resolveSibling(old.toString());
        try {
            Files.move(target, aside, StandardCopyOption.ATOMIC_MOVE);
            try {
                Files.move(staging, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
                throw e;
            }
            Folders.delete(aside);
        } finally {
            old.release();
        }
    }

    /** Deletes what was not published. */
    @Override
    public void close() throws DataException {
        name.release();
        if (!published) {
            try {
                Folders.delete(staging);
            } catch (IOException e) {
                throw DataException.of(staging, e);
            }
        }
    }
}
