package org.localmax.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.openjdk.jmh.runner.RunnerException;

/** The verb {@code bench} of the repository's {@code localmax}. */
public final class Bench {

    private static final int FAILED = 1;
    private static final int USAGE = 2;

    private Bench() {}

    /** The property {@code localmax.benchmarks} names the folder of this module. */
    public static void main(String[] arguments) throws IOException, RunnerException {
        System.exit(run(arguments));
    }

    private static int run(String... arguments) throws IOException, RunnerException {
        Path folder = Path.of(System.getProperty("localmax.benchmarks", ""));
        BenchOptions options;
        try {
            options = BenchOptions.parse(folder, arguments);
        } catch (IllegalArgumentException e) {
            System.err.println("localmax bench: " + e.getMessage());
            return USAGE;
        }
        Progress progress = System.err::println;
        switch (options.mode()) {
            case HELP -> System.out.print(BenchOptions.USAGE);
            case STEPS -> StepBenchmarks.run(options, System.out, progress);
            case PEERS -> {
                return compare(options, progress);
            }
            case CHECK -> {
                return new RateCheck(options, progress).run(System.out) ? 0 : FAILED;
            }
        }
        return 0;
    }

    private static int compare(BenchOptions options, Progress progress) throws IOException {
        Path scratch = Files.createTempDirectory("localmax-bench");
        try {
            new Comparison(options, System.out, progress).write(scratch);
            progress.say("Written to " + options.output());
            return 0;
        } catch (PeerException e) {
            System.err.println("localmax bench: " + e.getMessage());
            return FAILED;
        } finally {
            delete(scratch);
        }
    }

    /** Deletes a folder with all that is in it. */
    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
