package org.localmax.ui.inspector;

import java.io.IOException;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.statushandlers.StatusManager;
import org.localmax.experiments.RunPlan;
import org.localmax.ui.projects.KeptExperiment;
import org.localmax.ui.projects.LocalmaxProject;

/** Writes runs in which something was turned as new experiments of the project, and opens them. */
final class VariantFile {

    private VariantFile() {}

    /** Writes the plan in which what is turned holds from a step on. */
    static void write(IWorkbenchPage page, LocalmaxProject project, RunPlan plan, Turned turned, long step) {
        Shell shell = page.getWorkbenchWindow().getShell();
        try {
            KeptExperiment.open(page, project, turned.from(step, plan), plan.experiment() + turned.name(plan));
        } catch (IOException | IllegalArgumentException e) {
            MessageDialog.openInformation(shell, Texts.newVariant, Texts.name(Texts.notWritten, e.getMessage()));
        } catch (CoreException e) {
            StatusManager.getManager().handle(Status.error(e.getMessage(), e), StatusManager.SHOW);
        }
    }
}
