package org.localmax.batch;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
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

    /** @param isDry whether to tell only what would be run */
    ExitCode carryOut(Path file, Experiment experiment, Path output, boolean isDry)
            throws DataException, InvalidInputException {
        PrintWriter out = command.getOut();
        try {
            Sweeps sweeps = Sweeps.of(experiment, file.toAbsolutePath().getParent());
            if (isDry) {
                out.println(experiment.getName() + ": at most " + sweeps.mostRuns() + " runs over " + sweeps + " into " + output);
                out.flush();
                return ExitCode.DONE;
            }
            return carryOut(sweeps, output);
        } catch (InvalidInputException e) {
            throw e.in(file.toString());
        }
    }

    private ExitCode carryOut(Sweeps sweeps, Path output) throws DataException, InvalidInputException {
        try (Interruption interruption = Interruption.watch(() -> kept(output), SECONDS_TO_FINISH)) {
            CancellationCheck wanted = CancellationCheck.of(interruption::isRequested);
            SweepFolder folder = folder(sweeps, output, wanted);
            long failed = run(folder, interruption);
            Optional<PhasePlane> plane = PhasePlane.of(folder);
            if (plane.isPresent() && isWhole(folder, wanted)) {
                Optional<SweepFolder> level = plane.get().next(wanted);
                while (level.isPresent()) {
                    failed += run(level.get(), interruption);
                    level = isWhole(level.get(), wanted) ? plane.get().next(wanted) : Optional.empty();
                }
                command.getOut().println("  cells    " + plane.get().write(wanted));
                command.getOut().flush();
            }
            return failed == 0 ? ExitCode.DONE : ExitCode.SOME_FAILED;
        }
    }

    /** Runs the shard of a folder and tells of it; how many of its runs failed. */
    private long run(SweepFolder folder, Interruption interruption) throws DataException, InvalidInputException {
        SweepTally tally;
        long runs = Math.max(1, folder.runs() / shard.count());
        try (SweepProgress progress = new SweepProgress(command.getErr(), runs, interruption)) {
            tally = SweepRunner.run(folder, shard, options.threads(), progress);
        }
        if (!tally.isComplete()) {
            throw new CancellationException("the sweep was cancelled");
        }
        tell(folder, tally, interruption);
        return tally.failed();
    }

    private boolean isWhole(SweepFolder folder, CancellationCheck wanted) throws DataException {
        return shard.equals(Shard.ALL) || SweepResults.missing(folder, wanted).isEmpty();
    }

    /** The folder of the sweep: a new one, or the one that shards share and resumed sweeps go on in. */
    private SweepFolder folder(Sweeps sweeps, Path output, CancellationCheck wanted)
            throws DataException, InvalidInputException {
        boolean mayBeThere = options.isResumed() || !shard.equals(Shard.ALL);
        if (mayBeThere && SweepFolder.isSweep(output)) {
            return opened(sweeps, output);
        }
        try {
            return SweepFolder.create(sweeps, output, wanted);
        } catch (DataException e) {
            if (mayBeThere && SweepFolder.isSweep(output)) { // another shard was faster
                return opened(sweeps, output);
            }
            throw SweepFolder.isSweep(output)
                    ? DataException.at(output, "holds a sweep; expected --resume to go on with it, or a new folder")
                    : e;
        }
    }

    private static SweepFolder opened(Sweeps sweeps, Path output) throws DataException {
        SweepFolder folder = SweepFolder.open(output);
        folder.requirePlanOf(sweeps);
        return folder;
    }

    private void tell(SweepFolder folder, SweepTally tally, Interruption interruption) throws DataException {
        PrintWriter out = command.getOut();
        out.println(folder.name() + (shard.equals(Shard.ALL) ? "" : ", shard " + shard));
        out.println("  runs     " + tally.runs() + (tally.found() > 0 ? ", of which " + tally.found() + " were there" : "")
                + (tally.failed() > 0 ? ", of which " + tally.failed() + " failed: see the columns status and error" : ""));
        CancellationCheck wanted = CancellationCheck.of(interruption::isCancelled);
        int missing = shard.equals(Shard.ALL) ? 0 : SweepResults.missing(folder, wanted).size();
        out.println("  results  "
                + (missing == 0
                        ? SweepResults.merge(folder, wanted).toString()
                        : missing + " of " + folder.parts() + " parts are missing: run the other shards, then localmax merge "
                                + folder.folder()));
        out.flush();
    }

    private static String kept(Path output) {
        return Files.isDirectory(output)
                ? "the runs that are finished are kept; the same command with --resume goes on"
                : "nothing was written";
    }
}
