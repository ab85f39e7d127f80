package org.localmax.ui.projects;

import java.util.function.Consumer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.IPath;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.statushandlers.StatusManager;

/** Lets an editor of a result follow its file: it opens it where it moved to, and says so if it was deleted. */
public final class ResultWatch implements IResourceChangeListener, AutoCloseable {

    private final IEditorPart editor;
    private final IFile file;
    private final Consumer<String> deleted;

    /** @param deleted told on the UI thread, in words for the user, that there is nothing more to show */
    public ResultWatch(IEditorPart editor, IFile file, Consumer<String> deleted) {
        this.editor = editor;
        this.file = file;
        this.deleted = deleted;
        ResourcesPlugin.getWorkspace().addResourceChangeListener(this, IResourceChangeEvent.POST_CHANGE);
    }

    @Override
    public void resourceChanged(IResourceChangeEvent event) {
        IResourceDelta delta = event.getDelta().findMember(file.getFullPath());
        if (delta == null || delta.getKind() != IResourceDelta.REMOVED) {
            return;
        }
        boolean moved = (delta.getFlags() & IResourceDelta.MOVED_TO) != 0;
        IPath place = delta.getMovedToPath();
        Display display = editor.getSite().getShell().getDisplay();
        display.asyncExec(() -> {
            if (moved) {
                follow(place);
            } else {
                deleted.accept(Texts.name(
                        Texts.resultDeleted, file.getParent().getFullPath().makeRelative()));
            }
        });
    }

    private void follow(IPath place) {
        IWorkbenchPage page = editor.getSite().getPage();
        boolean isOnTop = page.getActiveEditor() == editor;
        page.closeEditor(editor, false);
        try {
            IDE.openEditor(page, ResourcesPlugin.getWorkspace().getRoot().getFile(place), isOnTop);
        } catch (PartInitException e) {
            StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW);
        }
    }

    @Override
    public void close() {
        ResourcesPlugin.getWorkspace().removeResourceChangeListener(this);
    }
}
