package org.localmax.experiments.sweeps;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.localmax.data.DataException;
import org.localmax.data.ResultFile;
import org.localmax.data.ShellWord;

/**
 * A sweep as an array of Slurm: each task runs a shard in the folder, which all share. A minute before its time is over a task is asked to
 * end, finishes the runs under way and is queued again. As many tasks as shards may run at once, none, or some: all come to the same.
 *
 * @param launcher the program that runs a shard
 * @param shards how many tasks there are
 * @param threads of each
 * @param time the limit of each as Slurm reads it
 * @param partition where they run; empty for Slurm's default
 */
public record SlurmJob(Path launcher, int shards, int threads, String time, Optional<String> partition) {

    /** The script of the array. */
    public static final String SCRIPT = "slurm.sh";

    /** The script of the job that puts the results together. */
    public static final String MERGE = "slurm-merge.sh";

    /** Where the tasks tell how they go. */
    public static final String LOGS = "logs";

    /** The most tasks of an array by Slurm's default (MaxArraySize). */
    public static final int MOST_SHARDS = 1000;

    private static final double SECONDS_A_SHARD = 900;

    private static final String MINUTES = "[0-9]+";
    private static final String CLOCK = "([0-9]+-)?[0-9]+(:[0-9]+){0,2}";

    /** @throws IllegalArgumentException with a message for the user */
    public SlurmJob {
        if (shards < 1) {
            throw new IllegalArgumentException("there are " + shards + " shards; expected at least 1");
        }
        if (!time.matches(MINUTES) && !time.matches(CLOCK)) {
            throw new IllegalArgumentException("the time is '" + time
                    + "'; expected minutes, hours:minutes:seconds or days-hours:minutes:seconds");
        }
        partition.ifPresent(name -> {
            if (!name.matches("[A-Za-z0-9_.,-]+")) {
                throw new IllegalArgumentException("the partition is '" + name + "'; expected a name");
            }
        });
    }

    /** How many shards make each last about a quarter of an hour, by the seconds that all runs take on one task. */
    public static int shards(double seconds, long runs) {
        return (int) Math.clamp(Math.ceil(seconds / SECONDS_A_SHARD), 1, Math.min(runs, MOST_SHARDS));
    }

    /** A limit with room for a shard of so many seconds. */
    public static String time(double seconds) {
        long hours = Math.max(1, (long) Math.ceil(2 * seconds / 3600));
        return hours + ":00:00";
    }

    /**
     * Writes both scripts, and makes the folder of the logs.
     *
     * @throws DataException if they cannot be written
     */
    public void write(SweepFolder sweep) throws DataException {
        Path folder = sweep.folder().toAbsolutePath().normalize();
        try {
            Files.createDirectories(folder.resolve(LOGS));
        } catch (IOException e) {
            throw DataException.of(folder.resolve(LOGS), e);
        }
        write(folder.resolve(SCRIPT), array(sweep.name(), folder));
        write(folder.resolve(MERGE), merge(sweep.name(), folder));
    }

    private static void write(Path file, List<String> lines) throws DataException {
        try (ResultFile result = ResultFile.stage(file, true)) {
            Files.write(result.path(), lines);
            Files.setPosixFilePermissions(result.path(), PosixFilePermissions.fromString("rwxr-xr-x"));
            result.publish();
        } catch (IOException e) {
            throw DataException.of(file, e);
        }
    }

    private List<String> array(String name, Path folder) {
        return """
                #!/bin/bash
                #SBATCH --job-name=%s
                #SBATCH --array=1-%d
                #SBATCH --ntasks=1
                #SBATCH --cpus-per-task=%d
                #SBATCH --time=%s
                %s#SBATCH --chdir=%s
                #SBATCH --output=logs/%%A_%%a.log
                #SBATCH --open-mode=append
                #SBATCH --requeue
                #SBATCH --signal=B:USR1@60
                # A shard of the sweep in this folder. Each task may run again at any time: what is there stays, what is missing is run.
                asked=
                trap 'asked=yes; kill -TERM "$run" 2> /dev/null' USR1 TERM
                %s run %s --shard "$SLURM_ARRAY_TASK_ID/%d" --threads %d &
                run=$!
                while :; do
                    asked=
                    wait "$run"
                    code=$?
                    [ "$asked" ] || break # else a signal ended the wait and not the run
                done
                # 5: asked to end before all was done
                if [ "$code" = 5 ] && scontrol requeue "$SLURM_JOB_ID"; then
                    echo "queued again"
                fi
                exit "$code"
                """.formatted(
                plain(name),
                shards,
                threads,
                time,
                partition.map("#SBATCH --partition=%s\n"::formatted).orElse(""),
                directive(folder),
                ShellWord.of(launcher),
                ShellWord.of(folder),
                shards,
                threads).lines().toList();
    }

    private List<String> merge(String name, Path folder) {
        return """
                #!/bin/bash
                #SBATCH --job-name=%s-merge
                #SBATCH --ntasks=1
                #SBATCH --time=1:00:00
                %s#SBATCH --chdir=%s
                #SBATCH --output=logs/merge_%%j.log
                # Puts the results of all shards together; tells which are missing if any is.
                exec %s merge %s
                """.formatted(
                plain(name),
                partition.map("#SBATCH --partition=%s\n"::formatted).orElse(""),
                directive(folder),
                ShellWord.of(launcher),
                ShellWord.of(folder)).lines().toList();
    }

    private static String plain(String name) {
        return name.replaceAll("[^A-Za-z0-9_.-]", "-");
    }

    /** A path as one word of a line for sbatch. */
    private static String directive(Path path) {
        return "\"" + path.toString().replaceAll("([\"\\\\])", "\\\\$1") + "\"";
    }
}
