package org.localmax.batch;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.localmax.experiments.ExperimentSentence;
import org.localmax.experiments.InvalidInputException;
import org.localmax.experiments.Planner;
import org.localmax.experiments.Problem;
import org.localmax.experiments.sweeps.Sweeps;
import org.localmax.model.Experiment;
import org.localmax.model.ExperimentFiles;
import org.localmax.model.ExperimentFormatException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code localmax validate}: says what is wrong with experiments, or what they do. */
@Command(name = "validate", description = "Check experiments without running them.")
final class ValidateCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "EXPERIMENT", description = "Experiment files (*.localmax).")
    private List<Path> files;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() throws InvalidInputException {
        PrintWriter out = command.commandLine().getOut();
        List<String> messages = new ArrayList<>();
        for (Path file : files) {
            try {
                Experiment experiment = ExperimentFiles.load(file);
                Path folder = file.toAbsolutePath().getParent();
                List<Problem> problems = new ArrayList<>(Planner.problems(experiment, folder));
                if (problems.isEmpty() && Sweeps.has(experiment)) {
                    Sweeps.of(experiment, folder);
                }
                problems.forEach(problem -> messages.add(file + ": " + problem));
                if (problems.isEmpty()) {
                    out.println(file + ": valid. " + ExperimentSentence.of(experiment));
                }
            } catch (ExperimentFormatException e) {
                messages.add(e.getMessage());
            } catch (InvalidInputException e) {
                messages.add(e.in(file.toString()).getMessage());
            }
        }
        out.flush();
        if (!messages.isEmpty()) {
            throw new InvalidInputException(messages);
        }
        return ExitCode.DONE.code();
    }
}
