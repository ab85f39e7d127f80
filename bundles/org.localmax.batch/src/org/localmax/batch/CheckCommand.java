package org.localmax.batch;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.localmax.analysis.monitors.Finding;
import org.localmax.analysis.monitors.Verdict;
import org.localmax.data.DataException;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.experiments.Counterexample;
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
                        + " the first step and the size), is undecided, or does not apply, and why."
                        + " Nothing is written but counterexamples, where they are asked for. Exit code 6 if a statement is violated.")
final class CheckCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "EXPERIMENT", description = "Experiment files (*.localmax).")
    private List<Path> files;

    @Option(names = "--json", description = "Print the findings as JSON.")
    private boolean json;

    @Option(
            names = "--counterexamples",
            paramLabel = "DIR",
            description =
                    "For each statement that is violated, write a folder with an experiment that ends there and, where"
                            + " fractions can tell, a program for Python that proves it.")
    private Path counterexamples;

    @Mixin
    private OutputOptions.ThreadsOption threads;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() throws ExperimentFormatException, InvalidInputException, DataException {
        List<RunPlan> plans = new ArrayList<>();
        for (Path file : files) {
            plans.addAll(RunCommand.plans(file));
        }
        RunOptions how = new RunOptions(threads.count(), false);
        AtomicInteger checked = new AtomicInteger();
        List<TheoryCheck.Report> reports = new ArrayList<>();
        try (Interruption interruption =
                Interruption.watch(() -> checked + " of " + plans.size() + " runs were checked")) {
            for (RunPlan plan : plans) {
                interruption.check();
                try (Progress progress = new Progress(command.commandLine().getErr(), plan, interruption)) {
                    TheoryCheck.Report report = TheoryCheck.check(plan, how, progress);
                    reports.add(report);
                    writeCounterexamples(report, CancellationCheck.of(progress::isCancelled));
                }
                checked.incrementAndGet();
            }
        }
        print(reports);
        boolean isRed = reports.stream().anyMatch(TheoryCheck.Report::isRed);
        return (isRed ? ExitCode.DIFFERS : ExitCode.DONE).code();
    }

    private void writeCounterexamples(TheoryCheck.Report report, CancellationCheck wanted) throws DataException {
        if (counterexamples == null) {
            return;
        }
        PrintWriter messages = command.commandLine().getErr();
        RunPlan plan = report.plan();
        for (Finding finding : report.findings()) {
            if (finding.verdict() == Verdict.VIOLATED) {
                Path folder = counterexamples
                        .resolve(plan.experiment())
                        .resolve(plan.rule())
                        .resolve(finding.statement().id());
                messages.println(folder + ": "
                        + Counterexample.write(plan, finding, folder, wanted).said());
                messages.flush();
            }
        }
    }

    private void print(List<TheoryCheck.Report> reports) {
        PrintWriter out = command.commandLine().getOut();
        if (json) {
            JsonArray array = new JsonArray();
            reports.forEach(report -> array.add(TheoryReport.json(report)));
            out.println(new GsonBuilder().setPrettyPrinting().create().toJson(array));
        } else {
            reports.forEach(report -> out.println(TheoryReport.text(report)));
        }
        out.flush();
    }
}
