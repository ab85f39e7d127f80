package org.localmax.ui.welcome;

import java.util.Comparator;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.statushandlers.StatusManager;
import org.eclipse.ui.wizards.newresource.BasicNewResourceWizard;
import org.localmax.model.Rule;
import org.localmax.ui.projects.LocalmaxProject;
import org.localmax.ui.projects.ResultFolder;
import org.localmax.ui.run.OpenRuns;
import org.localmax.ui.run.RunExperiment;

/** Copies an example into the gallery project, unless it is there already, runs it, and plays its first run. */
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
            show(file);
        } catch (CoreException e) {
            StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW);
        }
    }

    /** Plays what the experiment was last run into if that is of the file as it is, or runs it. */
    private void show(IFile file) throws CoreException {
        List<String> rules =
                example.experiment().getRules().stream().map(Rule::getName).toList();
        List<IFile> present = ResultFolder.latestRuns(file).stream()
                .sorted(Comparator.comparingInt(
                        run -> rules.indexOf(run.getParent().getName())))
                .toList();
        if (present.isEmpty()) {
            RunExperiment.run(page.getWorkbenchWindow(), file, true);
        } else {
            OpenRuns.open(page.getWorkbenchWindow(), present, true);
        }
    }
}
