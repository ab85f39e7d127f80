package org.localmax.benchmarks;

/**
 * What rates of kernels are measured against: multiplications and additions of which each waits for the one before. No
 * compiler can make them faster nor easily slower: they tell the clock of the processor (four cycles each on those of
 * today).
 */
final class FmaChain implements Contender {

    private static final int LENGTH = 2_000_000;

    private volatile double kept;

    /** The number of multiplications with an addition that are made at a time. */
    double products() {
        return LENGTH;
    }

    @Override
    public double milliseconds() {
        long began = System.nanoTime();
        kept = chain(kept);
        return (System.nanoTime() - began) / 1e6;
    }

    private static double chain(double start) {
        double value = start;
        for (int k = 0; k < LENGTH; k++) {
            value = Math.fma(value, 0.999, 1e-3);
        }
        return value;
    }
}
