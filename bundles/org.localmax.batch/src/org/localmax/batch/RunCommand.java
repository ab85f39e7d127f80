package org.localmax.batch;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.localmax.batch.Runs.Job;
import org.localmax.experiments.InvalidInputException;
import org.localmax.experiments.Planner;
import org.localmax.experiments.RunPlan;
import org.localmax.experiments.sweeps.Shard;
import org.localmax.experiments.sweeps.SweepFolder;
import org.localmax.experiments.sweeps.Sweeps;
import org.localmax.model.Experiment;
import org.localmax.model.ExperimentFiles;
import org.localmax.model.ExperimentFormatException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code localmax run}: runs experiments into capsules. */
@Command(
        name = "run",
        description = "Run experiments: each rule of each experiment gives a capsule (run.json, trajectory.npz,"
                + " observables.csv, final.csv); a sweep gives a folder of its own with results.csv.gz.")
final class RunCommand implements Callable<Integer> {

    @Parameters(
            arity = "1..*",
            paramLabel = "EXPERIMENT",
            description = "Experiment files (*.localmax), or the folder of a sweep, to run what is missing of it.")
    private List<Path> files;

    @Option(
            names = "--shard",
            paramLabel = "k/N",
            description = "Of a sweep: run the k-th of N shares alone. The folder may be shared with the other shares.")
    private String shard;

    @Option(names = "--dry-run", description = "Tell what would be run, and run nothing.")
    private boolean isDry;

    @Mixin
    private OutputOptions output;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() throws Exception {
        SweepRuns sweeps = new SweepRuns(command.commandLine(), output, shard());
        if (files.stream().anyMatch(SweepFolder::isSweep)) {
            return sweeps.goOn(folder(), isDry).code();
        }
        Optional<Path> sweep = sweep();
        if (sweep.isPresent()) {
            Experiment experiment = ExperimentFiles.load(sweep.get());
            return sweeps.carryOut(sweep.get(), experiment, output.folder(experiment.getName()), isDry)
                    .code();
        }
        if (shard != null) {
            throw new UsageException("--shard is for experiments with a sweep; " + files.getFirst() + " has none");
        }
        if (isDry) {
            jobs(files, output::folder)
                    .forEach(job -> command.commandLine()
                            .getOut()
                            .println(job.plan().name() + ": " + job.plan().steps() + " steps of "
                                    + job.plan().tokens() + " into " + job.folder()));
            return ExitCode.DONE.code();
        }
        Runs runs = new Runs(command.commandLine(), output, "record=\"every:1\" in the experiment");
        return runs.carryOut(jobs(files, output::folder)).code();
    }

    /** The folder of a sweep; it is run alone. */
    private Path folder() {
        if (files.size() > 1) {
            throw new UsageException("one of " + files + " is the folder of a sweep; expected it alone");
        }
        if (output.isFolderGiven()) {
            throw new UsageException(
                    "--output is for experiments; the results of " + files.getFirst() + " go into that folder itself");
        }
        return files.getFirst();
    }

    /** The experiment with a sweep, if there is one; it is run alone. */
    private Optional<Path> sweep() throws ExperimentFormatException {
        for (Path file : files) {
            if (Sweeps.has(ExperimentFiles.load(file))) {
                if (files.size() > 1) {
                    throw new UsageException(
                            file + " has a sweep; expected it alone, since its folder is one of its own");
                }
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    private Shard shard() {
        try {
            return shard == null ? Shard.ALL : Shard.parse(shard);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--shard: " + e.getMessage());
        }
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
        return plans(file, ExperimentFiles.load(file));
    }

    /** The same of an experiment whose sweep is left out, which is said. */
    static List<RunPlan> plansWithoutSweep(Path file, PrintWriter messages)
            throws ExperimentFormatException, InvalidInputException {
        Experiment experiment = ExperimentFiles.load(file);
        List<RunPlan> plans = plans(file, experiment);
        if (experiment.getSweep() != null) {
            messages.println("localmax: " + file
                    + ": its sweep is left out; its rules are taken with the parameters that it has by itself");
            messages.flush();
        }
        return plans;
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
