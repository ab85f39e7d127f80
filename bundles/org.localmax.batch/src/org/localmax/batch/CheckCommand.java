package org.localmax.batch;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.localmax.experiments.FrameCheck;
import org.localmax.experiments.InvalidInputException;
import org.localmax.experiments.RunOptions;
import org.localmax.experiments.RunPlan;
import org.localmax.experiments.TheoryCheck;
import org.localmax.experiments.TheoryReport;
import org.localmax.model.ExperimentFormatException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code localmax check}: runs experiments while the monitors of the theory look at every step. */
@Command(
        name = "check",
        description =
                "Run experiments and watch the statements of the theory at every step: each holds, is violated (with"
                        + " the first step and the size), is undecided, or does not apply, and why. Nothing is written."
                        + " Exit code 6 if a statement is violated.")
final class CheckCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "EXPERIMENT", description = "Experiment files (*.localmax).")
    private List<Path> files;

    @Option(names = "--json", description = "Print the findings as JSON.")
    private boolean json;

    @Option(
            names = "--frames",
            paramLabel = "N",
            description =
                    "Run each again in N rotated and renumbered frames, and compare where the tokens end: N + 1 runs more. Exit"
                            + " code 6 if the limit depends on the frame.")
    private int frames;

    @Mixin
    private OutputOptions.ThreadsOption threads;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() throws ExperimentFormatException, InvalidInputException {
        List<RunPlan> plans = new ArrayList<>();
        for (Path file : files) {
            plans.addAll(RunCommand.plans(file));
        }
        RunOptions how = new RunOptions(threads.count(), false);
        AtomicInteger checked = new AtomicInteger();
        List<TheoryCheck.Report> reports = new ArrayList<>();
        List<FrameCheck.Report> inFrames = new ArrayList<>();
        if (frames < 0) {
            throw new UsageException("--frames is " + frames + "; expected at least 0");
        }
        try (Interruption interruption =
                Interruption.watch(() -> checked + " of " + plans.size() + " runs were checked")) {
            for (RunPlan plan : plans) {
                interruption.check();
                try (Progress progress = new Progress(command.commandLine().getErr(), plan, interruption)) {
                    reports.add(TheoryCheck.check(plan, how, progress));
                    if (frames > 0) {
                        inFrames.add(FrameCheck.check(plan, frames, how, progress));
                    }
                }
                checked.incrementAndGet();
            }
        }
        print(reports, inFrames);
        boolean isRed = reports.stream().anyMatch(TheoryCheck.Report::isRed)
                || inFrames.stream().anyMatch(FrameCheck.Report::isRed);
        return (isRed ? ExitCode.DIFFERS : ExitCode.DONE).code();
    }

    /** @param inFrames one a report, or none */
    private void print(List<TheoryCheck.Report> reports, List<FrameCheck.Report> inFrames) {
        PrintWriter out = command.commandLine().getOut();
        if (json) {
            JsonArray array = new JsonArray();
            reports.forEach(report -> array.add(TheoryReport.json(report)));
            for (int r = 0; r < inFrames.size(); r++) {
                array.get(r).getAsJsonObject().add("frames", TheoryReport.json(inFrames.get(r)));
            }
            out.println(new GsonBuilder().setPrettyPrinting().create().toJson(array));
        } else {
            for (int r = 0; r < reports.size(); r++) {
                out.println(TheoryReport.text(reports.get(r)));
                if (r < inFrames.size()) {
                    out.println(TheoryReport.text(inFrames.get(r)));
                }
            }
        }
        out.flush();
    }
}
