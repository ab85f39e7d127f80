package org.localmax.batch;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.localmax.data.CapsuleFolder;
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

    /** A plan and the folder that its capsule goes to. */
    private record Job(RunPlan plan, Path folder) {}

    @Override
    public Integer call() throws Exception {
        List<Job> jobs = jobs();
        for (Job job : jobs) {
            // what cannot be written is known before the first run
            CapsuleFolder.stage(job.folder(), output.runOptions().force()).close();
        }
        PrintWriter out = command.commandLine().getOut();
        Runs runs = new Runs(out, command.commandLine().getErr(), output);
        for (Job job : jobs) {
            runs.run(job.plan(), job.folder());
        }
        return ExitCode.DONE.code();
    }

    private List<Job> jobs() throws ExperimentFormatException, InvalidInputException {
        List<Job> jobs = new ArrayList<>();
        Set<Path> folders = new HashSet<>();
        for (Path file : files) {
            Experiment experiment = ExperimentFiles.load(file);
            List<RunPlan> plans = plans(file, experiment);
            Path base = output.folder(files.size() == 1 ? experiment.getName() : ".");
            Path ofExperiment = files.size() == 1 ? base : base.resolve(experiment.getName());
            for (RunPlan plan : plans) {
                Path folder = plans.size() == 1 ? ofExperiment : ofExperiment.resolve(plan.rule());
                if (!folders.add(folder.toAbsolutePath().normalize())) {
                    throw new InvalidInputException(file + ": another experiment named \"" + experiment.getName()
                            + "\" is run into " + folder + "; expected names that differ");
                }
                jobs.add(new Job(plan, folder));
            }
        }
        return jobs;
    }

    private static List<RunPlan> plans(Path file, Experiment experiment) throws InvalidInputException {
        Path folder = file.toAbsolutePath().getParent();
        try {
            return Planner.plan(experiment, folder);
        } catch (InvalidInputException e) {
            throw e.in(file.toString());
        }
    }
}
