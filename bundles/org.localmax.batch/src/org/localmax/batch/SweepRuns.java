package org.localmax.batch;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.localmax.data.DataException;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.experiments.InvalidInputException;
import org.localmax.experiments.sweeps.PhasePlane;
import org.localmax.experiments.sweeps.Shard;
import org.localmax.experiments.sweeps.SweepFolder;
import org.localmax.experiments.sweeps.SweepResults;
import org.localmax.experiments.sweeps.SweepRunner;
import org.localmax.experiments.sweeps.SweepTally;
import org.localmax.experiments.sweeps.Sweeps;
import org.localmax.model.Experiment;
import picocli.CommandLine;

/** Carries out a sweep, or a shard of one, and puts its results together when all are there. */
final class SweepRuns {

    /** How long the runs under way may go on after the process is asked to end. */
    private static final int SECONDS_TO_FINISH = 30;

    private final CommandLine command;
    private final OutputOptions options;
    private final Shard shard;

    SweepRuns(CommandLine command, OutputOptions options, Shard shard) {
        this.command = command;
        this.options = options;
        this.shard = shard;
    }

    /** Where the folder of a sweep comes from. */
    private interface Source {
        SweepFolder folder(CancellationCheck wanted) throws DataException, InvalidInputException;
    }

    /**
     * Runs the sweep of an experiment.
     *
     * @param isDry whether to tell only what would be run
     */
    ExitCode carryOut(Path file, Experiment experiment, Path output, boolean isDry)
            throws DataException, InvalidInputException {
        try {
            Sweeps sweeps = Sweeps.of(experiment, file.toAbsolutePath().getParent());
            if (isDry) {
                say(experiment.getName() + ": at most " + sweeps.mostRuns() + " runs over " + sweeps + " into "
                        + output);
                return ExitCode.DONE;
            }
            return carryOut(output, wanted -> folder(sweeps, output, wanted));
        } catch (InvalidInputException e) {
            throw e.in(file.toString());
        }
    }

    /** Runs what is missing in the folder of a sweep. */
    ExitCode goOn(Path path, boolean isDry) throws DataException, InvalidInputException {
        if (isDry) {
            SweepFolder folder = SweepFolder.open(path);
            say(folder.name() + ": " + SweepRunner.runs(folder, shard) + " runs in " + path
                    + ", of which those that are there are left out");
            return ExitCode.DONE;
        }
        return carryOut(path, _ -> SweepFolder.open(path));
    }

    private ExitCode carryOut(Path output, Source source) throws DataException, InvalidInputException {
        try (Interruption interruption = Interruption.watch(() -> kept(output), SECONDS_TO_FINISH)) {
            CancellationCheck wanted = CancellationCheck.of(interruption::isRequested);
            SweepFolder folder = source.folder(wanted);
            List<SweepReport> reports = new ArrayList<>(List.of(run(folder, interruption)));
            Optional<PhasePlane> plane = PhasePlane.of(folder);
            Optional<Path> cells = Optional.empty();
            if (plane.isPresent() && isWhole(folder, wanted)) {
                Optional<SweepFolder> level = plane.get().next(wanted);
                while (level.isPresent()) {
                    reports.add(run(level.get(), interruption));
                    level = isWhole(level.get(), wanted) ? plane.get().next(wanted) : Optional.empty();
                }
                cells = Optional.of(plane.get().write(wanted));
            }
            say(options.isJson() ? SweepReport.json(reports, cells) : SweepReport.text(reports, cells));
            return reports.stream().allMatch(report -> report.tally().failed() == 0)
                    ? ExitCode.DONE
                    : ExitCode.SOME_FAILED;
        }
    }

    /** Runs the shard of a folder; puts all together when all is there. */
    private SweepReport run(SweepFolder folder, Interruption interruption) throws DataException, InvalidInputException {
        SweepTally tally;
        long runs = Math.max(1, SweepRunner.runs(folder, shard));
        try (SweepProgress progress = new SweepProgress(command.getErr(), runs, interruption)) {
            tally = SweepRunner.run(folder, shard, options.threads(), progress);
        }
        if (!tally.isComplete()) {
            throw new CancellationException("the sweep was cancelled");
        }
        CancellationCheck wanted = CancellationCheck.of(interruption::isCancelled);
        int missing = shard.equals(Shard.ALL)
                ? 0
                : SweepResults.missing(folder, wanted).size();
        Optional<Path> table = missing == 0 ? Optional.of(SweepResults.merge(folder, wanted)) : Optional.empty();
        return new SweepReport(folder, shard, tally, missing, table);
    }

    private boolean isWhole(SweepFolder folder, CancellationCheck wanted) throws DataException {
        return shard.equals(Shard.ALL) || SweepResults.missing(folder, wanted).isEmpty();
    }

    /** The folder of the sweep: a new one, or the one that shards share and resumed sweeps go on in. */
    private SweepFolder folder(Sweeps sweeps, Path output, CancellationCheck wanted)
            throws DataException, InvalidInputException {
        if (options.isResumed() || !shard.equals(Shard.ALL)) {
            return SweepFolder.share(sweeps, output, shard.count(), wanted);
        }
        if (SweepFolder.isSweep(output)) {
            throw DataException.at(output, "holds a sweep; expected --resume to go on with it, or a new folder");
        }
        return SweepFolder.create(sweeps, output, wanted);
    }

    private void say(String text) {
        PrintWriter out = command.getOut();
        out.println(text);
        out.flush();
    }

    private static String kept(Path output) {
        return SweepFolder.isSweep(output)
                ? "the runs that are finished are kept; the same command with --resume goes on"
                : "nothing was written";
    }
}
