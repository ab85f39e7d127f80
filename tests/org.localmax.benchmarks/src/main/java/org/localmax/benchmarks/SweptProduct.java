package org.localmax.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The whole product makes a sweep: a process that starts, plans, runs, and writes all results. */
final class SweptProduct implements Contender {

    /** So many seeds a width are in {@code sweep.localmax}. */
    static final int SEEDS = 1000;

    private static final long MILLIS_A_LOOK = 50;

    private final Path scratch;
    private final Path experiment;
    private int sweeps;
    private double memory;

    /**
     * @param scratch where experiment and results go
     * @param seeds how many runs there are of each of 100 widths
     */
    SweptProduct(Path scratch, int seeds) {
        this.scratch = scratch;
        experiment = scratch.resolve("sweep.localmax");
        try (InputStream source = SweptProduct.class.getResourceAsStream("sweep.localmax")) {
            String text = new String(source.readAllBytes(), StandardCharsets.UTF_8);
            Files.writeString(experiment, text.replace("replicates=\"" + SEEDS + "\"", "replicates=\"" + seeds + "\""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public double milliseconds() {
        try {
            if (sweeps > 0) {
                clear(); // one at a time is kept
            }
            long start = System.nanoTime();
            Process process = start();
            Path status = Path.of("/proc", Long.toString(process.pid()), "status");
            while (!process.waitFor(MILLIS_A_LOOK, TimeUnit.MILLISECONDS)) {
                look(status);
            }
            double milliseconds = (System.nanoTime() - start) / 1e6;
            if (process.exitValue() != 0) {
                throw failure();
            }
            return milliseconds;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PeerException("the wait for localmax run was interrupted");
        }
    }

    /** Starts another sweep. */
    Process start() throws IOException {
        Path launcher = Path.of(System.getProperty("localmax.benchmarks", "")).resolve("../../localmax");
        sweeps++;
        return new ProcessBuilder(launcher.toString(), "run", experiment.toString(), "--output", latest().toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(log().toFile())
                .start();
    }

    private Path log() {
        return scratch.resolve("sweep.log");
    }

    /** What to throw when it failed. */
    PeerException failure() throws IOException {
        return new PeerException("localmax run failed: " + Files.readString(log()));
    }

    private void look(Path status) {
        try {
            memory = Math.max(memory, PeakMemory.resident(Files.readAllLines(status)));
        } catch (IOException | IllegalArgumentException e) {
            // it has just ended
        }
    }

    /** The folder of the latest sweep. */
    Path latest() {
        return scratch.resolve("sweep-" + sweeps);
    }

    /** Deletes the folder of the latest sweep. */
    void clear() throws IOException {
        Bench.delete(latest());
    }

    /** The gigabytes that were resident at most in any of them. */
    double memory() {
        return memory;
    }
}
