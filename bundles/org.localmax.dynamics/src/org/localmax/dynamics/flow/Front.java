package org.localmax.dynamics.flow;

import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.TiePolicy;
import org.localmax.dynamics.Vectors;

/**
 * The tokens at one moment of the flow, with their velocities: how far the best scores are ahead of the others, and how long
 * they certainly stay so.
 *
 * <p>With q_i = A x_i (-A x_i where the least score is best) and r_i the mean of the targets of i, token j is behind by
 * f_ij = &lt;q_i, r_i - x_j&gt;. Let D be the greatest speed and R the greatest norm now; neither grows while targets stay,
 * as velocities and tokens are then means of those before. |x''| = |(W - I) x'| is at most 2 D, so that |f''| is at most
 * |A| (2 D 2 R + 2 D 2 D + R 4 D) = 4 |A| D (2 R + D), and f is above a parabola of that curvature.
 */
final class Front {

    /** Scores are never told apart below this part of |A x| R, whatever the tolerance. */
    private static final double LEAST_TOLERANCE = 0x1p-46;

    /** Slopes below this part of |A| R D count as none. */
    private static final double NO_SLOPE = 1e-10;

    private final int dimension;
    private final double[] rows;
    private final double[] queries;
    private final double[] queryVelocities;
    private final double[] means;
    private final double[] velocities;
    private final double[] meanVelocities;
    private final double[] tolerances;
    private final double curvature;
    private final double noSlope;

    Front(double[] rows, Interaction interaction, boolean minimises, TiePolicy ties, int[][] targets) {
        this.rows = rows;
        dimension = interaction.dimension();
        means = Piece.means(rows, dimension, targets);
        velocities = new double[rows.length];
        for (int at = 0; at < rows.length; at++) {
            velocities[at] = means[at] - rows[at];
        }
        meanVelocities = Piece.means(velocities, dimension, targets);
        queries = queries(rows, interaction, minimises);
        queryVelocities = queries(velocities, interaction, minimises);
        double radius = largestNorm(rows);
        double speed = largestNorm(velocities);
        curvature = 4 * interaction.normBound() * speed * (2 * radius + speed);
        noSlope = NO_SLOPE * interaction.normBound() * radius * speed;
        tolerances = new double[targets.length];
        for (int i = 0; i < tolerances.length; i++) {
            double queryNorm = Vectors.norm(queries, i * dimension, dimension);
            tolerances[i] = Math.max(ties.of(queryNorm, radius), LEAST_TOLERANCE * queryNorm * radius);
        }
    }

    private double[] queries(double[] vectors, Interaction interaction, boolean minimises) {
        double[] all = new double[vectors.length];
        double[] query = new double[dimension];
        for (int at = 0; at < vectors.length; at += dimension) {
            interaction.apply(vectors, at, query);
            for (int k = 0; k < dimension; k++) {
                all[at + k] = minimises ? -query[k] : query[k];
            }
        }
        return all;
    }

    private double largestNorm(double[] vectors) {
        double largest = 0;
        for (int at = 0; at < vectors.length; at += dimension) {
            largest = Math.max(largest, Vectors.norm(vectors, at, dimension));
        }
        return largest;
    }

    /** n. */
    int count() {
        return tolerances.length;
    }

    /** f_ij: how far j is behind the targets of i. */
    double lead(int i, int j) {
        return product(queries, i, means, i, rows, j);
    }

    /** The time derivative of f_ij. */
    double slope(int i, int j) {
        return product(queryVelocities, i, means, i, rows, j) + product(queries, i, meanVelocities, i, velocities, j);
    }

    /** &lt;q_i, a_i - b_j&gt;. */
    private double product(double[] q, int i, double[] a, int ai, double[] b, int j) {
        double sum = 0;
        for (int k = 0; k < dimension; k++) {
            sum = Math.fma(q[i * dimension + k], a[ai * dimension + k] - b[j * dimension + k], sum);
        }
        return sum;
    }

    /** Whether j is level with the targets of i, up to the tie tolerance, or ahead of them. */
    boolean isLevel(int i, int j) {
        return lead(i, j) <= tolerances[i];
    }

    /** Whether j gains on the targets of i. */
    boolean gains(int i, int j) {
        return slope(i, j) < -noSlope;
    }

    /** Whether j falls behind the targets of i. */
    boolean falls(int i, int j) {
        return slope(i, j) > noSlope;
    }

    /** A time within which j, which is not both level and gaining, does not become more than level. */
    double safeTime(int i, int j) {
        if (curvature == 0) {
            return Double.POSITIVE_INFINITY;
        }
        double lead = lead(i, j);
        double slope = slope(i, j);
        double margin = lead > tolerances[i] ? lead - tolerances[i] / 2 : Math.max(0, lead) + tolerances[i];
        double root = Math.sqrt(slope * slope + 2 * curvature * margin);
        // the positive root of margin + slope h - curvature h^2 / 2, without cancellation
        return slope >= 0 ? (slope + root) / curvature : 2 * margin / (root - slope);
    }

    /** Whether two tokens are at the same point. */
    boolean coincide(int i, int j) {
        for (int k = 0; k < dimension; k++) {
            if (rows[i * dimension + k] != rows[j * dimension + k]) {
                return false;
            }
        }
        return true;
    }
}
