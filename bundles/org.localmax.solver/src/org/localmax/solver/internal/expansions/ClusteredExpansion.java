package org.localmax.solver.internal.expansions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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
     * @param scratch what this takes as long as it is used
     */
    ClusteredExpansion(
            SoftmaxProblem problem,
            Cell cell,
            int reference,
            KeyClusters clusters,
            boolean[] choice,
            SoftmaxKernels kernels,
            ExpansionScratch scratch,
            Repetition repetition) {
        this.problem = problem;
        this.cell = cell;
        pairs = kernels.pairs();
        CellWeights[] weights = weights(reference, clusters, choice, kernels, scratch, repetition);
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
        ExpansionPlan[] plans = plans(reference, clusters, weights, outside, repetition);
        others = others(clusters, plans);
        expand(clusters, weights, plans, kernels, scratch, repetition);
    }

    /** The weights of the keys of each cluster that is to be expanded. */
    private CellWeights[] weights(
            int reference,
            KeyClusters clusters,
            boolean[] choice,
            SoftmaxKernels kernels,
            ExpansionScratch scratch,
            Repetition repetition) {
        CellWeights[] weights = new CellWeights[clusters.count()];
        double[] ofKeys = scratch.weights(clusters.blocks().length * KeyBlocks.SIZE);
        repetition.forBlocks(weights.length, cluster -> {
            if (choice[cluster]) {
                weights[cluster] = CellWeights.of(
                        problem,
                        cell,
                        reference,
                        clusters.blocks(),
                        clusters.start(cluster),
                        clusters.end(cluster),
                        ofKeys,
                        kernels.expansions(),
                        repetition);
            }
        });
        return weights;
    }

    /**
     * For each cluster that has weights how it is expanded, or null where bounds forbid it.
     *
     * @param outside how many roundings there are outside of all clusters
     */
    private ExpansionPlan[] plans(
            int reference, KeyClusters clusters, CellWeights[] weights, double outside, Repetition repetition) {
        double radius = radius(clusters, weights);
        ExpansionPlan[] plans = new ExpansionPlan[weights.length];
        repetition.forBlocks(weights.length, cluster -> {
            if (weights[cluster] != null) {
                plans[cluster] = ExpansionPlan.of(
                                problem,
                                cell,
                                reference,
                                clusters.blocks(),
                                clusters.start(cluster),
                                clusters.end(cluster),
                                weights[cluster],
                                radius,
                                outside + roundingsOfPower(weights[cluster]))
                        .orElse(null);
            }
        });
        return plans;
    }

    /** The blocks of the clusters that have no plan. */
    private static int[] others(KeyClusters clusters, ExpansionPlan[] plans) {
        BlockStack others = new BlockStack(clusters.blocks().length);
        for (int cluster = 0; cluster < plans.length; cluster++) {
            if (plans[cluster] == null) {
                for (int i = clusters.start(cluster); i < clusters.end(cluster); i++) {
                    others.push(clusters.blocks()[i]);
                }
            }
        }
        return Arrays.copyOf(others.blocks(), others.size());
    }

    /** Expands the clusters that have a plan. */
    private void expand(
            KeyClusters clusters,
            CellWeights[] weights,
            ExpansionPlan[] plans,
            SoftmaxKernels kernels,
            ExpansionScratch scratch,
            Repetition repetition) {
        int[] starts = new int[plans.length + 1];
        for (int cluster = 0; cluster < plans.length; cluster++) {
            ExpansionPlan plan = plans[cluster];
            int size = plan == null ? 0 : TaylorExpansion.coefficients(plan.degree(), centre.length);
            starts[cluster + 1] = Math.addExact(starts[cluster], size);
        }
        double[] coefficients = scratch.coefficients(starts[plans.length]);
        TaylorExpansion[] expanded = new TaylorExpansion[plans.length];
        repetition.forBlocks(plans.length, cluster -> {
            if (plans[cluster] != null) {
                expanded[cluster] = new TaylorExpansion(
                        problem,
                        clusters.blocks(),
                        clusters.start(cluster),
                        clusters.end(cluster),
                        weights[cluster],
                        centre,
                        plans[cluster].degree(),
                        coefficients,
                        starts[cluster],
                        kernels,
                        repetition);
            }
        });
        for (TaylorExpansion expansion : expanded) {
            if (expansion != null) {
                expansions.add(expansion);
            }
        }
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
    void evaluate(int place, int end, ExpandedSums sums, double[][] means) {
        int d = centre.length;
        sums.begin(cell, place, end);
        double[][] totals = sums.totals();
        for (int i = 0; i < expansions.size(); i++) {
            expansions.get(i).addTo(sums);
            if (i % CLUSTERS_AT_ONCE == CLUSTERS_AT_ONCE - 1 || i == expansions.size() - 1) {
                sums.total();
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
