package org.localmax.solver.internal.sets;

import org.localmax.dynamics.Attention;
import org.localmax.dynamics.Vectors;

/** The rows of four receivers, cut at once where nothing is ambiguous: a lane a receiver. */
final class FourRows {

    /** How many receivers there are at once. */
    static final int ROWS = TokenColumns.LANES;

    private final SetKernel kernel;
    private final int dimension;
    private final int words;
    private final double[] query;
    /** Coordinate by coordinate, one of each receiver; members as well, word by word. */
    private final double[] queries;

    private final double[] best = new double[ROWS];
    private final double[] reaches = new double[ROWS];
    private final double[] thresholds = new double[ROWS];
    private final double[] margins = new double[ROWS];
    private final double[] norms = new double[ROWS];
    private final long[] members;
    private final long[] set;

    FourRows(SetKernel kernel, TokenColumns tokens) {
        this.kernel = kernel;
        dimension = tokens.dimension();
        words = NeighbourSets.words(tokens.count());
        query = new double[dimension];
        queries = new double[dimension * ROWS];
        members = new long[words * ROWS];
        set = new long[words];
    }

    /**
     * Cuts the scores of receivers.
     *
     * @param receivers their numbers from a place on; the last one stands in for those that are missing to four
     */
    void cut(Attention attention, TokenColumns tokens, int[] receivers, int from, int to) {
        for (int lane = 0; lane < ROWS; lane++) {
            int i = receivers[Math.min(from + lane, to - 1)];
            attention.query(i, query);
            for (int k = 0; k < dimension; k++) {
                queries[k * ROWS + lane] = query[k];
            }
            norms[lane] = Vectors.norm(query, 0, dimension);
            reaches[lane] = attention.reach(i, query, norms[lane]);
        }
        kernel.greatest(tokens, queries, best);
        for (int lane = 0; lane < ROWS; lane++) {
            thresholds[lane] = best[lane] - reaches[lane];
        }
        kernel.cut(tokens, queries, thresholds, members, margins);
    }

    /** The neighbours of the receiver of a lane as bits, until the next one is asked for; they are certain if the margin is beyond all doubt. */
    long[] members(int lane) {
        for (int word = 0; word < words; word++) {
            set[word] = members[word * ROWS + lane];
        }
        return set;
    }

    /** The least distance of one of its scores from its threshold. */
    double margin(int lane) {
        return margins[lane];
    }

    /** |A x_i| of the receiver of a lane. */
    double queryNorm(int lane) {
        return norms[lane];
    }
}
