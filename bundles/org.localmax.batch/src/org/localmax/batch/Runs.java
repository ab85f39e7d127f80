package org.localmax.batch;

import com.google.gson.GsonBuilder;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.localmax.data.CapsuleFolder;
import org.localmax.data.DataException;
import org.localmax.experiments.InvalidInputException;
import org.localmax.experiments.RunMemory;
import org.localmax.experiments.RunOptions;
import org.localmax.experiments.RunPlan;
import org.localmax.experiments.RunReport;
import org.localmax.experiments.RunSummary;
import org.localmax.experiments.Runner;
import picocli.CommandLine;

/** Carries out plans one after the other and tells about each. */
final class Runs {

    private final CommandLine command;
    private final OutputOptions options;
    private final String recordAll;
    private final AtomicInteger complete = new AtomicInteger();
    /** Whether a run was cancelled with a checkpoint. */
    private volatile boolean canGoOn;

    /** @param recordAll what the user writes to record every step */
    Runs(CommandLine command, OutputOptions options, String recordAll) {
        this.command = command;
        this.options = options;
        this.recordAll = recordAll;
    }

    /** A plan and the folder that its capsule goes to. */
    record Job(RunPlan plan, Path folder) {}

    /** Carries out all, even if some fail; a single one fails as it does. */
    ExitCode carryOut(List<Job> jobs) throws DataException, InvalidInputException {
        RunOptions how = options.runOptions();
        checkAlgorithm(jobs, how);
        try (Interruption interruption = Interruption.watch(() -> kept(jobs.size()))) {
            List<Job> remaining = unfinished(jobs, how);
            for (Job job : remaining) {
                // what cannot be done is known before the first run
                RunMemory.require(job.plan(), how);
                stage(job.folder(), how).close();
            }
            Set<ExitCode> failures = EnumSet.noneOf(ExitCode.class);
            for (Job job : remaining) {
                interruption.check();
                try {
                    run(job, how, interruption);
                    complete.incrementAndGet();
                } catch (CancellationException e) {
                    canGoOn = CapsuleFolder.isUnfinished(job.folder());
                    throw e;
                } catch (DataException | InvalidInputException | RuntimeException | OutOfMemoryError e) {
                    if (jobs.size() == 1) {
                        throw e;
                    }
                    failures.add(Failures.execution(e, command));
                }
            }
            return ended(failures);
        }
    }

    private static void checkAlgorithm(List<Job> jobs, RunOptions how) {
        how.algorithm().ifPresent(algorithm -> {
            for (Job job : jobs) {
                try {
                    job.plan().requireAlgorithm(algorithm);
                } catch (IllegalArgumentException e) {
                    throw new UsageException("--algorithm: " + job.plan().rule() + ": " + e.getMessage());
                }
            }
        });
    }

    /** The jobs that are to be done: when runs are resumed, those that are complete are not. */
    private List<Job> unfinished(List<Job> jobs, RunOptions how) {
        List<Job> remaining = new ArrayList<>();
        for (Job job : jobs) {
            if (how.resume() && Runner.isComplete(job.plan(), job.folder())) {
                complete.incrementAndGet();
                command.getErr().println(job.folder() + ": is complete");
                command.getErr().flush();
            } else {
                remaining.add(job);
            }
        }
        return remaining;
    }

    private static CapsuleFolder stage(Path folder, RunOptions how) throws DataException {
        return how.resume() ? CapsuleFolder.resume(folder, how.force()) : CapsuleFolder.stage(folder, how.force());
    }

    private String kept(int all) {
        int ready = complete.get();
        String finished = ready + " of " + all + " runs " + (ready == 1 ? "is" : "are") + " complete";
        if (canGoOn) {
            return (all == 1 ? "" : finished + "; ") + "the same command with --resume goes on from where it was";
        }
        return ready == 0 ? "nothing was written" : finished;
    }

    private static ExitCode ended(Set<ExitCode> failures) {
        if (failures.isEmpty()) {
            return ExitCode.DONE;
        }
        return failures.contains(ExitCode.INTERNAL_ERROR) ? ExitCode.INTERNAL_ERROR : ExitCode.SOME_FAILED;
    }

    /** Runs a plan into a capsule and prints its summary. */
    private void run(Job job, RunOptions how, Interruption interruption) throws DataException, InvalidInputException {
        PrintWriter out = command.getOut();
        PrintWriter messages = command.getErr();
        RunPlan plan = job.plan();
        int n = plan.tokens().count();
        int d = plan.tokens().dimension();
        if (plan.recording().isThinned(plan.steps(), n, d)) {
            long records = plan.recordedSteps().count();
            messages.println("Recording " + records + " log-spaced steps of " + (plan.steps() + 1L)
                    + ", since all of them would take more than 256 MB; " + recordAll + " records them all.");
            messages.flush();
        }
        RunSummary summary;
        try (Progress progress = new Progress(messages, plan, interruption)) {
            summary = Runner.run(plan, job.folder(), how, progress);
        }
        out.println(
                options.isJson()
                        ? new GsonBuilder().setPrettyPrinting().create().toJson(RunReport.json(summary, job.folder()))
                        : RunReport.text(summary, job.folder()));
        out.flush();
    }
}
