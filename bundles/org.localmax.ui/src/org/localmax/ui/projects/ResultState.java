package org.localmax.ui.projects;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;

/** What has come of an experiment so far. */
enum ResultState {
    /** There are results, and the experiment has not changed since the last. */
    PRESENT,
    /** The experiment has changed since the last result. */
    STALE,
    /** The last run failed, and the experiment has not changed since. */
    FAILED;

    /** That of an experiment file by the folders NAME-1, NAME-2, ... in results; empty if it was never run. */
    static Optional<ResultState> of(IFile experiment) throws CoreException {
        if (RunOutcome.hasFailed(experiment)) {
            return Optional.of(FAILED);
        }
        Optional<IFolder> newest = newest(experiment);
        if (newest.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(experiment.getLocalTimeStamp() > written(newest.get()) ? STALE : PRESENT);
    }

    /** What an experiment was last run into; empty if nothing is there. */
    static Optional<IFolder> newest(IFile experiment) throws CoreException {
        IFolder results = experiment.getProject().getFolder(LocalmaxProject.RESULTS);
        if (!results.exists()) {
            return Optional.empty();
        }
        String name = experiment.getFullPath().removeFileExtension().lastSegment();
        return Arrays.stream(results.members())
                .filter(IFolder.class::isInstance)
                .map(IFolder.class::cast)
                .filter(folder -> folder.getName().matches("\\Q" + name + "\\E-[0-9]+"))
                .filter(folder -> written(folder) != IResource.NULL_STAMP)
                .max(Comparator.comparingLong(ResultState::written));
    }

    /** When a result was written: its document, or the last of those of its parts. */
    private static long written(IFolder folder) {
        return ResultFolder.document(folder).map(IFile::getLocalTimeStamp).orElseGet(() -> parts(folder));
    }

    private static long parts(IFolder folder) {
        try {
            return Arrays.stream(folder.members())
                    .filter(IFolder.class::isInstance)
                    .map(IFolder.class::cast)
                    .flatMap(part -> ResultFolder.document(part).stream())
                    .mapToLong(IFile::getLocalTimeStamp)
                    .max()
                    .orElse(IResource.NULL_STAMP);
        } catch (CoreException _) { // it has gone meanwhile
            return IResource.NULL_STAMP;
        }
    }
}
