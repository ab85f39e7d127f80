package org.localmax.solver;

import java.util.Optional;

/**
 * How steps are computed.
 *
 * @param threads at least 1; no result depends on it
 * @param algorithm which way, or empty for the fastest one
 * @param vectors whether vector instructions may be used; no result depends on it
 */
public record SolverOptions(int threads, Optional<Algorithm> algorithm, boolean vectors) {

    public SolverOptions {
        if (threads < 1) {
            throw new IllegalArgumentException("the number of threads is " + threads + "; expected at least 1");
        }
    }

    /** The fastest way that is exact. */
    public static SolverOptions of(int threads) {
        return new SolverOptions(threads, Optional.empty(), true);
    }

    /** The same by another algorithm. */
    public SolverOptions with(Algorithm other) {
        return new SolverOptions(threads, Optional.of(other), vectors);
    }

    /** The same without vector instructions. */
    public SolverOptions withoutVectors() {
        return new SolverOptions(threads, algorithm, false);
    }
}
