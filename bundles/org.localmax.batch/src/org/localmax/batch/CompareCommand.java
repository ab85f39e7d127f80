package org.localmax.batch;

import com.google.gson.GsonBuilder;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.localmax.analysis.Digits;
import org.localmax.comparison.PairHistory;
import org.localmax.data.DataException;
import org.localmax.experiments.InvalidInputException;
import org.localmax.experiments.RunOptions;
import org.localmax.experiments.RunPlan;
import org.localmax.experiments.comparisons.ComparedRules;
import org.localmax.experiments.comparisons.ComparisonFolder;
import org.localmax.model.ExperimentFormatException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code localmax compare}: the rules of an experiment side by side, with a report. */
@Command(
        name = "compare",
        description =
                "Run the rules of an experiment in lockstep, from the same tokens: a capsule a rule, tables of how far they"
                        + " are apart, and a report with figures (report.md).")
final class CompareCommand implements Callable<Integer> {

    @Parameters(paramLabel = "EXPERIMENT", description = "An experiment file (*.localmax) with at least two rules.")
    private Path file;

    @Option(
            names = "--output",
            paramLabel = "DIR",
            description = "Folder of the comparison. Default: results/NAME-compared.")
    private Path output;

    @Option(names = "--force", description = "Replace a comparison that is already there.")
    private boolean force;

    @Option(
            names = "--eps",
            paramLabel = "E",
            defaultValue = "0.01",
            description =
                    "Rules are together while no token is farther apart than E times diam X(0). Default: ${DEFAULT-VALUE}.")
    private double eps;

    @Option(
            names = "--window",
            paramLabel = "W",
            defaultValue = "10",
            description = "Look for the strip that imitates softmax best over W steps. Default: ${DEFAULT-VALUE}.")
    private int window;

    @Option(
            names = "--note",
            paramLabel = "TEXT",
            description = "A note about the runs, for each capsule and the report.")
    private String note;

    @Option(names = "--json", description = "Print comparison.json instead of a summary.")
    private boolean json;

    @Mixin
    private OutputOptions.ThreadsOption threads;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() throws DataException, InvalidInputException, ExperimentFormatException {
        List<RunPlan> plans =
                RunCommand.plansWithoutSweep(file, command.commandLine().getErr());
        Path folder = output == null ? Path.of("results", plans.getFirst().experiment() + "-compared") : output;
        ComparisonFolder.Options how = options();
        PrintWriter out = command.commandLine().getOut();
        try (Interruption interruption = Interruption.watch(() -> "nothing was written");
                Progress progress = new Progress(command.commandLine().getErr(), plans.getFirst(), interruption)) {
            ComparedRules compared =
                    ComparisonFolder.write(plans, folder, how, new RunOptions(threads.count(), force), progress);
            if (json) {
                out.println(new GsonBuilder().setPrettyPrinting().create().toJson(compared.json()));
            } else {
                compared.summary().comparison().pairs().forEach(pair -> out.println(told(plans, pair)));
                out.println(folder.resolve(ComparisonFolder.REPORT));
            }
            out.flush();
        }
        return ExitCode.DONE.code();
    }

    private static String told(List<RunPlan> plans, PairHistory pair) {
        return plans.get(pair.first()).rule() + " - " + plans.get(pair.second()).rule() + ": "
                + pair.parting()
                        .map(parting -> "other neighbours from step " + parting.t())
                        .orElse("no other neighbours seen")
                + ", at the end " + Digits.of(pair.last().meanDistance(), 4) + " apart on average";
    }

    private ComparisonFolder.Options options() {
        try {
            return new ComparisonFolder.Options(eps, window, Optional.ofNullable(note));
        } catch (IllegalArgumentException e) {
            throw new UsageException("--eps, --window: " + e.getMessage());
        }
    }
}
