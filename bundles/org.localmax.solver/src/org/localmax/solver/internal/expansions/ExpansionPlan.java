package org.localmax.solver.internal.expansions;

import java.util.Optional;
import org.localmax.dynamics.Vectors;

/**
 * Up to which degree the sums over a cluster of keys are expanded in the query, so that every mean in the cell is as exact
 * as wanted.
 *
 * <p>With e_j, W and the centroid c of the cluster's keys as in {@link CellWeights} and q = a + p, the cluster's sums are F =
 * sum e_j exp(t_j) and G = sum e_j (x_j - c) exp(t_j), t_j = beta &lt;p, x_j - c&gt;; how means come of those of all clusters,
 * and rho, is said in {@link ClusteredExpansion}. Both are expanded in powers of t_j, which are polynomials in p; G is the
 * gradient of F, and a polynomial for F of degree m + 1 gives G up to degree m. The bounds:
 * <ul>
 *   <li>|t_j| &lt;= T_j = beta sum_k h_k |x_jk - c_k|, taken over the box around a block.
 *   <li>F &gt;= W: log F is convex in p, and its gradient at p = 0 vanishes, c being the centroid. What rounding does to c and
 *       W costs a factor 1 - 2^-16 at most, since c and W are sums with less than n / 8 roundings, and beta
 *       sum_k h_k |x_jk - r_k| &lt;= 256 for the reference key r from which c is found.
 *   <li>Cutting after degree m leaves of exp(t_j) at most r_j = T_j^(m+1) / (m+1)! / (1 - T_j / (m+2)), the first power left
 *       out times a geometric series. Means move by at most 2 rho (sum e_j r_j) / F (1 + ...).
 *   <li>Rounding: each term of the polynomials goes through at most K roundings, and the sizes of all terms add up to at
 *       most S = sum e_j exp(T_j), so that means move by at most 2 rho K u S / F (1 + ...). K is counted in {@link
 *       #roundings} and {@link #rounding}. What is rounded outside of the cluster is counted with its F alone.
 * </ul>
 * The first is held below an eighth and the second below half of the error R eps; {@link Relevance} takes a quarter; an
 * eighth is left for the products of errors, none of which is above 1/64.
 *
 * @param degree of the polynomial for F: m + 1
 */
record ExpansionPlan(int degree) {

    /** Beyond this the sums of terms lose all digits. */
    private static final double GREATEST_EXPONENT = 48;

    static final int HIGHEST_DEGREE = 80;

    private static final double CUT_SHARE = 1.0 / 8;
    private static final double ROUNDING_SHARE = 1.0 / 2;
    private static final double LARGEST_RELATIVE = 1.0 / 64;
    private static final double LEAST_OF_TOTAL = 1 - 0x1p-16;
    private static final int BUCKETS = 32;

    /**
     * The lowest degree that will do, if there is one.
     *
     * @param blocks the blocks of keys, from index {@code from} to {@code to}
     * @param weights the weights of the cluster's keys
     * @param radius rho of {@link ClusteredExpansion}
     * @param outside how many roundings there are outside of the cluster
     */
    static Optional<ExpansionPlan> of(
            SoftmaxProblem problem,
            Cell cell,
            int reference,
            int[] blocks,
            int from,
            int to,
            CellWeights weights,
            double radius,
            double outside) {
        Sizes sizes = new Sizes(problem, cell, reference, weights.centroid());
        double longest = 0;
        for (int i = from; i < to; i++) {
            sizes.measure(blocks[i]);
            longest = Math.max(longest, sizes.exponent);
            if (!(longest <= GREATEST_EXPONENT)) {
                return Optional.empty();
            }
        }
        int buckets = Math.min(BUCKETS, to - from);
        double[] edges = new double[buckets];
        double[] inBucket = new double[buckets];
        double[] roundingsInBucket = new double[buckets];
        for (int bucket = 0; bucket < buckets; bucket++) {
            edges[bucket] = longest * (bucket + 1) / buckets * (1 + 0x1p-40);
        }
        for (int i = from; i < to; i++) {
            sizes.measure(blocks[i]);
            int bucket = longest == 0 ? 0 : Math.min(buckets - 1, (int) (sizes.exponent / longest * buckets));
            inBucket[bucket] += weights.ofBlocks()[i - from];
            roundingsInBucket[bucket] += weights.ofBlocks()[i - from] * sizes.roundings();
        }
        double allowed = problem.error() * problem.largestNorm() / (2 * radius);
        double total = LEAST_OF_TOTAL * weights.total();
        int degree = degree(edges, inBucket, total * Math.min(LARGEST_RELATIVE, CUT_SHARE * allowed));
        if (degree > HIGHEST_DEGREE) {
            return Optional.empty();
        }
        double rounding = Vectors.UNIT_ROUNDOFF
                * (outside * weights.total() + rounding(edges, inBucket, roundingsInBucket, roundings(to - from)));
        if (!(rounding <= total * Math.min(LARGEST_RELATIVE, ROUNDING_SHARE * allowed))) {
            return Optional.empty();
        }
        return Optional.of(new ExpansionPlan(degree));
    }

    /** Whether squares neither overflow nor underflow. */
    static boolean isOfOrdinarySize(double norm) {
        return norm == 0 || norm > 0x1p-400 && norm < 0x1p400;
    }

    /** About the degree for a cluster of exponents up to T, of whose terms a share may be left out. */
    static int degree(double exponent, double share) {
        return Math.min(HIGHEST_DEGREE, degree(new double[] {exponent}, new double[] {1}, share));
    }

    /** m + 1 for the least m that leaves at most so much, or more than the highest degree. */
    private static int degree(double[] edges, double[] weights, double allowed) {
        double[] powers = edges.clone(); // T^(m+1) / (m+1)!
        for (int m = 0; m < HIGHEST_DEGREE; m++) {
            double left = 0;
            double reciprocal = 1.0 / (m + 2);
            for (int bucket = 0; bucket < edges.length; bucket++) {
                double room = 1 - edges[bucket] * reciprocal;
                left += room > 0 ? weights[bucket] * powers[bucket] / room : Double.POSITIVE_INFINITY;
                powers[bucket] *= edges[bucket] * reciprocal;
            }
            if (left <= allowed) {
                return m + 1;
            }
        }
        return HIGHEST_DEGREE + 1;
    }

    /**
     * What every term goes through: sums over 64 keys, over the groups of a part, over at most 256 parts in pairs; 4 in the
     * factorials, 3 in the power of 2, 1 in the weight, at most 8 in what is made of the sums and 8 for what a term of the
     * gradient has as one of F of degree higher by 1.
     */
    private static int roundings(int blocks) {
        return TaylorKernel.KEYS + TaylorExpansion.groupsOfAPart(blocks) + 8 + 24;
    }

    /**
     * The roundings of all terms, each times the term's size. A term of degree i, of size T^i / i!, goes through at most 8 i
     * more: i differences and i products in the power of x - c, i in Horner's rule, and 3 in each coordinate of p. Added up
     * over i that makes 8 T exp(T).
     */
    private static double rounding(double[] edges, double[] weights, double[] roundings, int everywhere) {
        double sum = 0;
        for (int bucket = 0; bucket < edges.length; bucket++) {
            double ofAll = (everywhere + 8 * edges[bucket]) * weights[bucket] + roundings[bucket];
            sum += ofAll * StrictMath.exp(edges[bucket]);
        }
        return sum;
    }

    /** The sizes of what occurs in a block, one block at a time. */
    private static final class Sizes {

        private final double[] boxes;
        private final double beta;
        private final double[] a;
        private final double[] h;
        private final double[] c;
        private final double[] r;
        /** T, the largest in the block. */
        private double exponent;
        /** beta sum_k |a_k| |x_k - r_k|, the largest in the block. */
        private double argument;

        Sizes(SoftmaxProblem problem, Cell cell, int reference, double[] centroid) {
            boxes = problem.keys().boxes();
            beta = problem.beta();
            a = cell.centre();
            h = cell.half();
            c = centroid;
            r = new double[a.length];
            for (int k = 0; k < r.length; k++) {
                r[k] = problem.keys().coordinates(k)[reference];
            }
        }

        void measure(int block) {
            double sum = 0;
            double fromReference = 0;
            for (int k = 0, at = block * a.length * 2; k < a.length; k++, at += 2) {
                double offset = Math.abs(boxes[at] - c[k]) + boxes[at + 1];
                sum += h[k] * offset;
                fromReference += Math.abs(a[k]) * (Math.abs(boxes[at] - r[k]) + boxes[at + 1]);
            }
            exponent = beta * sum;
            argument = beta * fromReference;
        }

        /**
         * In units of roundoff: the exponent beta &lt;a, x - r&gt; is made of rounded differences, a rounded beta a log2(e)
         * (3) and a chain of d operations, and an error of it is one of its exponential.
         */
        double roundings() {
            return (a.length + 4) * argument;
        }
    }
}
