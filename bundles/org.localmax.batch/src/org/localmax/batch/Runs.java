package org.localmax.batch;

import com.google.gson.GsonBuilder;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.localmax.data.DataException;
import org.localmax.experiments.RunPlan;
import org.localmax.experiments.RunReport;
import org.localmax.experiments.RunSummary;
import org.localmax.experiments.Runner;

/** Carries out plans one after the other and tells about each. */
final class Runs {

    private final PrintWriter out;
    private final PrintWriter messages;
    private final OutputOptions options;

    Runs(PrintWriter out, PrintWriter messages, OutputOptions options) {
        this.out = out;
        this.messages = messages;
        this.options = options;
    }

    /** Runs a plan into a capsule and prints its summary. */
    void run(RunPlan plan, Path folder) throws DataException {
        int n = plan.tokens().count();
        int d = plan.tokens().dimension();
        if (plan.recording().isThinned(plan.steps(), n, d)) {
            long records = plan.recordedSteps().count();
            messages.println("Recording " + records + " log-spaced steps of " + (plan.steps() + 1L)
                    + ", since all of them would take more than 256 MB; --record every:1 records them all.");
            messages.flush();
        }
        try (Progress progress = new Progress(messages, plan)) {
            RunSummary summary = Runner.run(plan, folder, options.runOptions(), progress);
            progress.close();
            out.println(
                    options.isJson()
                            ? new GsonBuilder().setPrettyPrinting().create().toJson(RunReport.json(summary, folder))
                            : RunReport.text(summary, folder));
            out.flush();
        }
    }
}
