package org.localmax.solver.internal.sets;

import java.util.Arrays;
import org.localmax.dynamics.Attention;
import org.localmax.dynamics.NearTokens;
import org.localmax.dynamics.Strip;
import org.localmax.dynamics.SummationGrid;
import org.localmax.dynamics.Vectors;
import org.localmax.dynamics.Verdict;

/** The row of one receiver, cut anew: its neighbours and what is to be thought of them. */
final class CutRow {

    private final SetKernel kernel;
    private final int count;
    private final double[] query;
    private final double[] scores;
    private final long[] members;
    private final long[] close;
    private final NearTokens near = new NearTokens();
    private double queryNorm;
    private double margin;
    private Verdict verdict = Verdict.NOTHING_DECIDED;

    CutRow(SetKernel kernel, TokenColumns tokens) {
        this.kernel = kernel;
        count = tokens.count();
        query = new double[tokens.dimension()];
        scores = new double[tokens.length()];
        members = new long[NeighbourSets.words(count)];
        close = members.clone();
    }

    /**
     * Cuts the scores of receiver i.
     *
     * @param isTold whether the margin of the row is to be told, too
     * @return whether there is a {@link #verdict}; nothing is ambiguous where there is none
     */
    boolean cut(Attention attention, TokenColumns tokens, int i, boolean isTold) {
        attention.query(i, query);
        double best = kernel.scores(tokens, query, scores);
        queryNorm = Vectors.norm(query, 0, query.length);
        Strip strip = attention.strip(i, query, best);
        double within = isTold ? strip.vicinity() : strip.width();
        margin = kernel.cut(scores, strip.threshold(), strip.least(), within, members, close);
        if (!(margin <= within)) {
            return false;
        }
        judge(attention, strip);
        return true;
    }

    private void judge(Attention attention, Strip strip) {
        near.clear();
        margin = Double.POSITIVE_INFINITY;
        int first = -1;
        for (int j = 0; j < count; j++) {
            if ((close[j / Long.SIZE] >>> j & 1) != 0) {
                near.add(j, 1, scores[j]);
            } else {
                margin = Math.min(margin, Math.abs(scores[j] - strip.threshold()));
            }
            first = first < 0 && isMember(j) ? j : first;
        }
        if (attention.takesFirst()) {
            Arrays.fill(members, 0);
            members[first / Long.SIZE] = 1L << first;
        }
        double[] mean = new double[query.length];
        verdict = attention.judge(strip, near, mean(attention, mean), mean);
        margin = verdict.ambiguous() > 0 ? Double.NEGATIVE_INFINITY : Math.min(margin, verdict.margin());
    }

    private boolean isMember(int j) {
        return (members[j / Long.SIZE] >>> j & 1) != 0;
    }

    private int mean(Attention attention, double[] mean) {
        SummationGrid grid = attention.grid();
        double[] rows = attention.state().tokens().rows();
        int found = 0;
        for (int k = 0; k < mean.length; k++) {
            double highs = 0;
            double lows = 0;
            found = 0;
            for (int j = 0; j < count; j++) {
                if (isMember(j)) {
                    double x = rows[j * mean.length + k];
                    double high = grid.high(k, x);
                    highs += high;
                    lows += grid.low(k, x, high);
                    found++;
                }
            }
            mean[k] = SummationGrid.mean(highs, lows, found);
        }
        return found;
    }

    /** The neighbours, as bits. */
    long[] members() {
        return members;
    }

    /** |A x_i|. */
    double queryNorm() {
        return queryNorm;
    }

    /** The least distance from the threshold of a score that something is decided about; none if a decision is ambiguous. */
    double margin() {
        return margin;
    }

    /** What is to be thought of the row. */
    Verdict verdict() {
        return verdict;
    }
}
