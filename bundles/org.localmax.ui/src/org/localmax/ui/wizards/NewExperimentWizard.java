package org.localmax.ui.wizards;

import java.io.IOException;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.wizards.newresource.BasicNewResourceWizard;

/** Creates a valid experiment in a project, which is created too if need be, and opens it. */
public final class NewExperimentWizard extends Wizard implements INewWizard {

    public static final String ID = "org.localmax.ui.newExperiment";

    private IWorkbench workbench;
    private NewExperimentPage page;

    @Override
    public void init(IWorkbench shown, IStructuredSelection selection) {
        workbench = shown;
        setWindowTitle(Texts.newExperiment);
        page = new NewExperimentPage(ExperimentPlace.preferredProject(selection));
    }

    @Override
    public void addPages() {
        addPage(page);
    }

    @Override
    public boolean performFinish() {
        try {
            IFile file = page.place().write(page.draft().toExperiment());
            BasicNewResourceWizard.selectAndReveal(file, workbench.getActiveWorkbenchWindow());
            IDE.openEditor(workbench.getActiveWorkbenchWindow().getActivePage(), file);
            return true;
        } catch (CoreException | IOException e) {
            MessageDialog.openError(getShell(), Texts.newExperiment, e.getMessage());
            return false;
        }
    }
}
