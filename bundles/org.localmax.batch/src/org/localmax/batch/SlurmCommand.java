package org.localmax.batch;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.localmax.data.DataException;
import org.localmax.data.ShellWord;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.experiments.InvalidInputException;
import org.localmax.experiments.sweeps.SlurmJob;
import org.localmax.experiments.sweeps.SweepFolder;
import org.localmax.experiments.sweeps.SweepPilot;
import org.localmax.experiments.sweeps.Sweeps;
import org.localmax.model.Experiment;
import org.localmax.model.ExperimentFiles;
import org.localmax.model.ExperimentFormatException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code localmax slurm}: makes the folder of a sweep and the scripts that run it as an array of Slurm. */
@Command(
        name = "slurm",
        description =
                "Make the folder of a sweep and a script that runs it in shards by Slurm (sbatch). Some runs are timed,"
                        + " so that a shard takes 5 to 30 minutes.")
final class SlurmCommand implements Callable<Integer> {

    @Parameters(paramLabel = "EXPERIMENT", description = "An experiment file with a sweep (*.localmax).")
    private Path file;

    @Option(
            names = "--output",
            required = true,
            paramLabel = "DIR",
            description = "Folder of the sweep, which all nodes share; a new one, or that of this sweep.")
    private Path output;

    @Option(names = "--partition", paramLabel = "P", description = "Where the shards run. Default: Slurm's.")
    private String partition;

    @Option(
            names = "--time",
            paramLabel = "T",
            description = "How long a shard may run before it is queued again: minutes, [days-]hours:minutes:seconds."
                    + " Default: an hour, or twice what it is expected to take.")
    private String time;

    @Option(names = "--shards", paramLabel = "N", description = "Number of shards. Default: by the time of some runs.")
    private Integer shards;

    @Option(
            names = "--threads",
            paramLabel = "C",
            defaultValue = "1",
            description = "Threads, hence processors, of a shard. Default: ${DEFAULT-VALUE}.")
    private int threads;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() throws DataException, InvalidInputException, ExperimentFormatException {
        if (shards != null && shards < 1) {
            throw new UsageException("--shards is " + shards + "; expected at least 1");
        }
        if (threads < 1) {
            throw new UsageException("--threads is " + threads + "; expected at least 1");
        }
        Experiment experiment = ExperimentFiles.load(file);
        if (!Sweeps.has(experiment)) {
            throw new InvalidInputException(file + ": has no sweep; expected an experiment with one");
        }
        try (Interruption interruption = Interruption.watch(() -> "nothing is queued")) {
            write(Sweeps.of(experiment, file.toAbsolutePath().getParent()), interruption);
            return ExitCode.DONE.code();
        } catch (InvalidInputException e) {
            throw e.in(file.toString());
        }
    }

    private void write(Sweeps sweeps, Interruption interruption) throws DataException, InvalidInputException {
        job(1, "1"); // what is wrong with it is told first
        SweepPilot pilot = SweepPilot.of(sweeps, threads, new Interruptible(interruption));
        double seconds = pilot.seconds(sweeps.mostRuns());
        int count = shards != null ? shards : SlurmJob.shards(seconds, sweeps.mostRuns());
        SweepFolder folder = SweepFolder.share(
                sweeps, output, Math.multiplyExact(count, threads), CancellationCheck.of(interruption::isRequested));
        SlurmJob job = job(count, time != null ? time : SlurmJob.time(seconds / count));
        job.write(folder);
        tell(folder, pilot, job, sweeps.refinements());
    }

    private SlurmJob job(int count, String limit) {
        try {
            return new SlurmJob(
                    launcher(), count, threads, time != null ? time : limit, Optional.ofNullable(partition));
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
    }

    /** The program that this is part of. */
    private static Path launcher() {
        // as the launcher has written it: a path behind the scheme, nothing escaped
        Path launcher = Path.of(System.getProperty("osgi.install.area").replaceFirst("^file:", ""), "localmax");
        if (!Files.isExecutable(launcher)) {
            throw new IllegalStateException(launcher + " is no program");
        }
        return launcher.toAbsolutePath().normalize();
    }

    private void tell(SweepFolder folder, SweepPilot pilot, SlurmJob job, int levels) {
        PrintWriter out = command.commandLine().getOut();
        Path place = folder.folder().toAbsolutePath().normalize();
        out.println(folder.name());
        out.println("  runs     " + folder.runs()
                + ", about %.3g s each (%d timed)".formatted(pilot.secondsARun(), pilot.runs()));
        out.println("  shards   " + job.shards() + " of about "
                + SweepProgress.inWords((long) Math.ceil(pilot.seconds(folder.runs()) / job.shards())) + " on "
                + job.threads()
                + (job.threads() == 1 ? " thread" : " threads") + ", of at most " + job.time() + " at a time");
        out.println("  submit   job=$(sbatch --parsable " + ShellWord.of(place.resolve(SlurmJob.SCRIPT)) + ")");
        out.println(
                "  merge    sbatch --dependency=afterany:${job%%;*} " + ShellWord.of(place.resolve(SlurmJob.MERGE)));
        out.println("  look     localmax status " + ShellWord.of(place) + "; " + place.resolve(SlurmJob.LOGS));
        if (levels > 0) {
            out.println("  refine   when the merge is done, submit both again: once for each of at most " + levels
                    + " levels");
        }
        if (job.shards() > SlurmJob.MOST_SHARDS) {
            out.println("  note     " + job.shards()
                    + " shards are more than Slurm takes unless its MaxArraySize is raised");
        }
        out.flush();
    }
}
