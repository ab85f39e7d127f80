package org.localmax.ui.wizards;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.localmax.data.DataException;

/** Reads a file of tokens beside the window's own work. */
final class TokenReading extends Job {

    /** A moment, so that nothing is read while a path is being typed. */
    private static final int MOMENT = 150;

    private final Path file;
    private final int record;
    private final Display display;
    private final Consumer<FoundTokens> found;
    private final Consumer<String> refused;

    /**
     * Called back on the UI thread, unless it is cancelled before.
     *
     * @param record which record of a trajectory is looked at
     * @param refused told what is wrong with the file
     */
    TokenReading(Path file, int record, Display display, Consumer<FoundTokens> found, Consumer<String> refused) {
        super(Texts.name(Texts.reading, file));
        this.file = file;
        this.record = record;
        this.display = display;
        this.found = found;
        this.refused = refused;
        setSystem(true);
    }

    void begin() {
        schedule(MOMENT);
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        try {
            FoundTokens tokens = FoundTokens.in(file, record);
            tell(monitor, () -> found.accept(tokens));
        } catch (DataException e) {
            tell(monitor, () -> refused.accept(e.getMessage()));
        }
        return Status.OK_STATUS;
    }

    private void tell(IProgressMonitor monitor, Runnable news) {
        if (!display.isDisposed()) {
            display.asyncExec(() -> {
                if (!monitor.isCanceled()) {
                    news.run();
                }
            });
        }
    }
}
