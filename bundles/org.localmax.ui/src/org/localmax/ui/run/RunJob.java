package org.localmax.ui.run;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
import org.localmax.data.CapsuleFolder;
import org.localmax.data.DataException;
import org.localmax.experiments.Checkpoints;
import org.localmax.experiments.InvalidInputException;
import org.localmax.experiments.RunOptions;
import org.localmax.experiments.RunPlan;
import org.localmax.experiments.Runner;
import org.localmax.ui.preferences.Settings;
import org.localmax.ui.projects.LocalmaxProject;
import org.localmax.ui.projects.ResultFolder;

/**
 * Runs the plans of an experiment into a new folder of the project's results, or goes on with those that the closing window
 * interrupted.
 */
public final class RunJob extends Job {

    /** All runs, for those who wait for them. */
    public static final Object FAMILY = new Object();

    /** How much work is lost at most if the program is killed. */
    private static final Checkpoints CHECKPOINTS = Checkpoints.every(Duration.ofSeconds(30));

    private static final String NO_MEMORY = Texts.outOfMemory;

    private static final int TICKS_A_PLAN = 10_000;

    private final LocalmaxProject project;
    private final String name;
    private List<RunPlan> plans;
    private final Consumer<List<IFile>> finished;
    private volatile boolean interrupted;

    /** @param finished told on the UI thread of the run.json of each plan */
    RunJob(LocalmaxProject project, String name, List<RunPlan> plans, Consumer<List<IFile>> finished) {
        super(Texts.name(Texts.running, name));
        this.project = project;
        this.name = name;
        this.plans = plans;
        this.finished = finished;
        setPriority(LONG);
    }

    /** The name of the experiment. */
    public String experiment() {
        return name;
    }

    /** Cancels it so that the next run of the same experiment goes on from there. */
    public void interrupt() {
        interrupted = true;
        cancel();
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
            Path result = result();
            status = run(result, capsules, progress);
            deleteIfEmpty(result);
            open(files(result, capsules), status);
        } catch (CoreException e) {
            return e.getStatus();
        } catch (IOException | DataException e) {
            return Status.error(Texts.name(Texts.resultsFailed, name, e.getMessage()));
        } finally {
            plans = List.of(); // the window remembers jobs longer than there is need for their tokens
        }
        return status;
    }

    /** The result that an interrupted run of the same name left, or a new one. */
    private Path result() throws CoreException, DataException {
        Path free = project.freeResult(name);
        for (int number = 1; !project.result(name, number).equals(free); number++) {
            if (isUnfinished(project.result(name, number))) {
                return project.result(name, number);
            }
        }
        return free;
    }

    private boolean isUnfinished(Path result) throws DataException {
        for (RunPlan plan : plans) {
            if (CapsuleFolder.isUnfinished(capsule(result, plan))) {
                return true;
            }
        }
        return false;
    }

    private Path capsule(Path result, RunPlan plan) {
        return plans.size() == 1 ? result : result.resolve(plan.rule());
    }

    private IStatus run(Path result, List<Path> capsules, SubMonitor progress) {
        for (RunPlan plan : plans) {
            Path capsule = capsule(result, plan);
            try (RunProgress listener = new RunProgress(plan, progress.split(TICKS_A_PLAN), TICKS_A_PLAN)) {
                if (!Runner.isComplete(plan, capsule)) {
                    run(plan, capsule, listener);
                }
                capsules.add(capsule);
            } catch (CancellationException _) {
                return interrupted ? Status.CANCEL_STATUS : dropped(capsule);
            } catch (DataException | InvalidInputException | IllegalArgumentException e) {
                return failure(plan, e.getMessage());
            } catch (OutOfMemoryError _) {
                return failure(plan, NO_MEMORY);
            }
        }
        return Status.OK_STATUS;
    }

    /** Goes on where an interrupted run left off, but begins anew if that was another experiment by the same name. */
    private static void run(RunPlan plan, Path capsule, RunProgress listener)
            throws DataException, InvalidInputException {
        RunOptions options = Settings.runOptions().with(CHECKPOINTS);
        boolean isUnfinished = CapsuleFolder.isUnfinished(capsule);
        try {
            Runner.run(plan, capsule, options.resuming(true), listener);
        } catch (DataException e) {
            if (!isUnfinished || listener.hasStepped()) {
                throw e;
            }
            drop(capsule);
            Runner.run(plan, capsule, options, listener);
        }
    }

    private IStatus dropped(Path capsule) {
        try {
            drop(capsule);
            return Status.CANCEL_STATUS;
        } catch (DataException e) {
            return Status.error(e.getMessage());
        }
    }

    /** Deletes what an unfinished run has left. */
    private static void drop(Path capsule) throws DataException {
        CapsuleFolder.stage(capsule, true).close();
    }

    /** Without the exception, whose trace nobody at the window can use; the log has it. */
    private IStatus failure(RunPlan plan, String reason) {
        return Status.error(Texts.name(Texts.runBroke, name, plan.rule(), reason));
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
