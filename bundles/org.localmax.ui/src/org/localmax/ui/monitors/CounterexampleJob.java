package org.localmax.ui.monitors;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.localmax.analysis.monitors.Finding;
import org.localmax.data.DataException;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.experiments.Counterexample;
import org.localmax.experiments.RunPlan;
import org.localmax.ui.projects.LocalmaxProject;

/** Writes what violates a statement, as files that others can check, into the results of the project. */
final class CounterexampleJob extends Job {

    private final LocalmaxProject project;
    private final RunPlan plan;
    private final Finding finding;
    private final Display display;
    private final Consumer<Counterexample> written;

    /** @param written told on the UI thread */
    CounterexampleJob(
            LocalmaxProject project, RunPlan plan, Finding finding, Display display, Consumer<Counterexample> written) {
        super("Writing the counterexample to " + finding.statement().id());
        this.project = project;
        this.plan = plan;
        this.finding = finding;
        this.display = display;
        this.written = written;
        setUser(true);
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        try {
            String name = plan.experiment() + "-" + finding.statement().id().toLowerCase(Locale.ROOT);
            Path folder = project.freeResult(name);
            Counterexample example =
                    Counterexample.write(plan, finding, folder, CancellationCheck.of(monitor::isCanceled));
            project.folder(LocalmaxProject.RESULTS).refreshLocal(IResource.DEPTH_INFINITE, monitor);
            if (!display.isDisposed()) {
                display.asyncExec(() -> written.accept(example));
            }
            return Status.OK_STATUS;
        } catch (CoreException e) {
            return e.getStatus();
        } catch (DataException e) {
            return Status.error("The counterexample cannot be written: " + e.getMessage(), e);
        }
    }
}
