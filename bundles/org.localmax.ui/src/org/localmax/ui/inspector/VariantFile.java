package org.localmax.ui.inspector;

import java.io.IOException;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.statushandlers.StatusManager;
import org.localmax.analysis.inspection.Parameter;
import org.localmax.experiments.RunPlan;
import org.localmax.experiments.Variant;
import org.localmax.ui.projects.KeptExperiment;
import org.localmax.ui.projects.LocalmaxProject;

/** Writes runs whose parameter was turned as new experiments of the project, and opens them. */
final class VariantFile {

    private static final String TITLE = "New Variant";

    private VariantFile() {}

    /** Writes the plan with another value from a step on. */
    static void write(
            IWorkbenchPage page, LocalmaxProject project, RunPlan plan, Parameter parameter, long step, double value) {
        Shell shell = page.getWorkbenchWindow().getShell();
        try {
            String name = plan.experiment() + "-" + parameter.text() + "-" + InspectedToken.number(value);
            KeptExperiment.open(page, project, Variant.of(plan, parameter, step, value), name);
        } catch (IOException | IllegalArgumentException e) {
            MessageDialog.openInformation(
                    shell, TITLE, "This run cannot be written as an experiment: " + e.getMessage());
        } catch (CoreException e) {
            StatusManager.getManager().handle(Status.error(e.getMessage(), e), StatusManager.SHOW);
        }
    }
}
