package org.localmax.solver;

/**
 * How much memory steps take: an upper bound of what is reachable at once, generous but not wasteful; for exact steps, whose
 * fractions grow, as long as these have some thousands of digits. Linear in n and d for every
 * algorithm.
 */
public final class MemoryEstimate {

    /** Two states, the step between them and the keys: coordinates, and the numbers that a token has in a step. */
    private static final Cost ALL_PAIRS = new Cost(48, 120);

    /** The same with boxes and sorted copies of the tokens. */
    private static final Cost BY_PLACE = new Cost(32, 130);

    /** A long fraction: some thousands of digits. */
    private static final long FRACTION = 2_000;

    /** Two states, the step between them and the means, as fractions. */
    private static final Cost FRACTIONS = new Cost(4 * FRACTION, 200);

    /** Score, square and weight of a token in the row that a thread has in hand. */
    private static final long FRACTIONS_A_ROW = 4;

    /** Scores, weights and neighbours of the row that a thread has in hand. */
    private static final long ROW = 32;

    /** Tiles, buffers and stack of a thread. */
    private static final long THREAD = 4L << 20;

    private MemoryEstimate() {}

    /**
     * Bytes for the steps of n tokens in dimension d, n d below 2^31.
     *
     * @param threads the number of threads
     */
    public static long bytes(Algorithm algorithm, int n, int d, int threads) {
        return switch (algorithm) {
            case DEFINITION -> ALL_PAIRS.bytes(n, d) + threads * (THREAD + ROW * n);
            case DENSE, FILTERED -> ALL_PAIRS.bytes(n, d) + threads * THREAD;
            case EXACT -> FRACTIONS.bytes(n, d) + threads * (THREAD + FRACTION * FRACTIONS_A_ROW * n);
            case TREE, SWEEP, CERTIFIED -> BY_PLACE.bytes(n, d) + threads * THREAD;
        };
    }

    /** Bytes a coordinate and bytes a token. */
    private record Cost(long coordinate, long token) {

        long bytes(long n, long d) {
            return n * d * coordinate + n * token;
        }
    }
}
