package org.localmax.ui.run;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.localmax.data.DataException;
import org.localmax.experiments.InvalidInputException;

/** Reads a run away from the UI thread. */
final class RunLoading extends Job {

    private final Path capsule;
    private final Display display;
    private final Consumer<RunRecord> read;
    private final Consumer<String> failed;

    /** Both listeners are told on the UI thread. */
    RunLoading(Path capsule, Display display, Consumer<RunRecord> read, Consumer<String> failed) {
        super(Texts.name(Texts.reading, capsule.getFileName()));
        this.capsule = capsule;
        this.display = display;
        this.read = read;
        this.failed = failed;
        setPriority(SHORT);
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        try {
            RunRecord record = RunRecord.read(capsule);
            tell(() -> read.accept(record));
        } catch (DataException | InvalidInputException | IllegalArgumentException e) {
            tell(() -> failed.accept(String.valueOf(e.getMessage())));
        } catch (OutOfMemoryError _) {
            tell(() -> failed.accept(Texts.outOfMemory));
        }
        return Status.OK_STATUS;
    }

    private void tell(Runnable message) {
        if (!display.isDisposed()) {
            display.asyncExec(message);
        }
    }
}
