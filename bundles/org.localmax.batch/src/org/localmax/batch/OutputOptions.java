package org.localmax.batch;

import java.nio.file.Path;
import org.localmax.experiments.RunOptions;
import org.localmax.solver.Steppers;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where results go and how a run is carried out: what {@code run} and {@code simulate} have in common. */
final class OutputOptions {

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

    @Mixin
    private ThreadsOption threads;

    Path folder(String name) {
        return output == null ? Path.of("results", name) : output;
    }

    boolean isJson() {
        return json;
    }

    RunOptions runOptions() {
        return new RunOptions(threads.count(), force);
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
