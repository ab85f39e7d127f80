package org.localmax.ui.monitors;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CancellationException;
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
import org.localmax.experiments.TheoryCheck;
import org.localmax.experiments.TheoryReport;
import org.localmax.ui.projects.LocalmaxProject;

/** Writes what violates a statement, as files that others can check, into the results of the project. */
final class CounterexampleJob extends Job {

    private final LocalmaxProject project;
    private final TheoryCheck.Report report;
    private final Finding finding;
    private final Display display;
    private final Consumer<Counterexample> written;

    /** @param written told on the UI thread */
    CounterexampleJob(
            LocalmaxProject project,
            TheoryCheck.Report report,
            Finding finding,
            Display display,
            Consumer<Counterexample> written) {
        super(Texts.name(Texts.writing, finding.statement().id()));
        this.project = project;
        this.report = report;
        this.finding = finding;
        this.display = display;
        this.written = written;
        setUser(true);
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        try {
            String name =
                    report.plan().experiment() + "-" + finding.statement().id().toLowerCase(Locale.ROOT);
            Path folder = project.freeResult(name);
            Counterexample example =
                    TheoryReport.counterexample(report, finding, folder, CancellationCheck.of(monitor::isCanceled));
            project.folder(LocalmaxProject.RESULTS).refreshLocal(IResource.DEPTH_INFINITE, monitor);
            if (!display.isDisposed()) {
                display.asyncExec(() -> written.accept(example));
            }
            return Status.OK_STATUS;
        } catch (CancellationException _) {
            return Status.CANCEL_STATUS;
        } catch (CoreException e) {
            return e.getStatus();
        } catch (DataException e) {
            return Status.error(Texts.name(Texts.notWritten, e.getMessage()), e);
        }
    }
}
