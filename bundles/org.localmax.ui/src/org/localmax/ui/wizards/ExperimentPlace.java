package org.localmax.ui.wizards;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.localmax.model.Experiment;
import org.localmax.model.ExperimentFiles;
import org.localmax.ui.projects.LocalmaxProject;

/**
 * Where a new experiment goes.
 *
 * @param project name of its project, which may be a new one
 * @param name of the experiment, and of its file without the extension
 */
record ExperimentPlace(String project, String name) {

    /** Where it goes while there is no project. */
    private static final String FIRST_PROJECT = "Localmax study"; // a name of a folder, the same in all languages

    private static final Pattern NO_FILE_NAME = Pattern.compile("[/\\\\:*?\"<>|]|^\\.");

    /** The projects that there are. */
    static List<String> projects() {
        return Arrays.stream(ResourcesPlugin.getWorkspace().getRoot().getProjects())
                .filter(LocalmaxProject::isOne)
                .map(IProject::getName)
                .toList();
    }

    /** The project of what is selected, else the first one, else the name of a new one. */
    static String preferredProject(IStructuredSelection selection) {
        IResource selected = Adapters.adapt(selection.getFirstElement(), IResource.class);
        List<String> projects = projects();
        return selected != null
                        && selected.getProject() != null
                        && projects.contains(selected.getProject().getName())
                ? selected.getProject().getName()
                : projects.isEmpty() ? FIRST_PROJECT : projects.getFirst();
    }

    /** What is wrong with the name of a project. */
    static Optional<String> problemOf(String project) {
        IStatus status = ResourcesPlugin.getWorkspace().validateName(project, IResource.PROJECT);
        return status.isOK() ? Optional.empty() : Optional.of(Texts.name(Texts.projectProblem, status.getMessage()));
    }

    /** What is wrong with it. */
    Optional<String> problem() {
        IWorkspace workspace = ResourcesPlugin.getWorkspace();
        Optional<String> forProject = problemOf(project);
        if (forProject.isPresent()) {
            return forProject;
        }
        IStatus forFile = workspace.validateName(name, IResource.FILE);
        if (!forFile.isOK()) {
            return Optional.of(Texts.name(Texts.nameProblem, forFile.getMessage()));
        }
        if (NO_FILE_NAME.matcher(name).find()) {
            return Optional.of(Texts.name(Texts.nameIsNoFile, name));
        }
        return isTaken() ? Optional.of(Texts.name(Texts.nameTaken, name)) : Optional.empty();
    }

    private boolean isTaken() {
        return problemOf(project).isEmpty()
                && ResourcesPlugin.getWorkspace()
                        .getRoot()
                        .getProject(project)
                        .getFile(LocalmaxProject.EXPERIMENTS + "/" + name + "." + LocalmaxProject.EXTENSION)
                        .exists();
    }

    /** The first of NAME-1, NAME-2 and so on that is not taken. */
    ExperimentPlace numbered() {
        int number = 1;
        while (new ExperimentPlace(project, name + "-" + number).isTaken()) {
            number++;
        }
        return new ExperimentPlace(project, name + "-" + number);
    }

    /** The same unless it is taken, else a numbered one; characters that cannot be in the name of a file become hyphens. */
    ExperimentPlace free() {
        ExperimentPlace possible =
                new ExperimentPlace(project, NO_FILE_NAME.matcher(name).replaceAll("-"));
        return possible.isTaken() ? possible.numbered() : possible;
    }

    /** Writes it, in a project that is created if need be. */
    IFile write(Experiment experiment) throws CoreException, IOException {
        return LocalmaxProject.write(
                ExperimentFiles.toBytes(experiment),
                LocalmaxProject.create(project, null).folder(LocalmaxProject.EXPERIMENTS),
                name + "." + LocalmaxProject.EXTENSION);
    }
}
