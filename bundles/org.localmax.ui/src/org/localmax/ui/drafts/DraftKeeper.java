package org.localmax.ui.drafts;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;

/** Keeps what an editor holds unsaved, a moment after each change, away from the UI thread. */
public final class DraftKeeper {

    private static final int MOMENT = 2000;

    private final Draft draft;
    private final Display display;
    private final Supplier<Optional<byte[]>> unsaved;
    private final Runnable look = this::look;
    private final Job job;
    private Optional<byte[]> content = Optional.empty();
    private boolean waiting;

    /** @param unsaved what is to be kept, asked for on the UI thread; empty if all is saved */
    public DraftKeeper(IFile file, Display display, Supplier<Optional<byte[]>> unsaved) {
        this.display = display;
        this.unsaved = unsaved;
        draft = new Draft(file);
        job = Job.createSystem(Texts.name(Texts.keeping, file.getName()), this::write);
    }

    /** Something was changed; called on the UI thread. */
    public void changed() {
        if (!waiting) {
            waiting = true;
            display.timerExec(MOMENT, look);
        }
    }

    private void look() {
        waiting = false;
        Optional<byte[]> now = unsaved.get();
        if (now.isEmpty()) {
            forget();
        } else {
            synchronized (this) {
                content = now;
            }
            job.schedule();
        }
    }

    private synchronized IStatus write(IProgressMonitor monitor) {
        if (content.isPresent()) {
            try {
                draft.write(content.get());
            } catch (IOException e) {
                Platform.getLog(DraftKeeper.class).error(e.getMessage(), e);
            }
        }
        return Status.OK_STATUS;
    }

    /** Everything is saved, or not wanted; what is being written is deleted, too. */
    public synchronized void forget() {
        content = Optional.empty();
        try {
            draft.delete();
        } catch (IOException e) {
            Platform.getLog(DraftKeeper.class).error(e.getMessage(), e);
        }
    }

    /** The editor is closed by somebody, so that there is nothing to be restored. */
    public void close() {
        if (!display.isDisposed()) {
            display.timerExec(-1, look);
        }
        forget();
    }

    /** What was left by a program that did not end by itself. */
    public Optional<byte[]> left() {
        try {
            return draft.read();
        } catch (IOException e) {
            Platform.getLog(DraftKeeper.class).error(e.getMessage(), e);
            return Optional.empty();
        }
    }
}
