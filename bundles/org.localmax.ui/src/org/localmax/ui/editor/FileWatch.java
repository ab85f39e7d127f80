package org.localmax.ui.editor;

import java.io.IOException;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.widgets.Display;

/** Lets an editor follow its file: goes with it when the file moves, closes when it goes, reads it again when somebody else has written it. */
final class FileWatch implements IResourceChangeListener, AutoCloseable {

    /** Something that writes the file. */
    interface Writing {
        void run() throws CoreException, IOException;
    }

    private final ExperimentEditor editor;
    private volatile boolean ignoring;

    FileWatch(ExperimentEditor editor) {
        this.editor = editor;
        ResourcesPlugin.getWorkspace().addResourceChangeListener(this, IResourceChangeEvent.POST_CHANGE);
    }

    /** Writes the file without the editor taking notice. */
    void ignore(Writing writing) throws CoreException, IOException {
        ignoring = true;
        try {
            writing.run();
        } finally {
            ignoring = false;
        }
    }

    /** Whether somebody else has written the file and nobody has noticed; then the editor asks what to do. */
    static boolean isChangedOutside(IFile target) {
        if (!target.exists() || target.isSynchronized(IResource.DEPTH_ZERO)) {
            return false;
        }
        try {
            target.refreshLocal(IResource.DEPTH_ZERO, null);
        } catch (CoreException e) {
            Platform.getLog(FileWatch.class).log(e.getStatus());
        }
        return target.exists();
    }

    @Override
    public void resourceChanged(IResourceChangeEvent event) {
        IResourceDelta delta = event.getDelta().findMember(editor.file().getFullPath());
        if (delta == null || ignoring) {
            return;
        }
        Display display = editor.getSite().getShell().getDisplay();
        if (delta.getKind() == IResourceDelta.REMOVED && (delta.getFlags() & IResourceDelta.MOVED_TO) != 0) {
            IFile moved = ResourcesPlugin.getWorkspace().getRoot().getFile(delta.getMovedToPath());
            display.asyncExec(() -> editor.follow(moved));
        } else if (delta.getKind() == IResourceDelta.REMOVED) {
            display.asyncExec(editor::deleted);
        } else if ((delta.getFlags() & IResourceDelta.CONTENT) != 0) {
            display.asyncExec(editor::reload);
        }
    }

    @Override
    public void close() {
        ResourcesPlugin.getWorkspace().removeResourceChangeListener(this);
    }
}
