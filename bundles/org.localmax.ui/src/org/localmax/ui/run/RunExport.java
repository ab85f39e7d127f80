package org.localmax.ui.run;

import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.statushandlers.StatusManager;
import org.eclipse.ui.wizards.newresource.BasicNewResourceWizard;
import org.localmax.plots.Panel;
import org.localmax.ui.projects.LocalmaxProject;

/**
 * Exports what the views of a run show into the figures of its project.
 *
 * @param window where the file is shown in the explorer
 * @param run the {@code run.json} of the run
 */
record RunExport(IWorkbenchWindow window, IFile run) {

    /** Asks what and how, and has it written. */
    void ask(RunView view) {
        Shell shell = window.getShell();
        try {
            IFolder figures = new LocalmaxProject(run.getProject()).folder(LocalmaxProject.FIGURES);
            String proposal = run.getParent().getName() + "-t" + view.shownStep();
            new ExportDialog(shell, figures, proposal).ask().ifPresent(choice -> export(view, choice, figures));
        } catch (CoreException e) {
            StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW);
        }
    }

    private void export(RunView view, ExportChoice choice, IFolder figures) {
        Optional<Panel> panel = choice.content() == ExportChoice.Content.TOKENS
                ? view.canvas().panel()
                : Optional.of(view.plot().panel());
        panel.ifPresent(shown -> new ExportJob(
                        run.getLocation().toPath().getParent(),
                        view.shownStep(),
                        shown,
                        choice,
                        figures,
                        file -> BasicNewResourceWizard.selectAndReveal(file, window))
                .schedule());
    }
}
