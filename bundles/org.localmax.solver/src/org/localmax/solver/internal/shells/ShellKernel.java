package org.localmax.solver.internal.shells;

/**
 * What is done with the pairs of a few queries and a tile of {@link ShellKeys}. Scores are {@link
 * org.localmax.dynamics.Vectors#dot}, bit for bit. Four lanes (of places equal modulo 4) are kept apart, side by side in an
 * array: an implementation without vectors keeps the same four.
 */
interface ShellKernel {

    /** The kernel for keys in dimension 2 or 3. */
    static ShellKernel of(int dimension, boolean vectors) {
        if (!vectors) {
            return new ScalarShellKernel();
        }
        return dimension == 2 ? new VectorPlaneKernel() : new VectorSpaceKernel();
    }

    /**
     * The greatest scores of four queries.
     *
     * @param query the first of them
     * @param lanes filled from its start: four lanes a query
     */
    void greatest(ShellKeys keys, int tile, QueryBlock queries, int query, double[] lanes);

    /**
     * Adds up the keys whose scores are above a bound.
     *
     * @return whether there are scores from {@code outside} to {@code inside}
     */
    boolean add(
            ShellKeys keys,
            MemberTerms terms,
            int tile,
            QueryBlock queries,
            int query,
            double outside,
            double inside,
            ShellSums sums);

    /**
     * Finds scores from {@code outside} to {@code inside}.
     *
     * @param found filled from its start: the first place of each four among which there is one
     * @return how many fours were found
     */
    int near(ShellKeys keys, int tile, QueryBlock queries, int query, double outside, double inside, int[] found);

    /**
     * Adds up keys with their weights for two queries.
     *
     * @param second may be the first again
     */
    void weigh(ShellKeys keys, int tile, QueryBlock queries, int first, int second, WeightedSums sums);
}
