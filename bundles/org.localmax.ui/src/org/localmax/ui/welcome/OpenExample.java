package org.localmax.ui.welcome;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.statushandlers.StatusManager;
import org.eclipse.ui.wizards.newresource.BasicNewResourceWizard;
import org.localmax.ui.projects.LocalmaxProject;

/** Copies an example into the gallery project, unless it is there already, and opens it. */
record OpenExample(Example example, IWorkbenchPage page) implements Runnable {

    private static final String PROJECT = "Gallery";

    @Override
    public void run() {
        try {
            LocalmaxProject project = LocalmaxProject.create(PROJECT, null);
            IFolder folder = project.folder(LocalmaxProject.EXPERIMENTS);
            String name = example.file().getFileName().toString();
            IFile file = folder.getFile(name);
            if (!file.exists()) {
                file = LocalmaxProject.copy(example.file(), folder, name);
            }
            BasicNewResourceWizard.selectAndReveal(file, page.getWorkbenchWindow());
            IDE.openEditor(page, file);
        } catch (CoreException e) {
            StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW);
        }
    }
}
