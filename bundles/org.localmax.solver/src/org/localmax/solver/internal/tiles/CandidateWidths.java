package org.localmax.solver.internal.tiles;

import org.localmax.dynamics.Attention;
import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.Strip;
import org.localmax.dynamics.Vectors;
import org.localmax.solver.internal.StepRows;
import org.localmax.solver.internal.Work;

/**
 * How far below a receiver's greatest score candidates lie: for any M' of at most the greatest score M, M' less the width is
 * at most {@link Strip#outside()}, so that nothing below it can matter.
 *
 * <p>With reach r and vicinity v(M), outside is fl(fl(M - r) - v(M)), one number down. The vicinity does not fall in |M|,
 * as it is made of sums and products of nonnegative numbers, each rounded monotonically; and |M| is at most b = 2 |q| max_j
 * |x_j| + 2^-1022, since the rounding errors of an inner product are below |q| |x| and those of underflow below (d + 1)
 * 2^-1074. So outside is at least M - (r + v) less 2^-51 (|M| + r + v), to first order, for two roundings and one number
 * down; and fl(M' - w) exceeds M' - w by 2^-53 of the same at most. The width w = (r + v(b)) (1 + 2^-50) + 2^-50 b covers
 * all of it.
 *
 * @param widths w of each receiver
 * @param norms |q| of each receiver
 * @param ownScores the score of each receiver for itself, a lower bound of its greatest score
 */
record CandidateWidths(double[] widths, double[] norms, double[] ownScores) {

    private static final double SLACK = 0x1p-50;

    /** @param queries of all receivers, row by row */
    static CandidateWidths of(StepRows step, double[] queries, Work work) {
        Attention attention = step.attention();
        int n = step.keys().count();
        int d = step.keys().dimension();
        double[] widths = new double[n];
        double[] norms = new double[n];
        double[] ownScores = new double[n];
        boolean reaches = attention.dynamics().rule() instanceof AttentionRule.Localmax;
        work.forRanges(n, Panels.rangeLength(8, d), (from, to) -> {
            double[] query = new double[d];
            for (int i = from; i < to; i++) {
                System.arraycopy(queries, i * d, query, 0, d);
                ownScores[i] = Vectors.dot(query, 0, step.keys().rows(), i * d, d);
                norms[i] = Vectors.norm(query, 0, d);
                double bound = 2 * norms[i] * attention.largestNorm() + Double.MIN_NORMAL;
                int token = step.keys().token(i);
                double reach = reaches ? -attention.strip(token, query, 0).threshold() : 0;
                double vicinity = attention.strip(token, query, bound).vicinity();
                widths[i] = (reach + vicinity) * (1 + SLACK) + SLACK * bound;
            }
        });
        return new CandidateWidths(widths, norms, ownScores);
    }

    double of(int receiver) {
        return widths[receiver];
    }

    double ownScore(int receiver) {
        return ownScores[receiver];
    }
}
