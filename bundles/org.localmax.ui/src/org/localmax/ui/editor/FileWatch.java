package org.localmax.ui.editor;

import java.io.IOException;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;

/** Lets an editor follow its file: closes it when the file goes, reads it again when somebody else has written it. */
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

    @Override
    public void resourceChanged(IResourceChangeEvent event) {
        IResourceDelta delta = event.getDelta().findMember(editor.file().getFullPath());
        if (delta == null || ignoring) {
            return;
        }
        if (delta.getKind() == IResourceDelta.REMOVED) {
            editor.getSite()
                    .getShell()
                    .getDisplay()
                    .asyncExec(() -> editor.getSite().getPage().closeEditor(editor, false));
        } else if ((delta.getFlags() & IResourceDelta.CONTENT) != 0) {
            editor.getSite().getShell().getDisplay().asyncExec(editor::reload);
        }
    }

    @Override
    public void close() {
        ResourcesPlugin.getWorkspace().removeResourceChangeListener(this);
    }
}
