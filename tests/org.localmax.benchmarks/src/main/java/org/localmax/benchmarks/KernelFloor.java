package org.localmax.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.localmax.solver.Algorithm;

/**
 * The rate that a kernel must not fall below.
 *
 * @param step a step that spends its time in the kernel
 * @param algorithm the algorithm that has the kernel
 * @param rate n^2 d over the time of the step on one thread, in units of what {@link FmaChain} does in this time
 */
record KernelFloor(StepCase step, Algorithm algorithm, double rate) {

    /** All that are committed. */
    static List<KernelFloor> all() {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(KernelFloor.class.getResourceAsStream("floors.txt"), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(KernelFloor::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a line such as {@code dense 12.5 hardmax n=10000 d=64}. */
    static KernelFloor parse(String line) {
        String[] words = line.strip().split("\\s+", 3);
        if (words.length < 3) {
            throw new IllegalArgumentException(
                    "cannot read the floor \"" + line + "\"; expected an algorithm, a rate and a step");
        }
        Algorithm algorithm = Algorithm.valueOf(words[0].toUpperCase(Locale.ROOT));
        return new KernelFloor(StepCase.parse(words[2]), algorithm, Double.parseDouble(words[1]));
    }

    /** The step with its tokens. */
    Problem problem() {
        Problem problem = Problem.of(step);
        return algorithm == Algorithm.CERTIFIED ? problem.certified() : problem;
    }

    /** The name of the kernel: where it works. */
    String kernel() {
        return algorithm.text() + " " + step;
    }
}
