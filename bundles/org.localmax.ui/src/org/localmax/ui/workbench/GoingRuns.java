package org.localmax.ui.workbench;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.PlatformUI;
import org.localmax.ui.run.RunJob;

/** The runs that go on when the window is to be closed. */
final class GoingRuns {

    private GoingRuns() {}

    /** Whether the window may be closed: nothing runs, or whoever closes it lets it stop. */
    static boolean mayStop() {
        List<RunJob> going = Arrays.stream(Job.getJobManager().find(RunJob.FAMILY))
                .map(RunJob.class::cast)
                .toList();
        return going.isEmpty() || isMeant(going) && stop(going);
    }

    private static boolean isMeant(List<RunJob> going) {
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

    /** Waits for the runs to store what they have, so that nothing is half written; at most for a step. */
    private static boolean stop(List<RunJob> going) {
        going.forEach(RunJob::interrupt);
        try {
            Job.getJobManager().join(RunJob.FAMILY, null);
            return true;
        } catch (OperationCanceledException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
