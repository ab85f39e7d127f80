package org.localmax.ui.run;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.localmax.experiments.InvalidInputException;
import org.localmax.experiments.Planner;
import org.localmax.experiments.RunPlan;
import org.localmax.model.Experiment;
import org.localmax.model.ExperimentFiles;
import org.localmax.model.ExperimentFormatException;

/** Reads an experiment, draws its tokens and plans its runs away from the UI thread. */
public final class Planning extends Job {

    /** All plannings, for those who no longer want any. */
    public static final Object FAMILY = new Object();

    private final IFile file;
    private final Display display;
    private final Consumer<Planned> planned;
    private final Consumer<String> refused;

    /**
     * What can be run.
     *
     * @param experiment its name
     * @param plans one a rule
     */
    public record Planned(String experiment, List<RunPlan> plans) {}

    /**
     * Both listeners are told on the UI thread, unless it is cancelled.
     *
     * @param file an experiment, as it is on disk
     * @param planned told of the plans
     * @param refused told why there are none
     */
    public Planning(IFile file, Display display, Consumer<Planned> planned, Consumer<String> refused) {
        super(Texts.name(Texts.planning, file.getName()));
        this.file = file;
        this.display = display;
        this.planned = planned;
        this.refused = refused;
        setPriority(SHORT);
    }

    @Override
    public boolean belongsTo(Object family) {
        return family == FAMILY;
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        Path path = file.getLocation().toPath();
        try {
            Experiment experiment = ExperimentFiles.load(path);
            Planned found = new Planned(experiment.getName(), Planner.plan(experiment, path.getParent()));
            tell(monitor, () -> planned.accept(found));
        } catch (ExperimentFormatException | InvalidInputException e) {
            tell(monitor, () -> refused.accept(e.getMessage()));
        } catch (OutOfMemoryError _) {
            tell(monitor, () -> refused.accept(Texts.tooManyTokens));
        }
        return monitor.isCanceled() ? Status.CANCEL_STATUS : Status.OK_STATUS;
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
