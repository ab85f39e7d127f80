package org.localmax.solver.internal;

import org.localmax.dynamics.Vectors;

/**
 * Which blocks of keys matter to the receivers of a cell. With r any key, the share of token j in the mean of receiver q is
 * at most exp(beta &lt;q, x_j - r&gt;), since r itself is among the keys. For q in the box a +- h and x_j in the box b +- e,
 *
 * <p>&lt;q, x_j - r&gt; &lt;= &lt;a, b - r&gt; + sum_k |a_k| e_k + sum_k h_k (|b_k - r_k| + e_k),
 *
 * <p>which is tight if r is among the best keys for the whole cell. A block is dropped where beta times this is below
 * ln(eta / n): then all that is dropped together has at most the share eta of any mean, and moves it by at most 2 R eta. Half
 * of the error is left to other causes at least: eta is an eighth of it, which makes a quarter of it in the mean.
 */
final class Relevance {

    private static final double DROPPED_SHARE = 1.0 / 8;

    /**
     * Rounding moves the bound by less than so many units times R sum_k (|a_k| + h_k): centres and half widths of both boxes
     * are rounded once or twice, and 4 d + 2 operations follow on numbers up to 4 R |a_k| and 4 R h_k.
     */
    private static final double ROUNDING = 128 * Vectors.UNIT_ROUNDOFF;

    private final SoftmaxProblem problem;
    private final KeyBlocks keys;
    private final double reach;

    Relevance(SoftmaxProblem problem) {
        this.problem = problem;
        keys = problem.keys();
        reach = StrictMath.log(keys.totalWeight() / (DROPPED_SHARE * problem.error())) / problem.beta();
    }

    /**
     * The key of greatest score at the centre of a cell, up to rounding.
     *
     * @param blocks the blocks to look at, from index {@code from} to {@code to}
     * @param seed a key of great score
     */
    int best(Cell cell, int[] blocks, int from, int to, int seed) {
        double[] a = cell.centre();
        double[] boxes = keys.boxes();
        int d = keys.dimension();
        int best = seed;
        double greatest = score(a, seed);
        for (int i = from; i < to; i++) {
            double bound = 0;
            for (int k = 0, at = blocks[i] * d * 2; k < d; k++, at += 2) {
                bound += a[k] * boxes[at] + Math.abs(a[k]) * boxes[at + 1];
            }
            if (bound > greatest) {
                int begin = blocks[i] * KeyBlocks.SIZE;
                for (int key = begin; key < begin + KeyBlocks.SIZE; key++) {
                    double score = score(a, key);
                    if (score > greatest) {
                        greatest = score;
                        best = key;
                    }
                }
            }
        }
        return best;
    }

    private double score(double[] query, int key) {
        double score = query[0] * keys.coordinates(0)[key];
        for (int k = 1; k < query.length; k++) {
            score = Math.fma(query[k], keys.coordinates(k)[key], score);
        }
        return score;
    }

    /**
     * Pushes those of the blocks from index {@code from} to {@code to} of a stack that matter to a cell.
     *
     * @param reference the key r
     */
    void select(Cell cell, int reference, BlockStack stack, int from, int to) {
        double[] a = cell.centre();
        double[] h = cell.half();
        double[] boxes = keys.boxes();
        int d = keys.dimension();
        double[] r = new double[d];
        double size = 0;
        for (int k = 0; k < d; k++) {
            r[k] = keys.coordinates(k)[reference];
            size += Math.abs(a[k]) + h[k];
        }
        double least = -reach - ROUNDING * size * problem.largestNorm();
        for (int i = from; i < to; i++) {
            int block = stack.blocks()[i];
            double bound = 0;
            for (int k = 0, at = block * d * 2; k < d; k++, at += 2) {
                double offset = boxes[at] - r[k];
                double extent = boxes[at + 1];
                bound += a[k] * offset + Math.abs(a[k]) * extent + h[k] * (Math.abs(offset) + extent);
            }
            if (!(bound < least)) {
                stack.push(block);
            }
        }
    }
}
