package org.localmax.solver.internal;

import org.localmax.dynamics.Attention;
import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.Fingerprint;
import org.localmax.dynamics.Points;
import org.localmax.dynamics.Row;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.StepBuilder;
import org.localmax.dynamics.Verdict;

/** The rows of one step in the making: one a point, which all tokens there share. */
final class StepRows {

    private final Attention attention;
    private final Points points;
    private final Keys keys;
    private final StepBuilder step;
    /** The fingerprint of the set of all tokens, under softmax. */
    private final long everyone;

    StepRows(Attention attention) {
        this.attention = attention;
        points = Points.of(attention.state().tokens());
        keys = new Keys(points, attention.countsPoints());
        step = new StepBuilder(attention.state(), attention.gamma());
        everyone = attention.dynamics().rule() instanceof AttentionRule.Softmax ? everyone() : 0;
    }

    private long everyone() {
        long sum = 0;
        for (int i = 0; i < attention.state().tokens().count(); i++) {
            sum += Fingerprint.of(i);
        }
        return sum;
    }

    Attention attention() {
        return attention;
    }

    /** What is looked at; receivers are numbered alike. */
    Keys keys() {
        return keys;
    }

    /** Sets the row of one token. */
    void set(Row row) {
        step.set(row);
    }

    /** Sets the row of all tokens at a point, under softmax. */
    void setMean(int point, double[] mean) {
        set(point, attention.state().tokens().count(), everyone, mean, Verdict.NOTHING_DECIDED);
    }

    /** Sets the row of all tokens at a point. */
    void set(int point, int count, long fingerprint, double[] mean, Verdict verdict) {
        for (int i = points.first(point); i >= 0; i = points.next(i)) {
            step.set(i, count, fingerprint, mean, verdict);
        }
    }

    /** The step, when every row is there. */
    Step build() {
        return step.build();
    }
}
