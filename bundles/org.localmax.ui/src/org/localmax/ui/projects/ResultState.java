package org.localmax.ui.projects;

import java.util.Arrays;
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
    STALE;

    /** That of an experiment file by the folders NAME-1, NAME-2, ... in results; empty if there are none. */
    static Optional<ResultState> of(IFile experiment) throws CoreException {
        IFolder results = experiment.getProject().getFolder(LocalmaxProject.RESULTS);
        if (!results.exists()) {
            return Optional.empty();
        }
        String name = experiment.getFullPath().removeFileExtension().lastSegment();
        long newest = Arrays.stream(results.members())
                .filter(IFolder.class::isInstance)
                .map(IFolder.class::cast)
                .filter(folder -> folder.getName().matches("\\Q" + name + "\\E-[0-9]+"))
                .mapToLong(ResultState::written)
                .max()
                .orElse(IResource.NULL_STAMP);
        if (newest == IResource.NULL_STAMP) {
            return Optional.empty();
        }
        return Optional.of(experiment.getLocalTimeStamp() > newest ? STALE : PRESENT);
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
