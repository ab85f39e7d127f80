package org.localmax.dynamics;

import java.util.concurrent.atomic.DoubleAccumulator;
import java.util.concurrent.atomic.LongAccumulator;

/**
 * Gathers the rows of a step, and moves each token, x_i' = x_i + gamma (m_i - x_i) or as the {@link Movement} says. Rows may come in any order and from
 * several threads, each exactly once; the tokens move when all are there.
 */
public final class StepBuilder {

    private final State before;
    private final double gamma;
    private final Movement movement;
    private final double largestNorm;
    private final int n;
    private final int d;
    /** The means, row by row, and then the tokens one step later. */
    private final double[] next;

    private final RowNumbers numbers;
    private final int[] ambiguous;
    private final int[] consequential;
    /** The bits of the greatest growth of the error: those of non-negative numbers are ordered alike, and NaN comes last. */
    private final LongAccumulator growth;

    /** Those of all rows, once the step is built. */
    private double[] clearances = {};

    private final DoubleAccumulator smallestMargin = new DoubleAccumulator(Math::min, Double.POSITIVE_INFINITY);

    /**
     * A step without rows.
     *
     * @param attention what the rows are made of
     * @param workers make the arrays side by side, since a large one takes long to be filled with zeros
     */
    public StepBuilder(Attention attention, Workers workers) {
        before = attention.state();
        gamma = attention.gamma();
        movement = attention.dynamics().movement();
        largestNorm = attention.largestNorm();
        growth = new LongAccumulator(Math::max, Double.doubleToLongBits(attention.leastErrorGrowth()));
        n = before.tokens().count();
        d = before.tokens().dimension();
        double[][] rows = new double[1][];
        int[][] decisions = new int[2][];
        workers.forBlocks(1 + decisions.length, array -> {
            if (array == 0) {
                rows[0] = LargeArray.ofDoubles(n * d, workers::requireWanted);
            } else {
                decisions[array - 1] = new int[n];
            }
        });
        next = rows[0];
        ambiguous = decisions[0];
        consequential = decisions[1];
        numbers = new RowNumbers(n, workers);
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
        setClear(i, count, fingerprint, mean, verdict.clearance());
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
     * @param vicinity of the row
     */
    public void setClear(int i, int count, long fingerprint, double[] mean, double vicinity) {
        for (int k = 0, at = i * d; k < d; k++, at++) {
            next[at] = mean[k];
        }
        numbers.set(i, count, fingerprint, vicinity);
    }

    /** Moves the tokens, when every row is there; not to be called again. */
    public Step build(Workers workers) {
        int[][] ofInts = new int[1][];
        long[][] ofLongs = new long[1][];
        double[][] ofDoubles = new double[1][];
        workers.forBlocks(3, array -> {
            switch (array) {
                case 0 -> ofDoubles[0] = new double[n];
                case 1 -> ofLongs[0] = new long[n];
                default -> ofInts[0] = new int[n];
            }
        });
        int[] counts = ofInts[0];
        long[] fingerprints = ofLongs[0];
        clearances = ofDoubles[0];
        DoubleAccumulator residual = new DoubleAccumulator(Math::max, 0);
        DoubleAccumulator leastNorm = new DoubleAccumulator(Math::min, 1);
        before.tokens().forTokens(workers, (from, to) -> {
            numbers.separate(from, to, counts, fingerprints, clearances);
            leastNorm.accumulate(movement.move(before.tokens().rows(), next, d, from, to, gamma));
            residual.accumulate(greatestMove(from, to));
        });
        numbers.giveBack(workers);
        Tokens tokens = Tokens.ofRows(n, d, next, workers);
        double error = movement.errorAfter(before.error(), errorGrowth(), gamma, largestNorm, d, leastNorm.get());
        State after = new State(before.t() + 1, tokens, error);
        return new Step(
                before, after, residual.get(), smallestMargin(), counts, fingerprints, ambiguous, consequential);
    }

    /** The greatest distance that a token of [from, to) moves. */
    private double greatestMove(int from, int to) {
        return Vectors.greatestDistance(before.tokens().rows(), next, d, from, to);
    }

    /** The {@link Verdict#clearance} of each token's row, once the step is built. */
    public double[] clearances() {
        return clearances;
    }

    /** The least margin of the rows so far; infinite if there is none. */
    public double smallestMargin() {
        return smallestMargin.get();
    }

    /** How much the step adds to the state's error. */
    public double errorGrowth() {
        return Double.longBitsToDouble(growth.get());
    }
}
