package org.localmax.ui.workbench;

import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.PlatformUI;
import org.localmax.ui.preferences.Settings;
import org.localmax.ui.run.Planning;
import org.localmax.ui.run.RunJob;

/** The runs that go on when the window is to be closed. */
final class GoingRuns {

    private GoingRuns() {}

    /** Whether the window may be closed: nothing runs, or whoever closes it lets it stop. */
    static boolean mayStop() {
        Job.getJobManager().cancel(Planning.FAMILY);
        List<RunJob> going = Arrays.stream(Job.getJobManager().find(RunJob.FAMILY))
                .map(RunJob.class::cast)
                .toList();
        return going.isEmpty() || isMeant(going) && stop(going);
    }

    private static boolean isMeant(List<RunJob> going) {
        if (!Settings.confirmsClose()) {
            return true;
        }
        String names = going.stream().map(RunJob::experiment).collect(Collectors.joining(", "));
        int answer = MessageDialog.open(
                MessageDialog.QUESTION,
                PlatformUI.getWorkbench().getModalDialogShellProvider().getShell(),
                Texts.closeTitle,
                Texts.name(going.size() == 1 ? Texts.closeOne : Texts.closeSeveral, names),
                0,
                Texts.closeAnyway,
                Texts.keepRunning);
        return answer == 0;
    }

    /**
     * Waits for the runs to store what they have, so that nothing is half written; at most for a step. The window works on, and shows after
     * a moment what it waits for; whoever cancels the waiting keeps the window.
     */
    private static boolean stop(List<RunJob> going) {
        going.forEach(RunJob::interrupt);
        try {
            PlatformUI.getWorkbench().getProgressService().busyCursorWhile(GoingRuns::join);
            return true;
        } catch (InvocationTargetException e) {
            Platform.getLog(GoingRuns.class).error(Texts.closeTitle, e.getCause());
            return true;
        } catch (InterruptedException _) {
            return false;
        }
    }

    private static void join(IProgressMonitor monitor) throws InterruptedException {
        SubMonitor progress = SubMonitor.convert(monitor, Texts.storingRuns, 1);
        try {
            Job.getJobManager().join(RunJob.FAMILY, progress.split(1));
        } catch (OperationCanceledException _) {
            throw new InterruptedException();
        }
    }
}
