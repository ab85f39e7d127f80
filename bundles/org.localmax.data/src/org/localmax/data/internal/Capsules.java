package org.localmax.data.internal;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.localmax.data.DataException;
import org.localmax.data.RunDocument;

/**
 * Which folders may be replaced: empty ones, a capsule (a folder with the file run.json, the files it names or a capsule may
 * hold, and capsules), a check of the theory (monitors.json, its tables and its counterexamples), the frames of a film
 * (frame-000001.png and those after it), a comparison of rules (comparison.json, its tables, its report and its figures) and a
 * folder of nothing but these.
 */
public final class Capsules {

    private static final String DOCUMENT = "run.json";

    private static final String MONITORS = "monitors.json";

    private static final String LIMITS = "limits.csv";

    private static final String LYAPUNOV = "lyapunov.csv";

    private static final String CELLS = "cells.csv";

    /** The files that a capsule may hold, whether or not its document names them. */
    private static final Set<String> FILES = Set.of(
            DOCUMENT,
            "trajectory.npz",
            "observables.csv",
            "final.csv",
            "final-exact.csv",
            "note.txt",
            LIMITS,
            LYAPUNOV,
            CELLS,
            MONITORS);

    /** The files of a check of the theory. */
    private static final Set<String> CHECK_FILES = Set.of(MONITORS, LIMITS, LYAPUNOV, CELLS);

    private static final String COUNTEREXAMPLES = "counterexamples";

    /** The files of a counterexample. */
    private static final Set<String> COUNTEREXAMPLE_FILES = Set.of(
            "counterexample.localmax", "tokens.csv", "given.csv", "certificate.txt", "check.py", "trajectory.tex");

    /** The document of a comparison, which tells a folder of one. */
    private static final String COMPARISON = "comparison.json";

    /** The files of a comparison beside its capsules. */
    private static final Set<String> COMPARISON_FILES = Set.of(
            COMPARISON,
            "differences.csv",
            "concentration.csv",
            "tokens.csv",
            "report.md",
            "tokens.svg",
            "over-time.svg");

    /** The first frame of a film, which tells a folder of them. */
    private static final String FIRST_FRAME = "frame-000001.png";

    private static final Pattern FRAME = Pattern.compile("frame-\\d{6,}\\.png");

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
        Set<String> files = allowed(folder);
        for (Path entry : Folders.entries(folder)) {
            boolean isFolder = Folders.isFolder(entry);
            if (isFolder && Staging.isLeftover(entry)) {
                continue;
            }
            String name = entry.getFileName().toString();
            if (isFolder && isCheck(folder) && name.equals(COUNTEREXAMPLES)) {
                checkCounterexamplesOnly(entry, output);
                continue;
            }
            boolean isResult = isFolder
                    ? isCapsule(entry) || isCheck(entry) || isFilm(entry)
                    : files.contains(name)
                            || isFilm(folder) && FRAME.matcher(name).matches();
            if (!isResult) {
                throw noResult(entry, output);
            }
            if (isFolder) {
                checkResultsOnly(entry, output);
            }
        }
    }

    /** The names of the files that may be replaced in a folder, but for frames. */
    private static Set<String> allowed(Path folder) {
        if (isCapsule(folder)) {
            return files(folder);
        }
        if (isCheck(folder)) {
            return CHECK_FILES;
        }
        boolean isComparison = Files.isRegularFile(folder.resolve(COMPARISON), LinkOption.NOFOLLOW_LINKS);
        return isComparison ? COMPARISON_FILES : Set.of();
    }

    private static void checkCounterexamplesOnly(Path folder, Path output) throws IOException, DataException {
        for (Path counterexample : Folders.entries(folder)) {
            if (!Folders.isFolder(counterexample)) {
                throw noResult(counterexample, output);
            }
            for (Path file : Folders.entries(counterexample)) {
                if (Folders.isFolder(file)
                        || !COUNTEREXAMPLE_FILES.contains(file.getFileName().toString())) {
                    throw noResult(file, output);
                }
            }
        }
    }

    private static DataException noResult(Path entry, Path output) {
        return DataException.at(
                output,
                "holds " + output.relativize(entry)
                        + ", which is no result; expected a folder of results only, so nothing was replaced");
    }

    /** The names of the files that belong to a capsule; a damaged document names none. */
    private static Set<String> files(Path capsule) {
        Set<String> files = new HashSet<>(FILES);
        try {
            if (RunDocument.read(capsule.resolve(DOCUMENT)).get("files") instanceof JsonObject named) {
                files.addAll(named.keySet());
            }
        } catch (DataException e) {
            return FILES;
        }
        return files;
    }

    /** Whether a file has the name of the document that makes a folder a capsule. */
    static boolean isDocument(Path file) {
        return file.getFileName().toString().equals(DOCUMENT);
    }

    /** Whether a folder holds what a check of the theory came to, and nothing of a run. */
    private static boolean isCheck(Path folder) {
        return Files.isRegularFile(folder.resolve(MONITORS), LinkOption.NOFOLLOW_LINKS) && !isCapsule(folder);
    }

    private static boolean isFilm(Path folder) {
        return Files.isRegularFile(folder.resolve(FIRST_FRAME), LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean isCapsule(Path folder) {
        return Files.isRegularFile(folder.resolve(DOCUMENT), LinkOption.NOFOLLOW_LINKS);
    }
}
