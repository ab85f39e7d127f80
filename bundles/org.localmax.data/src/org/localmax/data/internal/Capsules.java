package org.localmax.data.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.localmax.data.DataException;

/**
 * Which folders may be replaced: empty ones, a capsule (a folder with the file run.json whose sub-folders, if any, are capsules)
 * and a folder of nothing but capsules.
 */
public final class Capsules {

    private static final String DOCUMENT = "run.json";

    private Capsules() {}

    /**
     * Refuses a folder that must not be replaced.
     *
     * @param force whether capsules may go
     */
    public static void checkReplaceable(Path folder, boolean force) throws IOException, DataException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!Folders.isFolder(folder)) {
            throw DataException.at(folder, "is not a folder; expected a new or an empty folder");
        }
        if (!force && !Folders.entries(folder).isEmpty()) {
            throw DataException.at(
                    folder, "is not empty; expected a new or an empty folder, or --force to replace the results in it");
        }
        checkResultsOnly(folder, folder);
    }

    private static void checkResultsOnly(Path folder, Path output) throws IOException, DataException {
        boolean isCapsule = isCapsule(folder);
        for (Path entry : Folders.entries(folder)) {
            boolean isFolder = Folders.isFolder(entry);
            if (isFolder && isLeftover(entry)) {
                continue;
            }
            if (isFolder ? !isCapsule(entry) : !isCapsule) {
                throw DataException.at(
                        output,
                        "holds " + output.relativize(entry)
                                + ", which is no result; expected a folder of results only, so nothing was replaced");
            }
            if (isFolder) {
                checkResultsOnly(entry, output);
            }
        }
    }

    private static boolean isLeftover(Path folder) {
        return StagingName.of(folder).filter(name -> !name.isInUse()).isPresent();
    }

    private static boolean isCapsule(Path folder) {
        return Files.isRegularFile(folder.resolve(DOCUMENT), LinkOption.NOFOLLOW_LINKS);
    }
}
