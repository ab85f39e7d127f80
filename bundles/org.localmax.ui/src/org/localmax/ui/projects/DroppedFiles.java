package org.localmax.ui.projects;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;

/** Copies files from outside to where a project keeps them: experiments into experiments, everything else into data. */
final class DroppedFiles extends Job {

    private final LocalmaxProject project;
    private final List<Path> paths;
    private final Consumer<List<IFile>> copied;

    /** @param copied told on the UI thread of the copies */
    DroppedFiles(LocalmaxProject project, List<Path> paths, Consumer<List<IFile>> copied) {
        super(Texts.name(Texts.dropped, paths.size(), project.project().getName()));
        this.project = project;
        this.paths = paths;
        this.copied = copied;
        setRule(project.project());
    }

    /** Whether a file is of a kind that a project has a folder for. */
    static boolean hasPlace(Path path) {
        String name = path.toString().toLowerCase(Locale.ROOT);
        return Files.isRegularFile(path)
                && (isExperiment(path)
                        || List.of(".csv", ".npy", ".npz").stream().anyMatch(name::endsWith));
    }

    private static boolean isExperiment(Path path) {
        return path.toString().endsWith("." + LocalmaxProject.EXTENSION);
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        List<IFile> copies = new ArrayList<>();
        try {
            for (Path path : paths) {
                String folder = isExperiment(path) ? LocalmaxProject.EXPERIMENTS : LocalmaxProject.DATA;
                copies.add(LocalmaxProject.copy(
                        path, project.folder(folder), path.getFileName().toString()));
            }
            project.project().refreshLocal(IResource.DEPTH_ONE, monitor);
        } catch (CoreException e) {
            return Status.error(e.getStatus().getMessage());
        }
        Display display = Display.getDefault();
        if (!display.isDisposed()) {
            display.asyncExec(() -> copied.accept(copies));
        }
        return Status.OK_STATUS;
    }
}
