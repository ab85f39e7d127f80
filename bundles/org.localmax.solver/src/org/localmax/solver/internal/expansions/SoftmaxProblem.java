package org.localmax.solver.internal.expansions;

/**
 * The means of a softmax step that are wanted: for each query q the mean of the keys x_j with the weights w_j exp(beta
 * &lt;q, x_j&gt;).
 *
 * @param beta at least 0: for a negative one the queries have the opposite sign
 * @param exponentScale beta log2(e), rounded
 * @param largestNorm R = max_j |x_j|
 * @param error what a mean may be wrong by, in units of R; at most {@link #LARGEST_ERROR}
 */
record SoftmaxProblem(
        KeyBlocks keys, Receivers receivers, double beta, double exponentScale, double largestNorm, double error) {

    /** Errors that may add up to more are asked to be this small, so that their products stay small beside them. */
    static final double LARGEST_ERROR = 1.0 / 16;
}
