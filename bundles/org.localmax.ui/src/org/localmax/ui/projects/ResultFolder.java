package org.localmax.ui.projects;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Path;
import org.localmax.experiments.Capsule;
import org.localmax.experiments.comparisons.ComparisonFolder;
import org.localmax.experiments.sweeps.SweepFolder;

/** A folder that holds the result of a run, of a comparison or of a sweep. */
public final class ResultFolder {

    /** The file that describes a run. */
    public static final String RUN_FILE = Capsule.DOCUMENT;

    private static final List<String> DOCUMENTS = List.of(RUN_FILE, ComparisonFolder.DOCUMENT, SweepFolder.DOCUMENT);

    private ResultFolder() {}

    /** What a folder is opened by, if it holds a result. */
    public static Optional<IFile> document(IContainer folder) {
        return DOCUMENTS.stream()
                .map(name -> folder.getFile(new Path(name)))
                .filter(IFile::exists)
                .findFirst();
    }

    /** The description of the run in a folder, if it holds one. */
    public static Optional<IFile> runFile(IContainer folder) {
        IFile file = folder.getFile(new Path(RUN_FILE));
        return file.exists() ? Optional.of(file) : Optional.empty();
    }

    /** The runs of the newest result of an experiment; none if it has changed since, or was never run. */
    public static List<IFile> latestRuns(IFile experiment) throws CoreException {
        Optional<IFolder> newest = ResultState.newest(experiment);
        if (newest.isEmpty() || !ResultState.of(experiment).equals(Optional.of(ResultState.PRESENT))) {
            return List.of();
        }
        Optional<IFile> only = runFile(newest.get());
        return only.isPresent()
                ? List.of(only.get())
                : Arrays.stream(newest.get().members())
                        .filter(IFolder.class::isInstance)
                        .flatMap(part -> runFile((IFolder) part).stream())
                        .toList();
    }
}
