package org.localmax.ui.monitors;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.localmax.data.DataException;
import org.localmax.experiments.CheckOptions;
import org.localmax.experiments.FrameCheck;
import org.localmax.experiments.InvalidInputException;
import org.localmax.experiments.RecordedRun;
import org.localmax.experiments.RunOptions;
import org.localmax.experiments.TheoryCheck;
import org.localmax.ui.run.RunProgress;

/**
 * Has the monitors look at what a capsule has recorded, or if steps are left out or fractions count at the run made once more; and at
 * the run in other frames if that is wanted.
 */
final class CheckJob extends Job {

    private static final int TICKS = 10_000;

    private final Path capsule;
    private final int frames;
    private final Display display;
    private final Consumer<Outcome> done;

    /**
     * What came of it.
     *
     * @param report what was found; empty if it could not be looked at
     * @param failure why not, empty also if it was cancelled
     */
    record Outcome(Path capsule, Optional<TheoryCheck.Report> report, String failure) {}

    /**
     * @param frames the number of rotated and renumbered frames; 0 for none
     * @param done told on the UI thread
     */
    CheckJob(Path capsule, int frames, Display display, Consumer<Outcome> done) {
        super(Texts.name(Texts.checking, capsule.getFileName()));
        this.capsule = capsule;
        this.frames = frames;
        this.display = display;
        this.done = done;
        setPriority(LONG);
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        Outcome outcome;
        try {
            outcome = new Outcome(capsule, Optional.of(check(monitor)), "");
        } catch (CancellationException _) {
            outcome = new Outcome(capsule, Optional.empty(), Texts.cancelled);
        } catch (DataException | InvalidInputException | IllegalArgumentException e) {
            outcome = new Outcome(capsule, Optional.empty(), String.valueOf(e.getMessage()));
        }
        Outcome told = outcome;
        if (!display.isDisposed()) {
            display.asyncExec(() -> done.accept(told));
        }
        return monitor.isCanceled() ? Status.CANCEL_STATUS : Status.OK_STATUS;
    }

    /** A capsule of its own is opened, so that the check goes on when the editor of the run is closed. */
    private TheoryCheck.Report check(IProgressMonitor monitor) throws DataException, InvalidInputException {
        try (RecordedRun run = RecordedRun.open(capsule);
                RunProgress listener = new RunProgress(run.plan(), monitor, TICKS)) {
            TheoryCheck.Report report = isEnough(run)
                    ? TheoryCheck.check(run, RunOptions.DEFAULT, CheckOptions.DEFAULT, listener)
                    : TheoryCheck.check(run.plan(), RunOptions.DEFAULT, listener);
            return frames == 0
                    ? report
                    : report.with(FrameCheck.check(run.plan(), frames, RunOptions.DEFAULT, listener));
        }
    }

    /** Whether the monitors can look at what is recorded: all of it, and what was found is found in doubles. */
    private static boolean isEnough(RecordedRun run) {
        return run.isComplete() && run.plan().exact().isEmpty();
    }
}
