package org.localmax.data.internal;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.localmax.data.DataException;

/**
 * The hidden folder in which an output is written: beside it, or inside it if it is there and empty, since such a folder may
 * be a mount point or somebody's current folder, which cannot be replaced. It holds {@code content}, what is written;
 * {@code finished}, what is being moved into the output; {@code replaced}, the old result until the new one is in its place; and
 * perhaps a checkpoint, with which it stays until the result is finished.
 */
public final class Staging implements AutoCloseable {

    private static final String CONTENT = "content";
    private static final String FINISHED = "finished";
    private static final String REPLACED = "replaced";

    /** How often another process may take a folder for a leftover before it is locked. */
    private static final int ATTEMPTS = 100;

    private final Path target;
    private final StagingName name;
    private final Path folder;
    private final StagingLock lock;
    private boolean isKept;

    private Staging(Path target, StagingName name, Path folder, StagingLock lock) {
        this.target = target;
        this.name = name;
        this.folder = folder;
        this.lock = lock;
    }

    /** Makes one for an output that may be written. */
    public static Staging create(Path target) throws IOException {
        boolean inside = Folders.isFolder(target) && Folders.entries(target).isEmpty();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            StagingName name = inside
                    ? StagingName.inside()
                    : StagingName.beside(target.getFileName().toString());
            Path folder = inside ? target.resolve(name.toString()) : target.resolveSibling(name.toString());
            Files.createDirectory(folder);
            Optional<StagingLock> lock = lock(folder);
            if (lock.isPresent()) {
                Staging staging = new Staging(target, name, folder, lock.get());
                try {
                    Files.createDirectory(staging.content());
                } catch (IOException e) {
                    staging.close();
                    throw e;
                }
                return staging;
            }
        }
        throw new IOException("other processes sweep up what is written");
    }

    /** Takes over the unfinished work on an output of which a checkpoint is left; of several the latest. */
    public static Optional<Staging> resume(Path target) throws IOException {
        for (Path left : unfinished(target)) {
            Optional<StagingLock> lock = leftover(left);
            if (lock.isPresent()) {
                return Optional.of(new Staging(target, StagingName.of(left).orElseThrow(), left, lock.get()));
            }
        }
        return Optional.empty();
    }

    /** Folders with unfinished work on an output of which a checkpoint is left, the latest first. */
    public static List<Path> unfinished(Path target) throws IOException {
        List<Path> folders = new ArrayList<>();
        for (Path left : leftovers(target)) {
            if (canGoOn(left) && isLeftover(left)) {
                folders.add(left);
            }
        }
        folders.sort(Comparator.comparing(Staging::lastStored).reversed());
        return folders;
    }

    private static FileTime lastStored(Path folder) {
        try {
            return Files.getLastModifiedTime(new CheckpointFiles(folder).document());
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }

    private static boolean canGoOn(Path folder) {
        return new CheckpointFiles(folder).exists() && Folders.isFolder(folder.resolve(CONTENT));
    }

    /** The checkpoint of the work. */
    public CheckpointFiles checkpoint() {
        return new CheckpointFiles(folder);
    }

    /** Empty if another process took the folder for a leftover before it was locked. */
    private static Optional<StagingLock> lock(Path folder) throws IOException {
        try {
            return StagingLock.take(folder, true);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Where the result is written. */
    public Path content() {
        return folder.resolve(CONTENT);
    }

    /**
     * Refuses to publish over what appeared since this was made.
     *
     * @param force whether capsules may go
     */
    public void checkPlace(boolean force) throws IOException, DataException {
        boolean onlyThis = isInside() && Folders.entries(target).equals(List.of(folder));
        if (!onlyThis) {
            Capsules.checkReplaceable(target, force && !isInside());
        }
    }

    /** Whether it is inside its output. */
    private boolean isInside() {
        return folder.startsWith(target);
    }

    /** Puts the result in the place of the output; the place is as it was if that fails. */
    public void publish() throws IOException {
        if (isInside()) {
            Path finished = folder.resolve(FINISHED);
            Files.move(content(), finished, StandardCopyOption.ATOMIC_MOVE);
            fill(finished, target);
        } else {
            replace();
        }
    }

    /** Moves files one by one, the document last, so that nothing looks finished before. */
    private static void fill(Path finished, Path target) throws IOException {
        List<Path> files = new ArrayList<>(Folders.entries(finished));
        files.sort(Comparator.comparing(Capsules::isDocument));
        List<Path> moved = new ArrayList<>();
        try {
            for (Path file : files) {
                moved.add(file);
                Files.move(file, target.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            moved.removeLast();
            for (Path file : moved) {
                Files.move(target.resolve(file.getFileName()), file, StandardCopyOption.ATOMIC_MOVE);
            }
            throw e;
        }
    }

    private void replace() throws IOException {
        Path replaced = folder.resolve(REPLACED);
        boolean wasThere = Folders.isFolder(target) && !Folders.entries(target).isEmpty();
        if (wasThere) {
            Files.move(target, replaced, StandardCopyOption.ATOMIC_MOVE);
        }
        try {
            Files.move(content(), target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (wasThere) {
                Files.move(replaced, target, StandardCopyOption.ATOMIC_MOVE);
            }
            throw e;
        }
    }

    /** Puts one file of the content in the place of the output; a file that is there is replaced. */
    public void publishFile(Path file) throws IOException {
        Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Takes a result that found no place out of here, so that nobody sweeps it up, and tells where it is. */
    public Path keep() {
        Path finished = folder.resolve(FINISHED);
        Path result = Files.exists(finished) ? finished : content();
        Path kept = folder.resolveSibling(target.getFileName() + ".kept-" + name.id());
        try {
            return Files.move(result, kept, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            isKept = true;
            return result;
        }
    }

    /** Deletes what is left of it, unless work on it can go on. */
    @Override
    public void close() throws IOException {
        try (lock) {
            if (!isKept && !canGoOn(folder)) {
                Folders.delete(folder);
            }
        }
    }

    /**
     * Sweeps up what killed processes left of an output; a result that was being moved comes to its place.
     *
     * @param all whether work that can go on is swept up, too
     */
    public static void sweep(Path target, boolean all) throws IOException {
        for (Path left : leftovers(target)) {
            if (all || !canGoOn(left)) {
                try {
                    sweepFolder(left, target);
                } catch (DirectoryNotEmptyException | NoSuchFileException _) {
                    // another process begins to write in it, or sweeps it up as well
                }
            }
        }
    }

    /** Folders beside and inside an output in which it is or was written. */
    private static List<Path> leftovers(Path target) throws IOException {
        List<Path> folders = new ArrayList<>(
                leftovers(target.getParent(), target.getFileName().toString()));
        if (Folders.isFolder(target)) {
            folders.addAll(leftovers(target, ""));
        }
        return folders;
    }

    private static List<Path> leftovers(Path parent, String output) throws IOException {
        return Folders.entries(parent).stream()
                .filter(entry -> StagingName.of(entry)
                        .filter(name -> name.target().equals(output))
                        .isPresent())
                .filter(Folders::isFolder)
                .toList();
    }

    private static void sweepFolder(Path left, Path target) throws IOException {
        Optional<StagingLock> taken = leftover(left);
        if (taken.isEmpty()) {
            return;
        }
        try (StagingLock _ = taken.get()) {
            Path replaced = left.resolve(REPLACED);
            Path finished = left.resolve(FINISHED);
            if (Files.exists(finished)) {
                fill(finished, target);
            } else if (Files.exists(replaced) && !Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
                Files.move(replaced, target, StandardCopyOption.ATOMIC_MOVE);
            }
            Folders.delete(left);
        }
    }

    /** Whether nobody works on a folder of such a name any more. */
    static boolean isLeftover(Path folder) {
        if (StagingName.of(folder).isEmpty()) {
            return false;
        }
        Optional<StagingLock> taken = leftover(folder);
        try {
            if (taken.isPresent()) {
                taken.get().close();
            }
            return taken.isPresent();
        } catch (IOException e) {
            return false;
        }
    }

    /** The lock of a folder that nobody works on; what cannot be told is left alone. */
    private static Optional<StagingLock> leftover(Path folder) {
        try {
            return StagingLock.take(folder, false);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
