package org.localmax.dynamics;

/**
 * Gathers the rows of a step, and moves each token: x_i' = x_i + gamma (m_i - x_i). Rows may come in any order and from
 * several threads, each exactly once.
 */
public final class StepBuilder {

    private final State before;
    private final double gamma;
    private final double[] next;
    private final int[] counts;
    private final double[] margins;
    private final long[] fingerprints;
    private final int[] ambiguous;
    private final int[] consequential;
    private final double[] growth;

    /** @param gamma the fraction of the way to the mean, in (0, 1] */
    public StepBuilder(State before, double gamma) {
        int n = before.tokens().count();
        this.before = before;
        this.gamma = gamma;
        next = new double[n * before.tokens().dimension()];
        counts = new int[n];
        margins = new double[n];
        fingerprints = new long[n];
        ambiguous = new int[n];
        consequential = new int[n];
        growth = new double[n];
    }

    /** Sets the row of a receiver. */
    public void set(Row row) {
        set(
                row.receiver(),
                row.neighbours().length,
                row.fingerprint(),
                row.mean(),
                row.margin(),
                row.ambiguous(),
                row.consequential(),
                row.errorGrowth());
    }

    /**
     * Sets the row of receiver i from what {@link Row} holds of it, without its neighbours one by one.
     *
     * @param mean m_i, d coordinates from the start of the array
     */
    public void set(
            int i,
            int count,
            long fingerprint,
            double[] mean,
            double margin,
            int ambiguousDecisions,
            int consequentialDecisions,
            double errorGrowth) {
        int d = before.tokens().dimension();
        for (int k = 0; k < d; k++) {
            double x = before.tokens().get(i, k);
            next[i * d + k] = gamma == 1 ? mean[k] : x + gamma * (mean[k] - x);
        }
        counts[i] = count;
        fingerprints[i] = fingerprint;
        margins[i] = margin;
        ambiguous[i] = ambiguousDecisions;
        consequential[i] = consequentialDecisions;
        growth[i] = errorGrowth;
    }

    /** The step, when every row is there. */
    public Step build() {
        double largestGrowth = 0;
        for (double rowGrowth : growth) {
            largestGrowth = Math.max(largestGrowth, rowGrowth);
        }
        Tokens tokens = Tokens.ofRows(before.tokens().count(), before.tokens().dimension(), next);
        State after = new State(before.t() + 1, tokens, before.error() + largestGrowth);
        return new Step(before, after, counts, margins, fingerprints, ambiguous, consequential);
    }
}
