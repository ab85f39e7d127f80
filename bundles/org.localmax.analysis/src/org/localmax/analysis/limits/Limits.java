package org.localmax.analysis.limits;

import java.util.Arrays;
import java.util.Optional;
import org.localmax.analysis.Clusters;
import org.localmax.analysis.Settled;
import org.localmax.analysis.Settling;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.Vectors;
import org.localmax.dynamics.WeightedMean;
import org.localmax.geometry.InteractionNorm;
import org.localmax.geometry.MaximalAlignment;
import org.localmax.geometry.Polytope;

/**
 * The limits of a run as its last state shows them: K is the hull of the means of the clusters, a limit is such a mean, and its
 * kind follows from K and its {@linkplain MaximalAlignment#gap gap}. Numbers are those of the last state, whether or not the
 * tokens had come to rest; the kind says if they had not. Immutable.
 */
public final class Limits {

    /** A limit with a greater gap than this, in units of the greatest score, is outside S(K). */
    public static final double RELATIVE_GAP = 1e-8;

    private final Clusters clusters;
    private final Settled settled;
    private final Tokens means;
    private final Polytope hull;
    private final boolean[] isVertex;
    private final double[] gaps;
    private final double greatestGap;
    private final Interaction interaction;

    private Limits(
            Clusters clusters, Settled settled, Tokens means, int[] vertices, Interaction interaction, Polytope hull) {
        this.clusters = clusters;
        this.settled = settled;
        this.means = means;
        this.hull = hull;
        this.interaction = interaction;
        isVertex = new boolean[means.count()];
        for (int cluster : vertices) {
            isVertex[cluster] = true;
        }
        gaps = new double[means.count()];
        double greatestScore = 0;
        double[] product = new double[means.dimension()];
        for (int c = 0; c < gaps.length; c++) {
            gaps[c] = MaximalAlignment.gap(interaction, hull, means.token(c));
            interaction.apply(means.rows(), c * means.dimension(), product);
            greatestScore = Math.max(greatestScore, Vectors.norm(product, 0, product.length));
        }
        greatestGap = RELATIVE_GAP * greatestScore * means.largestNorm();
    }

    /**
     * The limits that the last state of a run shows.
     *
     * @param last the tokens at the end
     * @param linkage how far tokens of a cluster may be apart, in units of the coordinates; a mean is a vertex of K if it is
     *     farther from the hull of the others
     * @param settling what was seen of their rest
     * @param interaction A
     */
    public static Limits of(
            Tokens last, double linkage, Settling settling, Interaction interaction, CancellationCheck wanted) {
        Clusters clusters = Clusters.of(last, linkage, wanted);
        Tokens means = means(last, clusters);
        int[] vertices = NumericalVertices.of(means, linkage, wanted);
        Polytope hull = Polytope.of(NumericalVertices.some(means, vertices), wanted);
        return new Limits(clusters, settling.settled(clusters), means, vertices, interaction, hull);
    }

    private static Tokens means(Tokens tokens, Clusters clusters) {
        int d = tokens.dimension();
        double[] rows = new double[clusters.count() * d];
        for (int c = 0; c < clusters.count(); c++) {
            System.arraycopy(WeightedMean.of(tokens, clusters.members(c)), 0, rows, c * d, d);
        }
        return Tokens.ofRows(clusters.count(), d, rows);
    }

    /** The clusters, one a limit. */
    public Clusters clusters() {
        return clusters;
    }

    /** What may be said of the rest of the tokens. */
    public Settled settled() {
        return settled;
    }

    /** The limits: the mean of each cluster. */
    public Tokens means() {
        return means;
    }

    /** K, the hull of those means that are its vertices. */
    public Polytope hull() {
        return hull;
    }

    /**
     * S(K); empty unless A is symmetric and positive definite.
     *
     * @param wanted asked on the way
     */
    public Optional<MaximalAlignment> maximalAlignment(CancellationCheck wanted) {
        if (!InteractionNorm.exists(interaction)) { // S(K) may be infinite
            return Optional.empty();
        }
        return Optional.of(MaximalAlignment.of(interaction, hull, MaximalAlignment.DEFAULT_TOLERANCE, wanted));
    }

    /** Whether the limit of a cluster is a vertex of K. */
    public boolean isVertex(int cluster) {
        return isVertex[cluster];
    }

    /** Whether a token is in S_1, the tokens whose limit is a vertex of K; the others are S_2. */
    public boolean isInFirstSet(int token) {
        return isVertex[clusters.label(token)];
    }

    /** By how much a vertex of K is better aligned with the limit of a cluster than the limit itself, in units of the scores. */
    public double gap(int cluster) {
        return gaps[cluster];
    }

    /** Gaps up to this count as none, in units of the scores. */
    public double greatestGap() {
        return greatestGap;
    }

    /** The kind of the limit of a cluster. */
    public LimitKind kind(int cluster) {
        if (settled.motion() != Settled.Motion.SETTLED) {
            return LimitKind.NOT_SETTLED;
        }
        if (gaps[cluster] > greatestGap) {
            return LimitKind.OUTSIDE_S;
        }
        return isVertex[cluster] ? LimitKind.VERTEX : LimitKind.IN_S;
    }

    /** How many tokens have a limit of a kind. */
    public int count(LimitKind kind) {
        return (int) Arrays.stream(clusters.labels())
                .filter(cluster -> kind(cluster) == kind)
                .count();
    }
}
