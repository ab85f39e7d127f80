package org.localmax.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** How long a sweep of a million runs takes to begin with the first of them. */
final class StartSection implements Section {

    private static final String NAME = "start of a sweep of 1000000 runs, s";
    private static final int SEEDS = 10_000;
    private static final Target SECONDS = Target.atMost(5, 10);
    private static final int MOST_ROUNDS = 3;
    private static final long MILLIS_A_LOOK = 20;

    private final Path scratch;
    private final Rounds rounds;
    private final Progress progress;

    StartSection(Path scratch, Rounds rounds, Progress progress) {
        this.scratch = scratch;
        this.rounds = rounds.ofPrograms().atMost(MOST_ROUNDS);
        this.progress = progress;
    }

    @Override
    public String title() {
        return "The start of a large sweep";
    }

    @Override
    public String explanation() {
        return "Seconds from the start of `localmax run` to its first run, the same sweep with 10,000 seeds: by then the plan of all"
                + " runs is written, with a seed and a hash for each, and checked against its checksum.";
    }

    @Override
    public MarkdownTable measure(Selection selection) {
        MarkdownTable table = new MarkdownTable("what", "measured", "goal", "floor", "reached");
        if (selection.includes(NAME)) {
            progress.say(NAME);
            Sample seconds = seconds();
            table.add(
                    NAME,
                    seconds.toString(),
                    Figures.of(SECONDS.goal()),
                    Figures.of(SECONDS.floor()),
                    SECONDS.reachedBy(seconds.median()));
        }
        return table;
    }

    private Sample seconds() {
        Path folder = scratch.resolve("starts");
        try {
            Files.createDirectory(folder);
            SweptProduct product = new SweptProduct(folder, SEEDS);
            Contender start = () -> begin(product);
            start.milliseconds(); // builds the product
            return rounds.measure(List.of(start)).getFirst().times(1e-3);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The milliseconds to the first run; then it is stopped, and what it wrote is deleted. */
    private static double begin(SweptProduct product) {
        try {
            long start = System.nanoTime();
            Process process = product.start();
            Path parts = product.latest().resolve("parts");
            while (!holdsAny(parts)) {
                if (!process.isAlive()) {
                    throw product.failure();
                }
                Thread.sleep(MILLIS_A_LOOK);
            }
            double milliseconds = (System.nanoTime() - start) / 1e6;
            process.destroyForcibly().waitFor();
            product.clear();
            return milliseconds;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PeerException("the wait for localmax run was interrupted");
        }
    }

    private static boolean holdsAny(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isPresent();
        }
    }
}
