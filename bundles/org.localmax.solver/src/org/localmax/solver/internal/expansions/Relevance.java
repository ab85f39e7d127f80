package org.localmax.solver.internal.expansions;

import java.util.Arrays;
import org.localmax.dynamics.Vectors;

/**
 * Which blocks of keys matter to the receivers of a cell. With r any key, the share of token j in the mean of receiver q is
 * at most exp(beta &lt;q, x_j - r&gt;), since r itself is among the keys. For q in the box a +- h and x_j in the box b +- e,
 *
 * <p>&lt;q, x_j - r&gt; &lt;= &lt;a, b - r&gt; + sum_k |a_k| e_k + sum_k h_k (|b_k - r_k| + e_k),
 *
 * <p>which is tight if r is among the best keys for the whole cell. What is dropped together with at most the share eta of
 * any mean moves it by at most 2 R eta. Blocks are dropped twice: on the way down, for a cell and all cells in it, where beta
 * times the bound is below ln(eta / n), so that all of them together have at most the share eta; and in the end, for one cell
 * alone, those of least bound whose shares add up to at most eta by these bounds. Each eta is a sixteenth of the error, which
 * makes a quarter of it in the mean.
 */
final class Relevance {

    private static final double DROPPED_SHARE = 1.0 / 16;

    /** Bounds are told apart by so much in the exponent. */
    private static final double BIN = 0.5;

    private static final double GREATEST_EXPONENT = 256;

    private static final double[] POWERS = powers(128);

    /**
     * Rounding moves the bound by less than so many units times R sum_k (|a_k| + h_k): centres and half widths of both boxes
     * are rounded once or twice, and 4 d + 2 operations follow on numbers up to 4 R |a_k| and 4 R h_k.
     */
    private static final double ROUNDING = 128 * Vectors.UNIT_ROUNDOFF;

    private final SoftmaxProblem problem;
    private final KeyBlocks keys;
    private final double reach;
    private final double[] shares = new double[POWERS.length];
    /** Of the blocks selected last, no less than they are. */
    private double[] bounds = {};

    private byte[] bins = {};
    /** The greatest of these. */
    private double greatest;

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
        double greatestScore = keys.score(a, seed);
        for (int i = from; i < to; i++) {
            double bound = 0;
            for (int k = 0, at = blocks[i] * d * 2; k < d; k++, at += 2) {
                bound += a[k] * boxes[at] + Math.abs(a[k]) * boxes[at + 1];
            }
            if (bound > greatestScore) {
                int begin = blocks[i] * KeyBlocks.SIZE;
                for (int key = begin; key < begin + KeyBlocks.SIZE; key++) {
                    double score = keys.score(a, key);
                    if (score > greatestScore) {
                        greatestScore = score;
                        best = key;
                    }
                }
            }
        }
        return best;
    }

    /**
     * Pushes those of the blocks from index {@code from} to {@code to} of a stack that matter to a cell or one within it.
     *
     * @param reference the key r
     */
    void select(Cell cell, int reference, BlockStack stack, int from, int to) {
        Bound bound = new Bound(cell, reference);
        double least = -reach - bound.rounding;
        int selected = 0;
        greatest = Double.NEGATIVE_INFINITY;
        reserve(to - from);
        for (int i = from; i < to; i++) {
            int block = stack.blocks()[i];
            double ofBlock = bound.of(block);
            if (!(ofBlock < least)) {
                stack.push(block);
                bounds[selected++] = ofBlock + bound.rounding;
                greatest = Math.max(greatest, ofBlock);
            }
        }
    }

    /**
     * Whether no weight exp(beta &lt;q, x - r&gt;) in the cell whose blocks were selected last is so great that sums of such
     * weights might overflow. The weight of r itself is 1.
     */
    boolean areWeightsModerate() {
        return problem.beta() * greatest <= GREATEST_EXPONENT;
    }

    private void reserve(int blocks) {
        if (bounds.length < blocks) {
            bounds = new double[blocks + blocks / 2];
            bins = new byte[bounds.length];
        }
    }

    /** Pushes those of the blocks selected last that matter to their cell alone; they lie in a stack where they were put. */
    void trim(BlockStack stack, int from, int to) {
        Arrays.fill(shares, 0);
        for (int i = from; i < to; i++) {
            int bin = bin(problem.beta() * bounds[i - from]);
            bins[i - from] = (byte) bin;
            shares[bin] += keys.weight(stack.blocks()[i]) * POWERS[bin];
        }
        double left = DROPPED_SHARE * problem.error();
        int first = POWERS.length;
        while (first > 1 && shares[first - 1] <= left) {
            left -= shares[--first];
        }
        for (int i = from; i < to; i++) {
            if (bins[i - from] < first) {
                stack.push(stack.blocks()[i]);
            }
        }
    }

    /** Where exp(exponent) is at most the power of that number; 0 unless the exponent is negative. */
    private static int bin(double exponent) {
        return exponent < 0 ? (int) Math.min(POWERS.length - 1, -exponent / BIN) : 0;
    }

    private static double[] powers(int count) {
        double[] powers = new double[count];
        for (int bin = 0; bin < count; bin++) {
            powers[bin] = StrictMath.exp(-BIN * bin);
        }
        return powers;
    }

    /** The bound of &lt;q, x - r&gt; for the receivers of a cell. */
    private final class Bound {

        private final double[] a;
        private final double[] h;
        private final double[] r;
        /** |a_k| + h_k. */
        private final double[] reach;

        private final double rounding;

        Bound(Cell cell, int reference) {
            a = cell.centre();
            h = cell.half();
            r = new double[a.length];
            reach = new double[a.length];
            double size = 0;
            for (int k = 0; k < a.length; k++) {
                r[k] = keys.coordinates(k)[reference];
                reach[k] = Math.abs(a[k]) + h[k];
                size += reach[k];
            }
            rounding = ROUNDING * size * problem.largestNorm();
        }

        double of(int block) {
            double[] boxes = keys.boxes();
            double bound = 0;
            for (int k = 0, at = block * a.length * 2; k < a.length; k++, at += 2) {
                double offset = boxes[at] - r[k];
                bound += a[k] * offset + h[k] * Math.abs(offset) + reach[k] * boxes[at + 1];
            }
            return bound;
        }
    }
}
