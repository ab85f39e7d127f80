package org.localmax.ui.wizards;

import java.nio.file.Path;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IProgressMonitor;
import org.localmax.data.DataException;
import org.localmax.data.TokenFiles;
import org.localmax.data.Trajectory;
import org.localmax.model.ExperimentFactory;
import org.localmax.model.TokenFile;
import org.localmax.ui.projects.LocalmaxProject;

/**
 * Tokens that go into the data of a project.
 *
 * @param found the tokens
 * @param project name of the project, which may be a new one
 */
record TokenImport(FoundTokens found, String project) {

    /** Copies them, unless they are there already; a step of a trajectory becomes an NPY file. */
    IFile carryOut(IProgressMonitor monitor) throws CoreException, DataException {
        IFolder data = LocalmaxProject.create(project, monitor).folder(LocalmaxProject.DATA);
        Path file = found.file().toAbsolutePath().normalize();
        Path folder = data.getLocation().toPath();
        if (FoundTokens.isTrajectory(file)) {
            return written(data, monitor);
        }
        if (file.startsWith(folder)) {
            IFile present = data.getFile(IPath.fromPath(folder.relativize(file)));
            present.refreshLocal(IResource.DEPTH_ZERO, monitor);
            return present;
        }
        return LocalmaxProject.copy(file, data, file.getFileName().toString());
    }

    private IFile written(IFolder data, IProgressMonitor monitor) throws CoreException, DataException {
        data.refreshLocal(IResource.DEPTH_ONE, monitor);
        long step = found.steps().get(found.record());
        IFile written = LocalmaxProject.freeFile(data, found.baseName() + "-" + step + ".npy");
        try (Trajectory trajectory = Trajectory.open(found.file())) {
            TokenFiles.writeNpy(written.getLocation().toPath(), trajectory.tokens(found.record()));
        }
        written.refreshLocal(IResource.DEPTH_ZERO, monitor);
        return written;
    }

    /** What reads a file of the project, in an experiment of it. */
    static TokenFile source(IFile file) {
        IPath experiments =
                file.getProject().getFolder(LocalmaxProject.EXPERIMENTS).getFullPath();
        TokenFile source = ExperimentFactory.eINSTANCE.createTokenFile();
        source.setPath(file.getFullPath().makeRelativeTo(experiments).toString());
        return source;
    }
}
