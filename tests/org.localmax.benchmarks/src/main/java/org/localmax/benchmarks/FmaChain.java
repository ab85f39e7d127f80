package org.localmax.benchmarks;

import java.util.stream.IntStream;
import org.localmax.solver.Steppers;

/**
 * What rates of kernels are measured against: multiplications and additions of which each waits for the one before, on all
 * processors at once. No compiler can make them faster nor easily slower: they tell the clock of the processors (four
 * cycles each on those of today) and how much of them is ours at the moment.
 */
final class FmaChain implements Contender {

    private static final int LENGTH = 5_000_000;

    private final int threads = Steppers.availableThreads();
    private volatile double kept;

    /** The number of multiplications with an addition that are made at a time. */
    double products() {
        return (double) threads * LENGTH;
    }

    @Override
    public double milliseconds() {
        long began = System.nanoTime();
        kept = IntStream.range(0, threads)
                .parallel()
                .mapToDouble(FmaChain::chain)
                .sum();
        return (System.nanoTime() - began) / 1e6;
    }

    private static double chain(int start) {
        double value = start;
        for (int k = 0; k < LENGTH; k++) {
            value = Math.fma(value, 0.999, 1e-3);
        }
        return value;
    }
}
