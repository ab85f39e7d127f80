package org.localmax.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.localmax.dynamics.AttentionRule.Localmax;
import org.localmax.dynamics.AttentionRule.Scale;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.Schedule;
import org.localmax.dynamics.State;
import org.localmax.dynamics.StepSize;
import org.localmax.dynamics.TiePolicy;
import org.localmax.dynamics.Tokens;
import org.localmax.solver.QuietRun;

/** The steps of many small runs by the solver alone, on all cores, a run a thread. */
final class OwnRuns implements Contender {

    static final int N = 50;
    static final int STEPS = 100;
    private static final int D = 2;

    private final double[] deltas;
    private final double[] starts;
    private final double[] ends;

    /** @param values delta of each run, then the tokens of all */
    OwnRuns(double[] values) {
        int runs = values.length / (1 + N * D);
        deltas = Arrays.copyOf(values, runs);
        starts = Arrays.copyOfRange(values, runs, values.length);
        ends = new double[starts.length];
    }

    int count() {
        return deltas.length;
    }

    /** The tokens of all runs after their last steps. */
    double[] ends() {
        return ends;
    }

    @Override
    public double milliseconds() {
        int threads = Runtime.getRuntime().availableProcessors();
        long start = System.nanoTime();
        AtomicInteger next = new AtomicInteger();
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> workers = new ArrayList<>();
            for (int k = 0; k < threads; k++) {
                workers.add(pool.submit(() -> {
                    for (int run = next.getAndIncrement(); run < deltas.length; run = next.getAndIncrement()) {
                        carryOut(run);
                    }
                }));
            }
            for (Future<?> worker : workers) {
                worker.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
        return (System.nanoTime() - start) / 1e6;
    }

    private void carryOut(int run) {
        Dynamics dynamics = new Dynamics(
                new Localmax(Schedule.constant(deltas[run]), Scale.NORMALIZED),
                Interaction.identity(D),
                StepSize.alpha(1),
                TiePolicy.DEFAULT);
        int from = run * N * D;
        double[] rows = Arrays.copyOfRange(starts, from, from + N * D);
        QuietRun steps = QuietRun.of(dynamics, State.initial(Tokens.ofRows(N, D, rows)));
        for (int t = 0; t < STEPS; t++) {
            steps.advance();
        }
        System.arraycopy(steps.state().tokens().rows(), 0, ends, from, N * D);
    }
}
