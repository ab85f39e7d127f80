package org.localmax.dynamics;

import java.util.concurrent.atomic.DoubleAccumulator;
import java.util.concurrent.atomic.LongAccumulator;

/**
 * Gathers the rows of a step, and moves each token: x_i' = x_i + gamma (m_i - x_i). Rows may come in any order and from
 * several threads, each exactly once.
 */
public final class StepBuilder {

    private final State before;
    private final double gamma;
    private final double[] next;
    private final int[] counts;
    private final long[] fingerprints;
    private final int[] ambiguous;
    private final int[] consequential;
    /** The bits of the greatest growth of the error: those of non-negative numbers are ordered alike, and NaN comes last. */
    private final LongAccumulator growth;

    private final DoubleAccumulator smallestMargin = new DoubleAccumulator(Math::min, Double.POSITIVE_INFINITY);

    /**
     * A step without rows.
     *
     * @param attention what the rows are made of
     * @param wanted asked before each array, since a large one takes long to be filled with zeros
     */
    public StepBuilder(Attention attention, CancellationCheck wanted) {
        before = attention.state();
        gamma = attention.gamma();
        growth = new LongAccumulator(Math::max, Double.doubleToLongBits(attention.leastErrorGrowth()));
        int n = before.tokens().count();
        wanted.check();
        next = new double[n * before.tokens().dimension()];
        wanted.check();
        counts = new int[n];
        ambiguous = new int[n];
        consequential = new int[n];
        wanted.check();
        fingerprints = new long[n];
    }

    /** Sets the row of a receiver. */
    public void set(Row row) {
        double margin = row.margin() > row.vicinity() ? Double.POSITIVE_INFINITY : row.margin();
        set(
                row.receiver(),
                row.neighbours().length,
                row.fingerprint(),
                row.mean(),
                new Verdict(margin, row.ambiguous(), row.consequential(), row.errorGrowth(), Double.NaN));
    }

    /**
     * Sets the row of receiver i from what {@link Row} holds of it, without its neighbours one by one.
     *
     * @param mean m_i, d coordinates from the start of the array
     */
    public void set(int i, int count, long fingerprint, double[] mean, Verdict verdict) {
        setClear(i, count, fingerprint, mean);
        smallestMargin.accumulate(verdict.margin());
        if (verdict.ambiguous() > 0) { // rare, so that rows in any order seldom fetch these from memory
            ambiguous[i] = verdict.ambiguous();
            consequential[i] = verdict.consequential();
        }
        growth.accumulate(Double.doubleToLongBits(verdict.errorGrowth()));
    }

    /**
     * Sets the row of receiver i where nothing is in the vicinity of the threshold.
     *
     * @param mean m_i, d coordinates from the start of the array
     */
    public void setClear(int i, int count, long fingerprint, double[] mean) {
        double[] rows = before.tokens().rows();
        int d = before.tokens().dimension();
        for (int k = 0, at = i * d; k < d; k++, at++) {
            next[at] = gamma == 1 ? mean[k] : rows[at] + gamma * (mean[k] - rows[at]);
        }
        counts[i] = count;
        fingerprints[i] = fingerprint;
    }

    /** The step, when every row is there; workers look at it once more. */
    public Step build(Workers workers) {
        Tokens tokens = Tokens.ofRows(before.tokens().count(), before.tokens().dimension(), next, workers);
        State after = new State(before.t() + 1, tokens, before.error() + errorGrowth());
        return new Step(
                before, after, residual(workers), smallestMargin(), counts, fingerprints, ambiguous, consequential);
    }

    /** The least margin of the rows so far; infinite if there is none. */
    public double smallestMargin() {
        return smallestMargin.get();
    }

    /** How much the step adds to the state's error. */
    public double errorGrowth() {
        return Double.longBitsToDouble(growth.get());
    }

    private double residual(Workers workers) {
        double[] rows = before.tokens().rows();
        int d = before.tokens().dimension();
        DoubleAccumulator greatest = new DoubleAccumulator(Math::max, 0);
        before.tokens().forTokens(workers, (from, to) -> {
            double here = 0;
            for (int at = from * d; at < to * d; at += d) {
                here = Math.max(here, Vectors.distance(rows, at, next, at, d));
            }
            greatest.accumulate(here);
        });
        return greatest.get();
    }
}
