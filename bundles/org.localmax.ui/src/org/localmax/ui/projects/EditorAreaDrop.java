package org.localmax.ui.projects;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.util.LocalSelectionTransfer;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.ui.IFileEditorInput;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.statushandlers.StatusManager;
import org.eclipse.ui.wizards.newresource.BasicNewResourceWizard;

/**
 * Opens what is dropped onto the editors: files and results of the workspace, and copies of files from outside, which go into
 * the project of the active editor.
 */
public final class EditorAreaDrop extends DropTargetAdapter {

    /** Where files go while there is no project. */
    private static final String FIRST_PROJECT = "Study"; // a name of a folder, the same in all languages

    private final IWorkbenchWindow window;

    public EditorAreaDrop(IWorkbenchWindow window) {
        this.window = window;
    }

    @Override
    public void dragEnter(DropTargetEvent event) {
        event.detail = DND.DROP_COPY;
    }

    @Override
    public void dragOperationChanged(DropTargetEvent event) {
        event.detail = DND.DROP_COPY;
    }

    @Override
    public void drop(DropTargetEvent event) {
        IWorkbenchPage page = window.getActivePage();
        if (page == null) {
            return;
        }
        if (LocalSelectionTransfer.getTransfer().isSupportedType(event.currentDataType)
                && LocalSelectionTransfer.getTransfer().getSelection() instanceof IStructuredSelection selection) {
            for (Object element : selection) {
                file(Adapters.adapt(element, IResource.class)).ifPresent(file -> open(page, file));
            }
        } else if (FileTransfer.getInstance().isSupportedType(event.currentDataType)
                && event.data instanceof String[] names) {
            copy(
                    page,
                    Arrays.stream(names)
                            .map(Path::of)
                            .filter(DroppedFiles::hasPlace)
                            .toList());
        }
    }

    private static Optional<IFile> file(IResource dropped) {
        return dropped instanceof IFile file
                ? Optional.of(file)
                : dropped instanceof IContainer folder ? ResultFolder.document(folder) : Optional.empty();
    }

    private static void open(IWorkbenchPage page, IFile file) {
        try {
            IDE.openEditor(page, file);
        } catch (PartInitException e) {
            StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW);
        }
    }

    private static void copy(IWorkbenchPage page, List<Path> paths) {
        if (paths.isEmpty()) {
            return;
        }
        try {
            new DroppedFiles(project(page), paths, copies -> copies.forEach(copy -> show(page, copy))).schedule();
        } catch (CoreException e) {
            StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW);
        }
    }

    /** An experiment is opened, data are selected. */
    private static void show(IWorkbenchPage page, IFile copy) {
        BasicNewResourceWizard.selectAndReveal(copy, page.getWorkbenchWindow());
        if (LocalmaxProject.EXTENSION.equals(copy.getFileExtension())) {
            open(page, copy);
        }
    }

    private static LocalmaxProject project(IWorkbenchPage page) throws CoreException {
        if (page.getActiveEditor() != null
                && page.getActiveEditor().getEditorInput() instanceof IFileEditorInput input
                && LocalmaxProject.isOne(input.getFile().getProject())) {
            return new LocalmaxProject(input.getFile().getProject());
        }
        Optional<LocalmaxProject> first = Arrays.stream(
                        ResourcesPlugin.getWorkspace().getRoot().getProjects())
                .filter(LocalmaxProject::isOne)
                .findFirst()
                .map(LocalmaxProject::new);
        return first.isPresent() ? first.get() : LocalmaxProject.create(FIRST_PROJECT, null);
    }
}
