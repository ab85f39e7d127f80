package org.localmax.ui.drafts;

import org.eclipse.core.resources.IFile;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.statushandlers.StatusManager;

/** Opens what was edited when the program ended without closing its editors. */
public final class RestoredEditors {

    private RestoredEditors() {}

    /** The editors read their drafts themselves. */
    public static void open(IWorkbenchPage page) {
        for (IFile file : Draft.left()) {
            try {
                IDE.openEditor(page, file);
            } catch (PartInitException e) {
                StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW);
            }
        }
    }
}
