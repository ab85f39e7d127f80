package org.localmax.ui.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IFileEditorInput;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;

/** Looks, whenever the window comes to the front, whether other programs have written or deleted what is open in it. */
final class OutsideChanges {

    private final IWorkbenchPage page;
    private final ConcurrentLinkedQueue<IFile> files = new ConcurrentLinkedQueue<>();
    private final Job job = Job.createSystem(Texts.lookingForChanges, this::refresh);

    private OutsideChanges(IWorkbenchPage page) {
        this.page = page;
    }

    /** Looks from now on. */
    static void watch(IWorkbenchPage page) {
        OutsideChanges changes = new OutsideChanges(page);
        page.getWorkbenchWindow().getShell().addListener(SWT.Activate, event -> changes.look());
    }

    private void look() {
        List<IFile> open = new ArrayList<>();
        for (IEditorReference editor : page.getEditorReferences()) {
            try {
                if (editor.getEditorInput() instanceof IFileEditorInput input) {
                    open.add(input.getFile());
                }
            } catch (PartInitException _) {
                // an editor that cannot be shown shows nothing that is old
            }
        }
        if (!open.isEmpty()) {
            files.addAll(open);
            job.schedule();
        }
    }

    private IStatus refresh(IProgressMonitor monitor) {
        try {
            for (IFile file = files.poll(); file != null; file = files.poll()) {
                file.refreshLocal(IResource.DEPTH_ZERO, monitor);
            }
            return Status.OK_STATUS;
        } catch (CoreException e) {
            return e.getStatus();
        }
    }
}
