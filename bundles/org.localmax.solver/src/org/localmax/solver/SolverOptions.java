package org.localmax.solver;

import java.util.Optional;

/**
 * How steps are computed.
 *
 * @param threads at least 1; no result depends on it
 * @param algorithm which way, or empty for the fastest one
 * @param softmaxError the error that softmax means may have, in units of the largest norm of a token; 0 for none but
 *     rounding
 * @param vectors whether vector instructions may be used; no result depends on it
 */
public record SolverOptions(int threads, Optional<Algorithm> algorithm, double softmaxError, boolean vectors) {

    public SolverOptions {
        if (threads < 1) {
            throw new IllegalArgumentException("the number of threads is " + threads + "; expected at least 1");
        }
        if (!(softmaxError >= 0 && softmaxError < 1)) {
            throw new IllegalArgumentException(
                    "the error of softmax is " + softmaxError + "; expected a number in [0, 1)");
        }
    }

    /** The fastest way that is exact. */
    public static SolverOptions of(int threads) {
        return new SolverOptions(threads, Optional.empty(), 0, true);
    }

    /** The same by another algorithm. */
    public SolverOptions with(Algorithm other) {
        return new SolverOptions(threads, Optional.of(other), softmaxError, vectors);
    }

    /** The same with another error bound of softmax. */
    public SolverOptions withSoftmaxError(double error) {
        return new SolverOptions(threads, algorithm, error, vectors);
    }

    /** The same without vector instructions. */
    public SolverOptions withoutVectors() {
        return new SolverOptions(threads, algorithm, softmaxError, false);
    }
}
