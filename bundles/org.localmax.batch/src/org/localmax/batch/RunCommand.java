package org.localmax.batch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.localmax.batch.Runs.Job;
import org.localmax.experiments.InvalidInputException;
import org.localmax.experiments.Planner;
import org.localmax.experiments.RunPlan;
import org.localmax.model.Experiment;
import org.localmax.model.ExperimentFiles;
import org.localmax.model.ExperimentFormatException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code localmax run}: runs experiments into capsules. */
@Command(
        name = "run",
        description = "Run experiments: each rule of each experiment gives a capsule (run.json, trajectory.npz,"
                + " observables.csv, final.csv).")
final class RunCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "EXPERIMENT", description = "Experiment files (*.localmax).")
    private List<Path> files;

    @Mixin
    private OutputOptions output;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() throws Exception {
        Runs runs = new Runs(command.commandLine(), output, "record=\"every:1\" in the experiment");
        return runs.carryOut(jobs(files, output::folder)).code();
    }

    /**
     * The runs of experiments, each with a folder of its own.
     *
     * @param place the folder of an experiment by its name if it is the only one; of {@code "."} the one that they are in
     */
    static List<Job> jobs(List<Path> files, Function<String, Path> place)
            throws ExperimentFormatException, InvalidInputException {
        List<Job> jobs = new ArrayList<>();
        Map<String, Path> names = new HashMap<>();
        for (Path file : files) {
            List<RunPlan> plans = plans(file);
            String name = plans.getFirst().experiment();
            Path other = names.put(name, file);
            if (other != null) {
                // one may have a folder inside the other's
                throw new InvalidInputException(file + ": the experiment is named \"" + name + "\" as that of " + other
                        + " is; expected names that differ, since each names a folder of results");
            }
            Path folder =
                    files.size() == 1 ? place.apply(name) : place.apply(".").resolve(name);
            for (RunPlan plan : plans) {
                jobs.add(new Job(plan, plans.size() == 1 ? folder : folder.resolve(plan.rule())));
            }
        }
        return jobs;
    }

    /** The plans of an experiment, at least one. */
    static List<RunPlan> plans(Path file) throws ExperimentFormatException, InvalidInputException {
        Experiment experiment = ExperimentFiles.load(file);
        Path folder = file.toAbsolutePath().getParent();
        try {
            return Planner.plan(experiment, folder);
        } catch (InvalidInputException e) {
            throw e.in(file.toString());
        }
    }
}
