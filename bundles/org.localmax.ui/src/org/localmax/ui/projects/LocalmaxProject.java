package org.localmax.ui.projects;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;

/**
 * A project of experiments: an ordinary project with the Localmax nature and a folder for each kind of file.
 *
 * @param project the project
 */
public record LocalmaxProject(IProject project) {

    public static final String EXPERIMENTS = "experiments";
    public static final String DATA = "data";
    public static final String RESULTS = "results";
    public static final String FIGURES = "figures";

    /** Extension of experiment files. */
    public static final String EXTENSION = "localmax";

    /** Creates the project if it is not there, opens it, and sees to its nature and folders. */
    public static LocalmaxProject create(IProjectDescription description, IProgressMonitor monitor)
            throws CoreException {
        SubMonitor progress = SubMonitor.convert(monitor, Texts.name(Texts.creatingProject, description.getName()), 6);
        IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject(description.getName());
        if (!project.exists()) {
            project.create(description, progress.split(1));
        }
        project.open(progress.split(1));
        if (!project.hasNature(LocalmaxNature.ID)) {
            IProjectDescription present = project.getDescription();
            String[] natures = Arrays.copyOf(present.getNatureIds(), present.getNatureIds().length + 1);
            natures[natures.length - 1] = LocalmaxNature.ID;
            present.setNatureIds(natures);
            project.setDescription(present, progress.split(1));
        }
        LocalmaxProject created = new LocalmaxProject(project);
        for (String name : new String[] {EXPERIMENTS, DATA, RESULTS, FIGURES}) {
            created.folder(name);
        }
        return created;
    }

    /** Creates the project of that name in the workspace if it is not there. */
    public static LocalmaxProject create(String name, IProgressMonitor monitor) throws CoreException {
        return create(ResourcesPlugin.getWorkspace().newProjectDescription(name), monitor);
    }

    /** Whether a project is open and has the Localmax nature. */
    public static boolean isOne(IProject project) {
        try {
            return project.isOpen() && project.hasNature(LocalmaxNature.ID);
        } catch (CoreException _) { // it has gone meanwhile
            return false;
        }
    }

    /** A folder of the project, created if it is not there. */
    public IFolder folder(String name) throws CoreException {
        IFolder folder = project.getFolder(name);
        if (!folder.exists()) {
            folder.refreshLocal(IResource.DEPTH_ZERO, null);
        }
        if (!folder.exists()) {
            folder.create(true, true, null);
        }
        return folder;
    }

    /** A folder in results that is not there yet: NAME-1, NAME-2 and so on. */
    public Path freeResult(String name) throws CoreException {
        int number = 1;
        while (Files.exists(result(name, number))) {
            number++;
        }
        return result(name, number);
    }

    /** The folder in results of that number. */
    public Path result(String name, int number) throws CoreException {
        return folder(RESULTS).getLocation().toPath().resolve(name + "-" + number);
    }

    /** Copies a file into a folder, under another name if its own is taken. */
    public static IFile copy(Path source, IContainer target, String name) throws CoreException {
        try (InputStream content = Files.newInputStream(source)) {
            IFile file = freeFile(target, name);
            file.create(content, true, null);
            return file;
        } catch (IOException e) {
            throw failure(Texts.name(Texts.notCopied, name, e.getMessage()), e);
        }
    }

    /** Writes a new file. */
    public static IFile write(byte[] content, IContainer target, String name) throws CoreException {
        IFile file = freeFile(target, name);
        file.create(new ByteArrayInputStream(content), true, null);
        return file;
    }

    /** A file of that name, or of one with a number behind it if that is taken. */
    public static IFile freeFile(IContainer target, String name) {
        int dot = name.lastIndexOf('.');
        IFile file = target.getFile(new org.eclipse.core.runtime.Path(name));
        for (int number = 2; file.exists(); number++) {
            file = target.getFile(
                    new org.eclipse.core.runtime.Path(name.substring(0, dot) + "-" + number + name.substring(dot)));
        }
        return file;
    }

    static CoreException failure(String message, Exception cause) {
        IStatus status = Status.error(message, cause);
        return new CoreException(status);
    }
}
