package org.localmax.ui.projects;

import java.util.Map;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.IResourceVisitor;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;

/** Checks the experiment files of a project when they change. */
public final class ExperimentCheck extends IncrementalProjectBuilder {

    public static final String ID = "org.localmax.ui.check";

    @Override
    protected IProject[] build(int kind, Map<String, String> arguments, IProgressMonitor monitor) throws CoreException {
        IResourceDelta delta = kind == FULL_BUILD ? null : getDelta(getProject());
        if (delta == null) {
            getProject().accept((IResourceVisitor) resource -> {
                check(resource);
                return !isResult(resource);
            });
        } else {
            delta.accept(change -> {
                boolean content = (change.getFlags() & ~IResourceDelta.MARKERS) != 0;
                if (change.getKind() == IResourceDelta.ADDED || change.getKind() == IResourceDelta.CHANGED && content) {
                    check(change.getResource());
                }
                return !isResult(change.getResource());
            });
        }
        return new IProject[0];
    }

    private static boolean isResult(IResource resource) {
        return resource.getProjectRelativePath().segmentCount() == 1
                && resource.getName().equals(LocalmaxProject.RESULTS);
    }

    private static void check(IResource resource) throws CoreException {
        if (resource instanceof IFile file && LocalmaxProject.EXTENSION.equals(file.getFileExtension())) {
            RunOutcome.forgetOld(file);
            ProblemMarkers.replace(file, ExperimentProblems.of(file));
        }
    }

    @Override
    protected void clean(IProgressMonitor monitor) throws CoreException {
        getProject().deleteMarkers(ProblemMarkers.TYPE, false, IResource.DEPTH_INFINITE);
    }
}
