package org.localmax.solver.internal.sets;

/**
 * Scores of one query with all tokens, and where a strip cuts them. Scores are {@link org.localmax.dynamics.Vectors#dot}, bit
 * for bit. Tokens are told by bits, 64 in a number.
 */
interface SetKernel {

    /** The kernel for this machine. */
    static SetKernel of(boolean vectors) {
        return vectors ? new VectorSetKernel() : new ScalarSetKernel();
    }

    /**
     * Writes the score of each place of the columns.
     *
     * @return the greatest
     */
    double scores(TokenColumns tokens, double[] query, double[] scores);

    /** The greatest size of the numbers from one to before another, a multiple of four of them. */
    double greatestSize(double[] values, int from, int to);

    /**
     * Tells the tokens whose scores are at least so great, and those whose scores are within some distance of the threshold. The
     * bits of places behind the last token mean nothing.
     *
     * @return the least distance of a score from the threshold
     */
    double cut(double[] scores, double threshold, double least, double within, long[] members, long[] near);

    /**
     * The greatest score of each of {@link FourRows#ROWS} queries.
     *
     * @param queries coordinate by coordinate, one of each query
     */
    void greatest(TokenColumns tokens, double[] queries, double[] best);

    /**
     * Tells for each of four queries the tokens whose scores are at least its threshold.
     *
     * @param members word by word, one of each query
     * @param margins the least distance of a score from the threshold
     */
    void cut(TokenColumns tokens, double[] queries, double[] thresholds, long[] members, double[] margins);
}
