package org.localmax.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The whole product makes a sweep: a process that starts, plans, runs, and writes all results. */
final class SweptProduct implements Contender {

    private static final long MILLIS_A_LOOK = 50;

    private final Path scratch;
    private final Path experiment;
    private int sweeps;
    private double memory;

    /** @param scratch where experiment and results go */
    SweptProduct(Path scratch) {
        this.scratch = scratch;
        experiment = scratch.resolve("sweep.localmax");
        try (InputStream source = SweptProduct.class.getResourceAsStream("sweep.localmax")) {
            Files.write(experiment, source.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public double milliseconds() {
        Path launcher = Path.of(System.getProperty("localmax.benchmarks", "")).resolve("../../localmax");
        try {
            long start = System.nanoTime();
            Process process = new ProcessBuilder(
                            launcher.toString(),
                            "run",
                            experiment.toString(),
                            "--output",
                            scratch.resolve("sweep-" + ++sweeps).toString())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(scratch.resolve("sweep.log").toFile())
                    .start();
            Path status = Path.of("/proc", Long.toString(process.pid()), "status");
            while (!process.waitFor(MILLIS_A_LOOK, TimeUnit.MILLISECONDS)) {
                look(status);
            }
            if (process.exitValue() != 0) {
                throw new PeerException("localmax run failed: " + Files.readString(scratch.resolve("sweep.log")));
            }
            return (System.nanoTime() - start) / 1e6;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PeerException("the wait for localmax run was interrupted");
        }
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

    /** The gigabytes that were resident at most in any of them. */
    double memory() {
        return memory;
    }
}
