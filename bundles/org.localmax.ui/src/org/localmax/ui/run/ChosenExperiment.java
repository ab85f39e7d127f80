package org.localmax.ui.run;

import java.util.Optional;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IFileEditorInput;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.localmax.ui.projects.LocalmaxProject;

/** The experiment that a command is about. */
public final class ChosenExperiment {

    private ChosenExperiment() {}

    /** That of the active editor, or the one that is selected. */
    public static Optional<IFile> of(ExecutionEvent event) {
        IWorkbenchPart part = HandlerUtil.getActivePart(event);
        Optional<IFile> ofEditor = editor(HandlerUtil.getActiveEditor(event));
        if (part instanceof IEditorPart && ofEditor.isPresent()) {
            return ofEditor;
        }
        Optional<IFile> selected = HandlerUtil.getCurrentSelection(event) instanceof IStructuredSelection selection
                ? Optional.ofNullable(Adapters.adapt(selection.getFirstElement(), IFile.class))
                        .filter(ChosenExperiment::isExperiment)
                : Optional.empty();
        return selected.or(() -> ofEditor);
    }

    private static Optional<IFile> editor(IEditorPart editor) {
        return editor != null && editor.getEditorInput() instanceof IFileEditorInput input
                ? Optional.of(input.getFile()).filter(ChosenExperiment::isExperiment)
                : Optional.empty();
    }

    private static boolean isExperiment(IFile file) {
        return LocalmaxProject.EXTENSION.equals(file.getFileExtension());
    }

    /** Saves what is edited of the file; whether it is on disk now. */
    public static boolean isSaved(IWorkbenchWindow window, IFile file) {
        for (IEditorPart editor : window.getActivePage().getDirtyEditors()) {
            if (editor(editor).filter(file::equals).isPresent()
                    && !window.getActivePage().saveEditor(editor, false)) {
                return false;
            }
        }
        return true;
    }
}
