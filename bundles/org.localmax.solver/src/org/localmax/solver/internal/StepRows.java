package org.localmax.solver.internal;

import java.util.concurrent.atomic.LongAdder;
import org.localmax.dynamics.Attention;
import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.Fingerprint;
import org.localmax.dynamics.Points;
import org.localmax.dynamics.Row;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.StepBuilder;
import org.localmax.dynamics.Strip;
import org.localmax.dynamics.Verdict;
import org.localmax.dynamics.Workers;

/** The rows of one step in the making: one a point, which all tokens there share. */
public final class StepRows {

    private static final int TOKENS_A_BLOCK = 1 << 16;

    private final Attention attention;
    private final Points points;
    private final Keys keys;
    private final StepBuilder step;
    /** The fingerprint of the set of all tokens, under softmax. */
    private final long everyone;

    /** The rows of a step, none of which is there yet; workers prepare them. */
    public StepRows(Attention attention, Workers workers) {
        this.attention = attention;
        points = attention.points(workers);
        keys = new Keys(points, attention.countsPoints(), workers);
        step = new StepBuilder(attention, workers);
        everyone = attention.dynamics().rule() instanceof AttentionRule.Softmax ? everyone(workers) : 0;
    }

    private long everyone(Workers workers) {
        LongAdder sum = new LongAdder();
        workers.forRanges(attention.state().tokens().count(), TOKENS_A_BLOCK, (from, to) -> {
            long here = 0;
            for (int i = from; i < to; i++) {
                here += Fingerprint.of(i);
            }
            sum.add(here);
        });
        return sum.sum();
    }

    public Attention attention() {
        return attention;
    }

    /** What is looked at; receivers are numbered alike. */
    public Keys keys() {
        return keys;
    }

    /**
     * Where the comparable scores of a receiver are cut. The vicinity shrinks with the margins found so far, as only the
     * smallest margin of a step is told; which margins are known by now may depend on the threads, the smallest one does
     * not.
     *
     * @param query the receiver's query
     * @param best the greatest of its comparable scores
     */
    public Strip strip(int receiver, double[] query, double best) {
        return attention.strip(keys.token(receiver), query, best, smallestMargin());
    }

    /** The least margin of the rows so far; infinite if there is none. It only falls. */
    public double smallestMargin() {
        return step.smallestMargin();
    }

    /** Sets the row of one token, as the definition has it. */
    public void set(Row row) {
        step.set(row);
    }

    /** Sets the row of all tokens at a point, under softmax. */
    public void setMean(int point, double[] mean) {
        set(point, attention.state().tokens().count(), everyone, mean, Verdict.NOTHING_DECIDED);
    }

    /** Sets the row of all tokens at a point. */
    public void set(int point, int count, long fingerprint, double[] mean, Verdict verdict) {
        for (int i = points.first(point); i >= 0; i = points.next(i)) {
            step.set(i, count, fingerprint, mean, verdict);
        }
    }

    /**
     * Sets the row of all tokens at a point where nothing is in the vicinity of the threshold.
     *
     * @param vicinity of the row
     */
    public void setClear(int point, int count, long fingerprint, double[] mean, double vicinity) {
        for (int i = points.first(point); i >= 0; i = points.next(i)) {
            step.setClear(i, count, fingerprint, mean, vicinity);
        }
    }

    /** The step, when every row is there, to be repeated should nothing change. */
    public Rest build(Workers workers) {
        Step built = step.build(workers);
        return new Rest(attention.gamma(), attention.parameter(), built, step.errorGrowth(), step.clearances());
    }
}
