package org.localmax.batch;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.localmax.analysis.monitors.Verdict;
import org.localmax.data.DataException;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.experiments.CheckOptions;
import org.localmax.experiments.Counterexample;
import org.localmax.experiments.FrameCheck;
import org.localmax.experiments.InvalidInputException;
import org.localmax.experiments.RecordedRun;
import org.localmax.experiments.Recording;
import org.localmax.experiments.RunOptions;
import org.localmax.experiments.TheoryCheck;
import org.localmax.experiments.TheoryReport;
import org.localmax.model.ExperimentFormatException;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code localmax check}: the monitors of the theory over experiments, or over a trajectory made elsewhere. */
@Command(
        name = "check",
        customSynopsis = {
            "localmax check [--eps=E] [--frames=N] [--json] [--output=DIR [--force]]",
            "               [--lyapunov] [--neighbours=STEPS] [--threads=N] EXPERIMENT...|CAPSULE...",
            "   or: localmax check [as above] --trajectory=FILE --rule=RULE",
            "               (--alpha=A | --gamma=G | as in simulate) [--interaction=FILE]",
            "               [--query=FILE --key=FILE] [--tie-tolerance=E]",
            "               [--tolerance=E]"
        },
        description =
                "Watch the statements of the theory at every step of experiments, of what capsules have recorded, or of a"
                        + " trajectory made elsewhere:"
                        + " each holds, is violated (with the first step and the size), is undecided, or does not apply,"
                        + " and why. With --output, a statement that is violated leaves a counterexample, and where fractions"
                        + " can tell a program for Python that proves it. Exit code 6 if a statement is violated.")
final class CheckCommand implements Callable<Integer> {

    @ArgGroup(exclusive = true)
    private Checked checked;

    /** What is checked. */
    static final class Checked {

        @Parameters(
                arity = "1..*",
                paramLabel = "EXPERIMENT|CAPSULE",
                description = "Experiment files (*.localmax), or folders with a run.json that has every step recorded.")
        private List<Path> files;

        @ArgGroup(exclusive = false)
        private GivenTrajectory trajectory;
    }

    @Option(
            names = "--eps",
            paramLabel = "E",
            description = "The radius of the balls in which quiescent sets are looked for (L1). Default: the theory's"
                    + " delta/(2 + 2 alpha).")
    private Double radius;

    @Option(
            names = "--lyapunov",
            description =
                    "Watch the adjoint function and list the other Lyapunov functions (L5) also for more than 200 tokens, up to"
                            + " 2000, or in long runs: up to about a minute a run.")
    private boolean isLyapunovAsked;

    @Option(
            names = "--output",
            paramLabel = "DIR",
            description =
                    "Write limits.csv, lyapunov.csv, monitors.json, under an oracle cells.csv or energy.csv, and counterexamples"
                            + " into this folder; into a folder for each run in it when there are several.")
    private Path output;

    @Option(
            names = "--neighbours",
            paramLabel = "STEPS",
            description =
                    "Write neighbours.csv, too: who attends to whom, a row an edge, at every:K steps, log-spaced ones"
                            + " (log), or the first and last (last). Up to 5 million edges.")
    private String neighbours;

    @Option(names = "--force", description = "Replace results that are already there.")
    private boolean force;

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

    private final JsonArray reports = new JsonArray();
    private boolean isRed;
    private boolean hasViolation;

    @Override
    public Integer call() throws ExperimentFormatException, InvalidInputException, DataException {
        if (checked == null) {
            throw new UsageException(
                    "there is nothing to check; expected experiments, capsules, or --trajectory and --rule");
        }
        if (radius != null && !(radius > 0 && radius < Double.POSITIVE_INFINITY)) {
            throw new UsageException("--eps is " + radius + "; expected a number greater than 0");
        }
        if (frames < 0) {
            throw new UsageException("--frames is " + frames + "; expected at least 0");
        }
        if (frames > 0 && checked.trajectory != null) {
            throw new UsageException("--frames runs experiments again; expected no --trajectory");
        }
        if (neighbours != null && output == null) {
            throw new UsageException("--neighbours is written into a folder; expected --output");
        }
        RunOptions how = new RunOptions(threads.count(), force);
        if (checked.trajectory != null) {
            checkTrajectory(how);
        } else if (checked.files.stream().anyMatch(Files::isDirectory)) {
            checkCapsules(how);
        } else {
            checkExperiments(how);
        }
        if (json) {
            print(new GsonBuilder().setPrettyPrinting().create().toJson(reports));
        }
        if (hasViolation && output == null) {
            PrintWriter messages = command.commandLine().getErr();
            messages.println(
                    "With --output DIR the counterexample is written: an experiment that ends with the step that violates"
                            + " the statement, and where fractions can tell a program that proves it.");
            messages.flush();
        }
        return (isRed ? ExitCode.DIFFERS : ExitCode.DONE).code();
    }

    private void checkTrajectory(RunOptions how) throws DataException, InvalidInputException {
        if (output != null) {
            TheoryReport.requirePlace(output, force);
        }
        try (Interruption interruption = Interruption.watch(() -> "nothing was written")) {
            List<Progress> shown = new ArrayList<>();
            TheoryCheck.Report report;
            try {
                report = checked.trajectory.check(how, chosen(), plan -> {
                    shown.add(new Progress(command.commandLine().getErr(), plan, interruption));
                    return shown.getLast();
                });
            } finally {
                shown.forEach(Progress::close);
            }
            tell(report, output, CancellationCheck.NONE);
        }
    }

    private void checkExperiments(RunOptions how)
            throws ExperimentFormatException, InvalidInputException, DataException {
        List<Runs.Job> jobs = RunCommand.jobs(checked.files, name -> output == null ? Path.of(name) : output);
        if (output != null) {
            for (Runs.Job job : jobs) {
                TheoryReport.requirePlace(job.folder(), force);
            }
        }
        AtomicInteger done = new AtomicInteger();
        try (Interruption interruption = Interruption.watch(() -> done + " of " + jobs.size() + " runs were checked")) {
            for (Runs.Job job : jobs) {
                interruption.check();
                try (Progress progress = new Progress(command.commandLine().getErr(), job.plan(), interruption)) {
                    TheoryCheck.Report report = TheoryCheck.check(job.plan(), how, chosen(), progress);
                    if (frames > 0) {
                        report = report.with(FrameCheck.check(job.plan(), frames, how, progress));
                    }
                    tell(report, job.folder(), CancellationCheck.of(progress::isCancelled));
                }
                done.incrementAndGet();
            }
        }
    }

    private void checkCapsules(RunOptions how) throws InvalidInputException, DataException {
        List<Path> capsules = checked.files;
        if (!capsules.stream().allMatch(Files::isDirectory)) {
            throw new UsageException(capsules + " are experiments and capsules; expected either");
        }
        AtomicInteger done = new AtomicInteger();
        try (Interruption interruption =
                Interruption.watch(() -> done + " of " + capsules.size() + " capsules were checked")) {
            for (Path capsule : capsules) {
                interruption.check();
                checkCapsule(capsule, how, interruption);
                done.incrementAndGet();
            }
        }
    }

    private void checkCapsule(Path capsule, RunOptions how, Interruption interruption)
            throws InvalidInputException, DataException {
        try (RecordedRun run = RecordedRun.open(capsule);
                Progress progress = new Progress(command.commandLine().getErr(), run.plan(), interruption)) {
            Path folder = output;
            if (output != null && checked.files.size() > 1) {
                folder = output.resolve(capsule.toAbsolutePath().normalize().getFileName());
            }
            if (folder != null) {
                TheoryReport.requirePlace(folder, force);
            }
            TheoryCheck.Report report = TheoryCheck.check(run, how, chosen(), progress);
            if (frames > 0) {
                report = report.with(FrameCheck.check(run.plan(), frames, how, progress));
            }
            tell(report, folder, CancellationCheck.of(progress::isCancelled));
        }
    }

    private CheckOptions chosen() throws DataException, InvalidInputException {
        Optional<Recording> steps = neighbours == null
                ? Optional.empty()
                : Optional.of(Reading.of("--neighbours", () -> Recording.parse(neighbours)));
        return new CheckOptions(
                radius == null ? OptionalDouble.empty() : OptionalDouble.of(radius), isLyapunovAsked, steps);
    }

    private void tell(TheoryCheck.Report report, Path folder, CancellationCheck wanted) throws DataException {
        isRed |= report.isRed();
        hasViolation |= report.findings().stream().anyMatch(finding -> finding.verdict() == Verdict.VIOLATED);
        if (json) {
            reports.add(TheoryReport.json(report));
        } else {
            print(TheoryReport.text(report));
        }
        if (output != null) {
            PrintWriter messages = command.commandLine().getErr();
            for (Counterexample found : TheoryReport.write(report, folder, force, wanted)) {
                messages.println(found.said());
            }
            report.neighbours()
                    .filter(edges -> edges.untold().length > 0)
                    .ifPresent(edges -> messages.println("neighbours.csv: " + edges.untold().length
                            + " steps are left out, at which doubles find other neighbours than the run over fractions;"
                            + " monitors.json names them"));
            messages.flush();
        }
    }

    private void print(String text) {
        PrintWriter out = command.commandLine().getOut();
        out.println(text);
        out.flush();
    }
}
