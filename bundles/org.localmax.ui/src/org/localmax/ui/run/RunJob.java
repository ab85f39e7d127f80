package org.localmax.ui.run;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.localmax.data.DataException;
import org.localmax.experiments.InvalidInputException;
import org.localmax.experiments.RunOptions;
import org.localmax.experiments.RunPlan;
import org.localmax.experiments.Runner;
import org.localmax.ui.projects.LocalmaxProject;
import org.localmax.ui.projects.ResultFolder;

/** Runs the plans of an experiment into a new folder of the project's results. */
final class RunJob extends Job {

    /** All runs, for those who wait for them. */
    static final Object FAMILY = new Object();

    private static final int TICKS_A_PLAN = 10_000;

    private final LocalmaxProject project;
    private final String name;
    private final List<RunPlan> plans;
    private final Consumer<List<IFile>> finished;

    /** @param finished told on the UI thread of the run.json of each plan */
    RunJob(LocalmaxProject project, String name, List<RunPlan> plans, Consumer<List<IFile>> finished) {
        super("Running " + name);
        this.project = project;
        this.name = name;
        this.plans = plans;
        this.finished = finished;
        setPriority(LONG);
    }

    @Override
    public boolean belongsTo(Object family) {
        return family == FAMILY;
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        SubMonitor progress = SubMonitor.convert(monitor, TICKS_A_PLAN * plans.size());
        List<Path> capsules = new ArrayList<>();
        IStatus status = Status.OK_STATUS;
        try {
            Path result = project.freeResult(name);
            status = run(result, capsules, progress);
            deleteIfEmpty(result);
            open(files(result, capsules), status);
        } catch (CoreException e) {
            return e.getStatus();
        } catch (IOException e) {
            return Status.error("The results of " + name + " cannot be written: " + e.getMessage(), e);
        }
        return status;
    }

    private IStatus run(Path result, List<Path> capsules, SubMonitor progress) {
        for (RunPlan plan : plans) {
            Path capsule = plans.size() == 1 ? result : result.resolve(plan.rule());
            try (RunProgress listener = new RunProgress(plan, progress.split(TICKS_A_PLAN), TICKS_A_PLAN)) {
                Runner.run(plan, capsule, RunOptions.DEFAULT, listener);
                capsules.add(capsule);
            } catch (CancellationException _) {
                return Status.CANCEL_STATUS;
            } catch (DataException | InvalidInputException | IllegalArgumentException e) {
                return Status.error("The run of " + name + " with " + plan.rule() + " failed: " + e.getMessage(), e);
            }
        }
        return Status.OK_STATUS;
    }

    private static void deleteIfEmpty(Path result) throws IOException {
        try {
            if (Files.isDirectory(result)) {
                Files.delete(result);
            }
        } catch (DirectoryNotEmptyException _) {
            // what is in it is whole
        }
    }

    private List<IFile> files(Path result, List<Path> capsules) throws CoreException {
        IFolder results = project.folder(LocalmaxProject.RESULTS);
        results.refreshLocal(IResource.DEPTH_INFINITE, null);
        List<IFile> files = new ArrayList<>();
        for (Path capsule : capsules) {
            String relative = result.getParent().relativize(capsule).toString();
            ResultFolder.runFile(results.getFolder(relative)).ifPresent(files::add);
        }
        return files;
    }

    private void open(List<IFile> files, IStatus status) {
        Display display = Display.getDefault();
        if (status.isOK() && !display.isDisposed()) {
            display.asyncExec(() -> finished.accept(files));
        }
    }
}
