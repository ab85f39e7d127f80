package org.localmax.solver.internal.shells;

import org.localmax.solver.internal.StepRows;

/** Means of softmax for a block of receivers: the greatest scores, then the sums of weights. */
final class SoftmaxBlock {

    private static final int NONE = -1;

    private final StepRows step;
    private final ShellKeys keys;
    private final ShellKernel kernel;
    private final SoftmaxTerms terms;
    private final int from;
    private final int count;
    private final QueryBlock queries;

    /** For the receivers in [from, to). */
    SoftmaxBlock(StepRows step, ShellKeys keys, ShellKernel kernel, SoftmaxTerms terms, int from, int to) {
        this.step = step;
        this.keys = keys;
        this.kernel = kernel;
        this.terms = terms;
        this.from = from;
        count = to - from;
        queries = QueryBlock.of(step, keys, from, to, terms.sign());
    }

    void solve() {
        TileMaxima maxima = new TileMaxima(keys, queries, kernel);
        WeightedSums sums = new WeightedSums(terms, keys.dimension(), count);
        for (int q = 0; q < count; q++) {
            sums.begin(q, maxima.greatest(q));
        }
        for (int tile = 0; tile < keys.tiles(); tile++) {
            weigh(tile, maxima, sums);
        }
        double[] mean = new double[step.keys().dimension()];
        for (int q = 0; q < count; q++) {
            sums.mean(q, mean);
            step.setMean(from + q, mean);
        }
    }

    /** Two queries at a time, of those that notice the tile. */
    private void weigh(int tile, TileMaxima maxima, WeightedSums sums) {
        int waiting = NONE;
        for (int q = 0; q < count; q++) {
            if (!sums.notices(q, maxima.ofTile(tile, q))) {
                continue;
            }
            if (waiting == NONE) {
                waiting = q;
            } else {
                kernel.weigh(keys, tile, queries, waiting, q, sums);
                waiting = NONE;
            }
        }
        if (waiting != NONE) {
            kernel.weigh(keys, tile, queries, waiting, waiting, sums);
        }
    }
}
