package org.localmax.solver.internal;

import org.localmax.dynamics.Attention;
import org.localmax.dynamics.Strip;

/** Decides rows of a selective rule from the scores of all keys, or of all that can matter. For one thread. */
final class RowDecision {

    private final StepRows step;
    private final Attention attention;
    private final MemberSums sums;
    private final SelectedRow row;
    private final double[] query;
    private final double[] scratch;
    private int[] members = new int[64];

    RowDecision(StepRows step, MemberSums sums) {
        this.step = step;
        this.sums = sums;
        attention = step.attention();
        row = new SelectedRow(step);
        query = new double[step.keys().dimension()];
        scratch = sums.newSums();
    }

    /**
     * Decides the row of a receiver.
     *
     * @param best the greatest score
     * @param keys all whose scores are not {@link Strip#outside()} beyond doubt, and perhaps others
     * @param scores theirs
     */
    void decide(int receiver, double best, int[] keys, double[] scores, int count) {
        attention.query(step.keys().token(receiver), query);
        begin(step.strip(receiver, query, best), count);
        int in = 0;
        for (int c = 0; c < count; c++) {
            in = sort(keys[c], scores[c], in);
        }
        finish(receiver, in);
    }

    /**
     * Decides the row of a receiver from the scores of all keys.
     *
     * @param at where the scores begin
     * @param places scratch, one a key
     */
    void decide(int receiver, double[] scores, int at, int[] places, TileKernel kernel) {
        int n = step.keys().count();
        attention.query(step.keys().token(receiver), query);
        Strip strip = step.strip(receiver, query, kernel.greatest(scores, at, n));
        int count = kernel.hits(scores, at, n, strip.outside(), places);
        begin(strip, count);
        int in = 0;
        for (int c = 0; c < count; c++) {
            in = sort(places[c], scores[at + places[c]], in);
        }
        finish(receiver, in);
    }

    private Strip strip;

    private void begin(Strip cut, int most) {
        strip = cut;
        row.begin(cut);
        if (members.length < most) {
            members = new int[most + (most >> 1)];
        }
    }

    /** Adds a key near the threshold to the row, and one that is in beyond doubt to the members. */
    private int sort(int key, double score, int in) {
        if (strip.isNear(score)) {
            row.addNear(key, score);
        } else if (score > strip.threshold()) {
            members[in] = key;
            return in + 1;
        }
        return in;
    }

    private void finish(int receiver, int in) {
        if (in > 0) {
            sums.add(members, in, scratch, row);
        }
        row.finish(receiver);
    }
}
