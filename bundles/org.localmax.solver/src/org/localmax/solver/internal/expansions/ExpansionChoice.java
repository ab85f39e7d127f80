package org.localmax.solver.internal.expansions;

import java.util.Arrays;
import java.util.Optional;

/** Which clusters of keys are better expanded than summed pair by pair for the receivers of a cell, and whether that pays. */
final class ExpansionChoice {

    /** Beyond this many times as much for values as for moments, the halves of a cell are cheaper, as was measured ... */
    private static final double MOST_FOR_VALUES = 3;

    /** ... and where there are many clusters, of which each half needs fewer, beyond this. */
    private static final double MOST_FOR_VALUES_OF_MANY = 0.8;

    private static final int MANY_CLUSTERS = 64;

    /** An expansion pays if it costs at most this share of all pairs. */
    private static final double WORTH_WHILE = 0.8;

    /** At least this share of the clusters that would fill the box around the keys is taken to have keys enough. */
    private static final double LEAST_FILLED = 1.0 / 4;

    /** Where nothing but expansions is wanted, cells with more clusters are halved. */
    private static final int MOST_FORCED_CLUSTERS = 8;

    private final KeyClusters clusters;
    private final boolean[] expanded;
    private final boolean pays;

    private ExpansionChoice(
            SoftmaxProblem problem,
            Cell cell,
            KeyClusters.Box box,
            int[] blocks,
            int from,
            int to,
            CertifiedSoftmax.Ways ways) {
        double longest = longest(problem.error());
        clusters = new KeyClusters(problem, cell, box, blocks, from, to, longest);
        expanded = new boolean[clusters.count()];
        if (ways == CertifiedSoftmax.Ways.EXPANSIONS) {
            Arrays.fill(expanded, true);
            pays = clusters.count() <= MOST_FORCED_CLUSTERS;
            return;
        }
        int d = problem.keys().dimension();
        int degree = ExpansionPlan.degree(longest, problem.error() / 64);
        double values = Cost.ofValues(d, degree, cell.receivers());
        double ofMoments = 0;
        double ofValues = 0;
        double ofPairs = 0;
        for (int cluster = 0; cluster < expanded.length; cluster++) {
            double moments = Cost.ofMoments(d, degree, clusters.keys(cluster));
            double pairs = Cost.ofPairs(cell.receivers(), clusters.keys(cluster));
            ofPairs += pairs;
            expanded[cluster] = moments + values < pairs;
            ofMoments += expanded[cluster] ? moments : 0;
            ofValues += expanded[cluster] ? values : pairs;
        }
        pays = ofMoments + ofValues < WORTH_WHILE * ofPairs && ofValues < mostForValues(clusters.count()) * ofMoments;
    }

    private static double mostForValues(int clusters) {
        return clusters > MANY_CLUSTERS ? MOST_FOR_VALUES_OF_MANY : MOST_FOR_VALUES;
    }

    /**
     * The choice for a cell, unless an expansion is not possible or cannot pay.
     *
     * @param blocks the blocks, from index {@code from} to {@code to}
     */
    static Optional<ExpansionChoice> of(
            SoftmaxProblem problem, Cell cell, int[] blocks, int from, int to, CertifiedSoftmax.Ways ways) {
        KeyClusters.Box box = new KeyClusters.Box(problem.keys(), blocks, from, to);
        boolean promising = ClusteredExpansion.isPossible(problem, cell, box)
                && (ways == CertifiedSoftmax.Ways.EXPANSIONS || maySuffice(problem, cell, box, to - from));
        return promising
                ? Optional.of(new ExpansionChoice(problem, cell, box, blocks, from, to, ways))
                        .filter(choice -> choice.pays)
                : Optional.empty();
    }

    /** Whether few of the clusters that would fill a box are enough for values to be cheap beside moments. */
    private static boolean maySuffice(SoftmaxProblem problem, Cell cell, KeyClusters.Box box, int blocks) {
        double longest = longest(problem.error());
        double filling = box.clusters(problem, cell, longest);
        if (!(filling <= blocks)) {
            return false;
        }
        int d = problem.keys().dimension();
        int degree = ExpansionPlan.degree(longest, problem.error() / 64);
        double clusters = Math.max(1, LEAST_FILLED * filling);
        double keys = blocks * KeyBlocks.SIZE / clusters;
        return Cost.ofValues(d, degree, cell.receivers())
                < mostForValues((int) clusters) * Cost.ofMoments(d, degree, keys);
    }

    /** The greatest T: so that the roundings of about two hundred operations times exp(T) stay well within the error. */
    private static double longest(double error) {
        return Math.clamp(StrictMath.log(error / 1.1e-13), 0.5, 6);
    }

    KeyClusters clusters() {
        return clusters;
    }

    /** For each cluster whether it is better expanded. */
    boolean[] expanded() {
        return expanded;
    }
}
