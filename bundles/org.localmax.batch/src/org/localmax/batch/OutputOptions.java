package org.localmax.batch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.localmax.experiments.Checkpoints;
import org.localmax.experiments.RunOptions;
import org.localmax.solver.Algorithm;
import org.localmax.solver.Steppers;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where results go and how a run is carried out: what {@code run} and {@code simulate} have in common. */
final class OutputOptions {

    private static final long MOST_SECONDS = 1_000_000_000;

    @Option(
            names = "--output",
            paramLabel = "DIR",
            description = "Folder of the capsule; a folder for each run in it when there are several."
                    + " Default: results/NAME.")
    private Path output;

    @Option(names = "--force", description = "Replace a capsule that is already there.")
    private boolean force;

    @Option(names = "--json", description = "Print the summary as JSON.")
    private boolean json;

    @Option(
            names = "--resume",
            description = "Go on with a run that was cancelled or killed, from its last checkpoint; leave out runs that"
                    + " are complete. The result is the same bytes.")
    private boolean resume;

    @Option(
            names = "--checkpoint",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "Time between checkpoints; 0 for none. Default: ${DEFAULT-VALUE}.")
    private double checkpoint;

    @Option(
            names = "--algorithm",
            paramLabel = "NAME",
            description = "How steps are computed: definition, dense, filtered, tree, sweep or certified;"
                    + " runs in exact arithmetic: exact."
                    + " Default: the one expected to be the fastest.")
    private String algorithm;

    @Mixin
    private ThreadsOption threads;

    Path folder(String name) {
        return output == null ? Path.of("results", name) : output;
    }

    boolean isFolderGiven() {
        return output != null;
    }

    boolean isJson() {
        return json;
    }

    boolean isResumed() {
        return resume;
    }

    int threads() {
        return threads.count();
    }

    RunOptions runOptions() {
        return new RunOptions(threads.count(), force)
                .with(algorithm())
                .with(Checkpoints.every(interval()))
                .resuming(resume);
    }

    private Optional<Algorithm> algorithm() {
        try {
            return Optional.ofNullable(algorithm).map(Algorithm::parse);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--algorithm: " + e.getMessage());
        }
    }

    private Duration interval() {
        if (!(checkpoint >= 0 && checkpoint <= MOST_SECONDS)) {
            throw new UsageException("--checkpoint is " + checkpoint + "; expected seconds in 0.." + MOST_SECONDS);
        }
        return Duration.ofNanos((long) (checkpoint * 1e9));
    }

    /** {@code --threads}. */
    static final class ThreadsOption {

        /** The most that a {@link java.util.concurrent.ForkJoinPool} takes. */
        private static final int MOST = 32_767;

        @Option(
                names = "--threads",
                paramLabel = "N",
                description = "Number of threads; the result does not depend on it. Default: all processors.")
        private Integer threads;

        int count() {
            if (threads != null && (threads < 1 || threads > MOST)) {
                throw new UsageException("--threads is " + threads + "; expected 1.." + MOST);
            }
            return threads == null ? Steppers.availableThreads() : threads;
        }
    }
}
