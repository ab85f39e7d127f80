package org.localmax.ui.wizards;

import java.lang.reflect.InvocationTargetException;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.dialogs.WizardNewProjectCreationPage;
import org.eclipse.ui.wizards.newresource.BasicNewResourceWizard;
import org.localmax.ui.projects.LocalmaxProject;

/** Creates a project with its folders. */
public final class NewProjectWizard extends Wizard implements INewWizard {

    public static final String ID = "org.localmax.ui.newProject";

    private final WizardNewProjectCreationPage page = new WizardNewProjectCreationPage("project");
    private IWorkbench workbench;

    @Override
    public void init(IWorkbench shown, IStructuredSelection selection) {
        workbench = shown;
        setWindowTitle(Texts.newProject);
        setNeedsProgressMonitor(true);
        page.setTitle(Texts.projectPage);
        page.setDescription(Texts.projectPageHint);
    }

    @Override
    public void addPages() {
        addPage(page);
    }

    @Override
    public boolean performFinish() {
        IProject project = page.getProjectHandle();
        IProjectDescription description = ResourcesPlugin.getWorkspace().newProjectDescription(project.getName());
        if (!page.useDefaults()) {
            description.setLocationURI(page.getLocationURI());
        }
        try {
            getContainer().run(true, false, monitor -> {
                try {
                    LocalmaxProject.create(description, monitor);
                } catch (CoreException e) {
                    throw new InvocationTargetException(e);
                }
            });
        } catch (InvocationTargetException e) {
            MessageDialog.openError(getShell(), Texts.newProject, e.getCause().getMessage());
            return false;
        } catch (InterruptedException _) {
            return false;
        }
        BasicNewResourceWizard.selectAndReveal(project, workbench.getActiveWorkbenchWindow());
        return true;
    }
}
