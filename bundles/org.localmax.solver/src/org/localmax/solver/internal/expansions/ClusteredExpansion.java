package org.localmax.solver.internal.expansions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The sums over all keys that matter to a cell: those of some clusters expanded, those of the others pair by pair. With a the
 * centre of the cell, q = a + p, r its reference key, c a point among the keys and e_j = w_j exp(beta &lt;a, x_j - r&gt;), the
 * mean of a receiver is c + N / F for
 *
 * <p>F = sum_j e_j exp(beta &lt;p, x_j - c&gt;) = sum over the clusters B of exp(beta &lt;p, c_B - c&gt;) F_B(p), and N = sum_j e_j
 * (x_j - c) exp(beta &lt;p, x_j - c&gt;) = sum over B of exp(beta &lt;p, c_B - c&gt;) ((c_B - c) F_B(p) + G_B(p)),
 *
 * <p>with F_B and G_B as in {@link ExpansionPlan}. All terms of F are positive: if each F_B and each |c_B - c| F_B + |G_B|
 * is wrong by a share of at most delta of F_B, or of rho F_B, the mean is by at most 2 rho delta / (1 - delta), where rho =
 * max_B (|c_B - c| + max over B of |x - c_B|).
 */
final class ClusteredExpansion {

    /** Beyond this powers might overflow. */
    private static final double GREATEST_EXPONENT = 256;

    /** So many clusters are added up before their sums are added to the others. */
    private static final int CLUSTERS_AT_ONCE = 16;

    private static final int BLOCKS_AT_ONCE = 64;
    private static final int RECEIVERS = TaylorKernel.RECEIVERS;

    private final SoftmaxProblem problem;
    private final Cell cell;
    private final PairKernel pairs;
    private final double[] centre;
    private final double reference;
    private final List<TaylorExpansion> expansions = new ArrayList<>();
    /** The blocks of keys that are summed pair by pair. */
    private final int[] others;

    /**
     * The sums for a cell.
     *
     * @param choice which clusters are to be expanded, at least one; those that bounds forbid are not
     */
    ClusteredExpansion(
            SoftmaxProblem problem,
            Cell cell,
            int reference,
            KeyClusters clusters,
            boolean[] choice,
            SoftmaxKernels kernels,
            Repetition repetition) {
        this.problem = problem;
        this.cell = cell;
        pairs = kernels.pairs();
        CellWeights[] weights = weights(reference, clusters, choice, kernels, repetition);
        centre = centre(weights);
        double[] r = new double[centre.length];
        double size = 0;
        for (int k = 0; k < r.length; k++) {
            r[k] = problem.keys().coordinates(k)[reference] - centre[k];
            size += Math.abs(cell.centre()[k] * r[k]);
        }
        this.reference = dot(cell.centre(), r);
        int count = clusters.count();
        double outside = CLUSTERS_AT_ONCE + (double) count / CLUSTERS_AT_ONCE + (r.length + 4) * problem.beta() * size;
        others = expand(reference, clusters, weights, outside, kernels, repetition);
    }

    /** The weights of the keys of each cluster that is to be expanded. */
    private CellWeights[] weights(
            int reference, KeyClusters clusters, boolean[] choice, SoftmaxKernels kernels, Repetition repetition) {
        CellWeights[] weights = new CellWeights[clusters.count()];
        repetition.forBlocks(weights.length, cluster -> {
            if (choice[cluster]) {
                weights[cluster] = CellWeights.of(
                        problem,
                        cell,
                        reference,
                        clusters.blocks(),
                        clusters.start(cluster),
                        clusters.end(cluster),
                        kernels.expansions(),
                        repetition);
            }
        });
        return weights;
    }

    /**
     * Expands the clusters that have weights where bounds allow it, and returns the blocks of the others.
     *
     * @param outside how many roundings there are outside of all clusters
     */
    private int[] expand(
            int reference,
            KeyClusters clusters,
            CellWeights[] weights,
            double outside,
            SoftmaxKernels kernels,
            Repetition repetition) {
        double radius = radius(clusters, weights);
        TaylorExpansion[] expanded = new TaylorExpansion[weights.length];
        repetition.forBlocks(weights.length, cluster -> {
            if (weights[cluster] != null) {
                int from = clusters.start(cluster);
                int to = clusters.end(cluster);
                Optional<ExpansionPlan> plan = ExpansionPlan.of(
                        problem,
                        cell,
                        reference,
                        clusters.blocks(),
                        from,
                        to,
                        weights[cluster],
                        radius,
                        outside + roundingsOfPower(weights[cluster]));
                plan.ifPresent(found -> expanded[cluster] = new TaylorExpansion(
                        problem,
                        clusters.blocks(),
                        from,
                        to,
                        weights[cluster],
                        centre,
                        found.degree(),
                        kernels,
                        repetition));
            }
        });
        BlockStack left = new BlockStack(clusters.blocks().length);
        for (int cluster = 0; cluster < expanded.length; cluster++) {
            if (expanded[cluster] != null) {
                expansions.add(expanded[cluster]);
            } else {
                for (int i = clusters.start(cluster); i < clusters.end(cluster); i++) {
                    left.push(clusters.blocks()[i]);
                }
            }
        }
        return Arrays.copyOf(left.blocks(), left.size());
    }

    /** Whether exponents stay so small in a cell that a sum of clusters makes sense. */
    static boolean isPossible(SoftmaxProblem problem, Cell cell, KeyClusters.Box box) {
        return ExpansionPlan.isOfOrdinarySize(problem.largestNorm())
                && 2 * box.exponent(problem, cell) <= GREATEST_EXPONENT;
    }

    /** c: about the mean of the keys of all clusters that have weights. */
    private double[] centre(CellWeights[] weights) {
        double[] sums = new double[cell.centre().length];
        double total = 0;
        for (CellWeights ofCluster : weights) {
            if (ofCluster != null) {
                total += ofCluster.total();
                for (int k = 0; k < sums.length; k++) {
                    sums[k] += ofCluster.total() * ofCluster.centroid()[k];
                }
            }
        }
        for (int k = 0; k < sums.length; k++) {
            sums[k] /= total;
        }
        return sums;
    }

    /** rho. */
    private double radius(KeyClusters clusters, CellWeights[] weights) {
        double[] boxes = problem.keys().boxes();
        int d = centre.length;
        double radius = 0;
        for (int cluster = 0; cluster < weights.length; cluster++) {
            if (weights[cluster] != null) {
                double[] centroid = weights[cluster].centroid();
                double square = 0;
                for (int k = 0; k < d; k++) {
                    square += (centroid[k] - centre[k]) * (centroid[k] - centre[k]);
                }
                double greatest = 0;
                for (int i = clusters.start(cluster); i < clusters.end(cluster); i++) {
                    double distance = 0;
                    for (int k = 0, at = clusters.blocks()[i] * d * 2; k < d; k++, at += 2) {
                        double offset = Math.abs(boxes[at] - centroid[k]) + boxes[at + 1];
                        distance += offset * offset;
                    }
                    greatest = Math.max(greatest, distance);
                }
                radius = Math.max(radius, Math.sqrt(square) + Math.sqrt(greatest));
            }
        }
        return radius;
    }

    /**
     * In units of roundoff: the exponent beta &lt;p, c_B - c&gt; is made of rounded differences, a rounded beta log2(e) (3) and a
     * chain of d operations; the power itself and what it is multiplied with take 8.
     */
    private double roundingsOfPower(CellWeights weights) {
        double sum = 0;
        for (int k = 0; k < centre.length; k++) {
            sum += cell.half()[k] * Math.abs(weights.centroid()[k] - centre[k]);
        }
        return (centre.length + 6) * problem.beta() * sum + 8;
    }

    /**
     * Writes the means of receivers.
     *
     * @param place the place of the first
     * @param end the place after the last; beyond it the last is repeated
     * @param means for each coordinate {@link TaylorKernel#RECEIVERS} numbers
     */
    void evaluate(int place, int end, double[][] means) {
        int d = centre.length;
        ExpandedSums sums = new ExpandedSums(problem, cell, place, end);
        double[][] totals = new double[1 + d][RECEIVERS];
        for (int i = 0; i < expansions.size(); i++) {
            expansions.get(i).addTo(sums);
            if (i % CLUSTERS_AT_ONCE == CLUSTERS_AT_ONCE - 1 || i == expansions.size() - 1) {
                sums.moveTo(totals);
            }
        }
        for (int i = 0; others.length > 0 && i < RECEIVERS && place + i < end; i += PairKernel.RECEIVERS) {
            addPairs(place + i, i, totals);
        }
        for (int k = 0; k < d; k++) {
            for (int i = 0; i < RECEIVERS; i++) {
                means[k][i] = centre[k] + totals[1 + k][i] / totals[0][i];
            }
        }
    }

    /** Adds the sums over the other keys for a group of receivers. */
    private void addPairs(int place, int at, double[][] totals) {
        int d = centre.length;
        double[] query = new double[d];
        double[] origins = new double[PairKernel.RECEIVERS];
        double[] sums = new double[(1 + d) * PairKernel.RECEIVERS];
        for (int i = 0; i < PairKernel.RECEIVERS; i++) {
            problem.receivers().query(place + i, query);
            origins[i] = dot(query, centre) + reference;
        }
        for (int from = 0; from < others.length; from += BLOCKS_AT_ONCE) {
            int to = Math.min(others.length, from + BLOCKS_AT_ONCE);
            pairs.sum(
                    problem.keys(),
                    others,
                    from,
                    to,
                    problem.receivers(),
                    place,
                    problem.exponentScale(),
                    origins,
                    sums);
            for (int i = 0; i < PairKernel.RECEIVERS; i++) {
                totals[0][at + i] += sums[i];
                for (int k = 0; k < d; k++) {
                    totals[1 + k][at + i] += sums[(1 + k) * PairKernel.RECEIVERS + i] - centre[k] * sums[i];
                }
            }
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum = Math.fma(a[k], b[k], sum);
        }
        return sum;
    }
}
