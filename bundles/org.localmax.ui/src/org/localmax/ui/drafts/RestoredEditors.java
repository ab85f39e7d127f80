package org.localmax.ui.drafts;

import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.IJobFunction;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.statushandlers.StatusManager;

/**
 * Opens what was edited when the program ended without closing its editors. The workspace may not know of the latest files
 * either, so it looks at all that is on the disk before.
 */
public final class RestoredEditors {

    private RestoredEditors() {}

    /** The editors read their drafts themselves. */
    public static void open(IWorkbenchPage page) {
        Display display = page.getWorkbenchWindow().getShell().getDisplay();
        Job.create(Texts.refreshing, (IJobFunction) monitor -> restore(page, display, monitor))
                .schedule();
    }

    private static IStatus restore(IWorkbenchPage page, Display display, IProgressMonitor monitor) {
        try {
            for (IFile file : Draft.all()) {
                // a crash may have lost that a new project was open
                if (file.getProject().exists() && !file.getProject().isOpen()) {
                    file.getProject().open(monitor);
                }
            }
            ResourcesPlugin.getWorkspace().getRoot().refreshLocal(IResource.DEPTH_INFINITE, monitor);
        } catch (CoreException e) {
            return e.getStatus();
        }
        List<IFile> left = Draft.left();
        if (!left.isEmpty() && !display.isDisposed()) {
            display.asyncExec(() -> left.forEach(file -> open(page, file)));
        }
        return Status.OK_STATUS;
    }

    private static void open(IWorkbenchPage page, IFile file) {
        try {
            IDE.openEditor(page, file);
        } catch (PartInitException e) {
            StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW);
        }
    }
}
