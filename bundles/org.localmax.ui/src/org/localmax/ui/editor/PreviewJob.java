package org.localmax.ui.editor;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.swt.widgets.Display;
import org.localmax.model.Experiment;

/** Looks at an experiment again after each pause in editing, away from the UI thread. */
final class PreviewJob extends Job {

    private static final int PAUSE = 200;

    private final Path folder;
    private final Display display;
    private final Consumer<ExperimentPreview> shown;
    private volatile Experiment latest;

    PreviewJob(ExperimentDocument document, Display display, Consumer<ExperimentPreview> shown) {
        super(Texts.checking);
        folder = document.folder();
        latest = EcoreUtil.copy(document.experiment());
        this.display = display;
        this.shown = shown;
        setSystem(true);
        setPriority(SHORT);
    }

    /** Looks at the experiment as it is now; called on the UI thread. */
    void look(Experiment experiment) {
        latest = EcoreUtil.copy(experiment);
        cancel();
        schedule(PAUSE);
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        Experiment copy = latest;
        ExperimentPreview preview = ExperimentPreview.of(copy, folder);
        if (copy == latest && !display.isDisposed()) {
            display.asyncExec(() -> {
                if (copy == latest) {
                    shown.accept(preview);
                }
            });
        }
        return Status.OK_STATUS;
    }
}
