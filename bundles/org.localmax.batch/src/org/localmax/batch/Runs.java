package org.localmax.batch;

import com.google.gson.GsonBuilder;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.localmax.data.CapsuleFolder;
import org.localmax.data.DataException;
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

    /** @param recordAll what the user writes to record every step */
    Runs(CommandLine command, OutputOptions options, String recordAll) {
        this.command = command;
        this.options = options;
        this.recordAll = recordAll;
    }

    /** A plan and the folder that its capsule goes to. */
    record Job(RunPlan plan, Path folder) {}

    /** Carries out all, even if some fail; a single one fails as it does. */
    ExitCode carryOut(List<Job> jobs) throws DataException {
        RunOptions how = options.runOptions();
        AtomicInteger complete = new AtomicInteger();
        try (Interruption interruption = Interruption.watch(() -> kept(complete.get(), jobs.size()))) {
            for (Job job : jobs) {
                // what cannot be written is known before the first run
                CapsuleFolder.stage(job.folder(), how.force()).close();
            }
            Set<ExitCode> failures = EnumSet.noneOf(ExitCode.class);
            for (Job job : jobs) {
                interruption.check();
                try {
                    run(job, how, interruption);
                    complete.incrementAndGet();
                } catch (CancellationException e) {
                    throw e;
                } catch (DataException | RuntimeException | OutOfMemoryError e) {
                    if (jobs.size() == 1) {
                        throw e;
                    }
                    failures.add(Failures.execution(e, command));
                }
            }
            return ended(failures);
        }
    }

    private static String kept(int complete, int all) {
        return complete == 0
                ? "nothing was written"
                : complete + " of " + all + " runs " + (complete == 1 ? "is" : "are") + " complete";
    }

    private static ExitCode ended(Set<ExitCode> failures) {
        if (failures.isEmpty()) {
            return ExitCode.DONE;
        }
        return failures.contains(ExitCode.INTERNAL_ERROR) ? ExitCode.INTERNAL_ERROR : ExitCode.SOME_FAILED;
    }

    /** Runs a plan into a capsule and prints its summary. */
    private void run(Job job, RunOptions how, Interruption interruption) throws DataException {
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
