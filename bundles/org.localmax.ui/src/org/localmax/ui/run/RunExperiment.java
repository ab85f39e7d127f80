package org.localmax.ui.run;

import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.localmax.ui.projects.LocalmaxProject;
import org.localmax.ui.projects.RunOutcome;

/** The command that saves an experiment and runs it: that of the active editor, or the one selected. */
public final class RunExperiment extends AbstractHandler {

    public static final String COMMAND = "org.localmax.ui.run";

    private static final String TITLE = Texts.runTitle;

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        Optional<IFile> file = ChosenExperiment.of(event);
        if (file.isEmpty()) {
            MessageDialog.openInformation(window.getShell(), TITLE, Texts.noExperiment);
        } else if (ChosenExperiment.isSaved(window, file.get())) {
            run(window, file.get(), false);
        }
        return null;
    }

    /**
     * Plans and runs an experiment that is saved, and opens what comes of it; all of it in jobs.
     *
     * @param plays whether the first run is shown moving
     */
    public static void run(IWorkbenchWindow window, IFile file, boolean plays) {
        RunOutcome outcome = new RunOutcome(file);
        new Planning(
                        file,
                        window.getShell().getDisplay(),
                        planned -> run(window, file, planned, plays, outcome),
                        reason -> refuse(window, file, reason))
                .schedule();
    }

    private static void run(
            IWorkbenchWindow window, IFile file, Planning.Planned planned, boolean plays, RunOutcome outcome) {
        RunJob job = new RunJob(
                new LocalmaxProject(file.getProject()),
                planned.experiment(),
                planned.plans(),
                results -> OpenRuns.open(window, results, plays));
        job.addJobChangeListener(outcome);
        job.setUser(false);
        job.schedule();
    }

    private static void refuse(IWorkbenchWindow window, IFile file, String reason) {
        MessageDialog.openError(window.getShell(), TITLE, Texts.name(Texts.runRefused, file.getName(), reason));
    }
}
