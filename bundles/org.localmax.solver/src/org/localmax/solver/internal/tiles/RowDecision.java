package org.localmax.solver.internal.tiles;

import java.util.Optional;
import org.localmax.dynamics.Strip;
import org.localmax.solver.internal.SelectedRow;
import org.localmax.solver.internal.StepRows;

/** Decides rows of a selective rule from the scores of all keys, or of all that can matter. For one thread. */
final class RowDecision {

    private final StepRows step;
    private final Optional<MemberSums> sums;
    private final SelectedRow row;
    private final double[] queries;
    private final double[] query;
    private final double[] scratch;
    private int[] members = new int[64];
    /** Scores above this are in beyond doubt. */
    private double inside;
    /** Whether most keys were neighbours of the receiver before: then it is likely that they are again. */
    private boolean mostAreIn;

    /**
     * @param queries of all receivers, row by row
     * @param sums made in advance, if many members are to be expected
     */
    RowDecision(StepRows step, double[] queries, Optional<MemberSums> sums) {
        this.queries = queries;
        this.step = step;
        this.sums = sums;
        row = new SelectedRow(step);
        query = new double[step.keys().dimension()];
        scratch = sums.map(MemberSums::newSums).orElse(new double[0]);
    }

    /**
     * Decides the row of a receiver.
     *
     * @param best the greatest score
     * @param keys all whose scores are not {@link Strip#outside()} beyond doubt, and perhaps others
     * @param scores theirs
     */
    void decide(int receiver, double best, int[] keys, double[] scores, int count) {
        begin(strip(receiver, best), count);
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
        Strip cut = strip(receiver, kernel.greatest(scores, at, n));
        if (mostAreIn && sums.isPresent()) {
            int count = kernel.misses(scores, at, n, cut.inside(), places);
            mostAreIn = count < n - count;
            if (mostAreIn) {
                decideAllBut(receiver, cut, scores, at, places, count);
                return;
            }
        }
        int count = kernel.hits(scores, at, n, cut.outside(), places);
        begin(cut, count);
        int in = sort(scores, at, places, count);
        mostAreIn = in > n - in;
        if (sums.isPresent() && in > 0) {
            sums.get().addShared(members, in, scratch, row);
            in = 0;
        }
        finish(receiver, in);
    }

    /** Decides the row of a receiver that has all for neighbours but some, of which a few are near or in after all. */
    private void decideAllBut(int receiver, Strip cut, double[] scores, int at, int[] some, int count) {
        begin(cut, count);
        int in = sort(scores, at, some, count);
        sums.orElseThrow().addAllBut(some, count, scratch, row);
        finish(receiver, in);
    }

    private int sort(double[] scores, int at, int[] places, int count) {
        int in = 0;
        for (int c = 0; c < count; c++) {
            in = sort(places[c], scores[at + places[c]], in);
        }
        return in;
    }

    private Strip strip(int receiver, double best) {
        System.arraycopy(queries, receiver * query.length, query, 0, query.length);
        return step.strip(receiver, query, best);
    }

    private void begin(Strip cut, int most) {
        inside = cut.inside();
        row.begin(cut);
        if (members.length < most) {
            members = new int[most + (most >> 1)];
        }
    }

    /** Adds a key that is in beyond doubt to the members, and others to the row, should they belong there. */
    private int sort(int key, double score, int in) {
        if (score > inside) {
            members[in] = key;
            return in + 1;
        }
        row.add(key, score);
        return in;
    }

    private void finish(int receiver, int in) {
        if (sums.isPresent() && in > 0) {
            sums.get().add(members, in, scratch, row);
        } else {
            for (int m = 0; m < in; m++) {
                row.addMember(members[m]);
            }
        }
        row.finish(receiver);
    }
}
