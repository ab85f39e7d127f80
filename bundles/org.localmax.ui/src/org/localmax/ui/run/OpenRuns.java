package org.localmax.ui.run;

import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.statushandlers.StatusManager;
import org.eclipse.ui.wizards.newresource.BasicNewResourceWizard;

/** Opens runs in the window that asked for them, if it is still there. */
public final class OpenRuns {

    private OpenRuns() {}

    /**
     * Opens the runs, the first of them on top; called on the UI thread.
     *
     * @param plays whether the first is played, too
     */
    public static void open(IWorkbenchWindow window, List<IFile> runs, boolean plays) {
        IWorkbenchPage page = window.getActivePage();
        if (page == null) {
            return;
        }
        try {
            if (!runs.isEmpty()) {
                BasicNewResourceWizard.selectAndReveal(runs.getFirst(), window);
            }
            for (IFile run : runs.reversed()) {
                IDE.openEditor(page, run, true);
            }
            if (plays && page.getActiveEditor() instanceof RunEditor first) {
                first.play();
            }
        } catch (PartInitException e) {
            StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW);
        }
    }
}
