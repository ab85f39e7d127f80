package org.localmax.ui.wizards;

import java.io.IOException;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.wizards.newresource.BasicNewResourceWizard;
import org.localmax.model.ExperimentFiles;
import org.localmax.ui.projects.LocalmaxProject;

/** Creates a valid experiment in a project, which is created too if need be, and opens it. */
public final class NewExperimentWizard extends Wizard implements INewWizard {

    public static final String ID = "org.localmax.ui.newExperiment";

    private static final String TITLE = "New Experiment";

    private IWorkbench workbench;
    private NewExperimentPage page;

    @Override
    public void init(IWorkbench shown, IStructuredSelection selection) {
        workbench = shown;
        setWindowTitle(TITLE);
        IResource selected = Adapters.adapt(selection.getFirstElement(), IResource.class);
        boolean inOurs =
                selected != null && selected.getProject() != null && NewExperimentPage.isOurs(selected.getProject());
        page = new NewExperimentPage(inOurs ? selected.getProject().getName() : "");
    }

    @Override
    public void addPages() {
        addPage(page);
    }

    @Override
    public boolean performFinish() {
        ExperimentDraft draft = page.draft();
        try {
            LocalmaxProject project = LocalmaxProject.create(page.projectName(), null);
            IFile file = LocalmaxProject.write(
                    ExperimentFiles.toBytes(draft.toExperiment()),
                    project.folder(LocalmaxProject.EXPERIMENTS),
                    draft.name() + "." + LocalmaxProject.EXTENSION);
            BasicNewResourceWizard.selectAndReveal(file, workbench.getActiveWorkbenchWindow());
            IDE.openEditor(workbench.getActiveWorkbenchWindow().getActivePage(), file);
            return true;
        } catch (CoreException | IOException e) {
            MessageDialog.openError(getShell(), TITLE, e.getMessage());
            return false;
        }
    }
}
