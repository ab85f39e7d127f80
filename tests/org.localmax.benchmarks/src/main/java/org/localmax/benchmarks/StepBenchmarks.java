package org.localmax.benchmarks;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.localmax.solver.Algorithm;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Every step by every algorithm that can take it, in JVMs of their own, with the rate at which pairs of tokens are dealt
 * with. Whole steps are also the measurements of the kernels: hardmax by the dense algorithm is scores and maxima (in the
 * plane, planar maxima), softmax in the plane is mostly exp2.
 */
final class StepBenchmarks {

    private static final List<StepCase> STEPS = List.of(
            StepCase.hardmax(1000, 2),
            StepCase.hardmax(10_000, 2),
            StepCase.hardmax(10_000, 16),
            StepCase.hardmax(10_000, 64),
            StepCase.hardmax(10_000, 256),
            StepCase.hardmax(100_000, 2),
            StepCase.hardmax(100_000, 3),
            StepCase.localmax(0.01, 10_000, 2),
            StepCase.localmax(0.01, 10_000, 64),
            StepCase.localmax(0.01, 100_000, 2),
            StepCase.localmax(0.01, 100_000, 3),
            StepCase.localmax(0.25, 10_000, 2),
            StepCase.localmax(0.25, 10_000, 64),
            StepCase.localmax(0.25, 100_000, 2),
            StepCase.softmax(1, 1000, 2),
            StepCase.softmax(1, 10_000, 2),
            StepCase.softmax(1, 10_000, 16),
            StepCase.softmax(0.125, 10_000, 64),
            StepCase.softmax(0.125, 10_000, 256));

    /** The definition is timed where it takes less than a second. */
    private static final double SLOWLY = 1e9;

    private StepBenchmarks() {}

    /** Runs what is selected, by the words of the step and the algorithm. */
    static void run(BenchOptions options, PrintStream out, Progress progress) throws RunnerException {
        MarkdownTable table =
                new MarkdownTable("step", "algorithm", "ms", "error (99.9 %)", "pairs / ns", "2 n^2 d, GF/s");
        for (StepCase step : STEPS) {
            for (String algorithm : algorithms(step, options, progress)) {
                for (RunResult result : measure(step, algorithm, options)) {
                    Result<?> time = result.getPrimaryResult();
                    double nanoseconds = time.getScore() * 1e6;
                    table.add(
                            step.toString(),
                            algorithm,
                            Figures.of(time.getScore()),
                            Figures.of(time.getScoreError()),
                            Figures.of(step.pairs() / nanoseconds),
                            Figures.of(2 * step.products() / nanoseconds));
                }
            }
        }
        out.print(table);
    }

    private static List<String> algorithms(StepCase step, BenchOptions options, Progress progress) {
        List<String> names = new ArrayList<>();
        OwnAlgorithms own = new OwnAlgorithms(progress);
        for (Algorithm algorithm : Algorithm.values()) {
            boolean slow = algorithm == Algorithm.DEFINITION && step.products() > SLOWLY;
            if (!slow
                    && OwnAlgorithms.suits(algorithm, step)
                    && options.selection().includes(step + " " + algorithm.text())
                    && own.isThere(step, algorithm)) {
                names.add(algorithm.text());
            }
        }
        return names;
    }

    private static Collection<RunResult> measure(StepCase step, String algorithm, BenchOptions options)
            throws RunnerException {
        Options run = new OptionsBuilder()
                .include(StepBenchmark.class.getName())
                .param("step", step.toString())
                .param("algorithm", algorithm)
                .forks(1)
                .warmupTime(TimeValue.seconds(1))
                .warmupIterations(options.quick() ? 2 : 3)
                .measurementTime(TimeValue.seconds(1))
                .measurementIterations(options.quick() ? 3 : 7)
                .build();
        return new Runner(run).run();
    }
}
