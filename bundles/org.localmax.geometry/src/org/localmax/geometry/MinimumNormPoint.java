package org.localmax.geometry;

import java.util.Arrays;
import org.localmax.dynamics.Vectors;

/**
 * The point of least Euclidean norm of the convex hull of finitely many points, by Wolfe's algorithm (Mathematical Programming
 * 11, 1976): an affinely independent corral of points, whose hull holds the least point of its affine hull in its interior,
 * takes up the point that is lowest along the way to it and gives up those that are not needed any more.
 *
 * <p>Least squares are solved by orthogonalisation, not by normal equations. The answer certifies itself: every hull point y
 * has |y| >= min_j &lt;x, p_j&gt; / |x|, which the search brings up to |x| as far as rounding lets it.
 */
final class MinimumNormPoint {

    /** A step that does not come nearer ends the search; it ends in theory, and does so here in few rounds per dimension. */
    private static final int ROUNDS = 1000;

    private final double[] points;
    private final int dimension;
    private final double reach;
    private int[] corral;
    private double[] weights;
    private double[] least;

    private MinimumNormPoint(double[] points, int dimension) {
        this.points = points;
        this.dimension = dimension;
        int nearest = 0;
        double smallest = Double.POSITIVE_INFINITY;
        double largest = 0;
        for (int j = 0; j < points.length / dimension; j++) {
            double norm = Vectors.norm(points, j * dimension, dimension);
            nearest = norm < smallest ? j : nearest;
            smallest = Math.min(smallest, norm);
            largest = Math.max(largest, norm);
        }
        reach = largest;
        corral = new int[] {nearest};
        weights = new double[] {1};
        least = combine(corral, weights);
    }

    /**
     * The search among points of moderate size.
     *
     * @param points h x d, row by row, the largest coordinate about 1, or all 0
     */
    static MinimumNormPoint of(double[] points, int dimension) {
        MinimumNormPoint search = new MinimumNormPoint(points, dimension);
        boolean searching = true;
        for (int round = 0; searching && round < ROUNDS + 10 * dimension; round++) {
            searching = search.improve();
        }
        return search;
    }

    /** The points that it is a combination of, as row numbers. */
    int[] corral() {
        return corral;
    }

    /** Their weights: positive, adding up to 1. */
    double[] weights() {
        return weights;
    }

    /** The least point, d coordinates. */
    double[] point() {
        return least;
    }

    /** Its norm; an upper bound of the distance of the hull from the origin. */
    double norm() {
        return Vectors.norm(least, 0, dimension);
    }

    /** A lower bound of the distance, up to the rounding of an inner product. */
    double lowerBound() {
        double norm = norm();
        return norm == 0 ? 0 : Math.max(0, dot(lowest()) / norm);
    }

    private boolean improve() {
        double square = Vectors.dot(least, 0, least, 0, dimension);
        double norm = Math.sqrt(square);
        double rounding = 8 * Vectors.chainError(dimension + 4) * reach;
        int next = lowest();
        boolean isLeast = norm <= rounding || square - dot(next) <= rounding * norm;
        if (isLeast || Arrays.stream(corral).anyMatch(j -> j == next)) {
            return false;
        }
        int[] oldCorral = corral;
        double[] oldWeights = weights;
        double[] oldLeast = least;
        corral = Arrays.copyOf(corral, corral.length + 1);
        corral[corral.length - 1] = next;
        weights = Arrays.copyOf(weights, corral.length);
        settle();
        least = combine(corral, weights);
        if (norm() < norm) {
            return true;
        }
        corral = oldCorral;
        weights = oldWeights;
        least = oldLeast;
        return false;
    }

    /** The point that is lowest in the direction of the least one. */
    private int lowest() {
        int lowest = 0;
        double smallest = Double.POSITIVE_INFINITY;
        for (int j = 0; j < points.length / dimension; j++) {
            double along = dot(j);
            if (along < smallest) {
                smallest = along;
                lowest = j;
            }
        }
        return lowest;
    }

    private double dot(int j) {
        return Vectors.dot(least, 0, points, j * dimension, dimension);
    }

    /** Moves the weights to the least point of the affine hull of the corral, dropping points on the way where it leaves them. */
    private void settle() {
        double[] target = AffineProjection.weights(points, dimension, corral);
        while (Arrays.stream(target).anyMatch(weight -> weight <= 0)) {
            double step = 1;
            int leaving = -1;
            for (int m = 0; m < target.length; m++) {
                if (target[m] <= 0) {
                    double reached = weights[m] <= 0 ? 0 : weights[m] / (weights[m] - target[m]);
                    if (leaving < 0 || reached < step) {
                        step = reached;
                        leaving = m;
                    }
                }
            }
            for (int m = 0; m < target.length; m++) {
                weights[m] += step * (target[m] - weights[m]);
            }
            weights[leaving] = 0;
            dropWithoutWeight();
            target = AffineProjection.weights(points, dimension, corral);
        }
        weights = target;
    }

    private void dropWithoutWeight() {
        int kept = 0;
        for (int m = 0; m < corral.length; m++) {
            if (weights[m] > 0) {
                corral[kept] = corral[m];
                weights[kept++] = weights[m];
            }
        }
        corral = Arrays.copyOf(corral, kept);
        weights = Arrays.copyOf(weights, kept);
    }

    private double[] combine(int[] rows, double[] factors) {
        double[] sum = new double[dimension];
        for (int m = 0; m < rows.length; m++) {
            for (int k = 0; k < dimension; k++) {
                sum[k] = Math.fma(factors[m], points[rows[m] * dimension + k], sum[k]);
            }
        }
        return sum;
    }
}
