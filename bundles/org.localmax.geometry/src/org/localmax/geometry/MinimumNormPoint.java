package org.localmax.geometry;

import java.util.Arrays;
import org.localmax.dynamics.Vectors;

/**
 * The point of the convex hull of finitely many points that is nearest to a given one, by Wolfe's algorithm (Mathematical
 * Programming 11, 1976): an affinely independent corral of points, whose hull holds the nearest point of its affine hull in its
 * interior, takes up the point that is lowest along the way to it and gives up those that are not needed any more.
 *
 * <p>The answer certifies itself: with n the unit vector towards the nearest point of the corral, which is at distance r, the
 * hull is at least r + min_j &lt;n, p_j - c&gt; away, c a point of the corral, and the search ends when this is r up to rounding.
 */
final class MinimumNormPoint {

    /** In exact arithmetic every step comes nearer and the search ends, after a few rounds per dimension as a rule. */
    private static final int ROUNDS = 1000;

    /** So many steps in turn may come no nearer than rounding tells. */
    private static final int MOST_STALLS = 20;

    private final double[] points;
    private final double[] origin;
    private final int dimension;
    private final double rounding;
    private int[] corral;
    private double[] weights;
    private double[] offset;
    private double norm;
    private int stalls;

    private MinimumNormPoint(double[] points, double[] origin) {
        this.points = points;
        this.origin = origin;
        dimension = origin.length;
        int nearest = 0;
        double smallest = Double.POSITIVE_INFINITY;
        double largest = 0;
        for (int j = 0; j < points.length / dimension; j++) {
            double distance = Vectors.distance(points, j * dimension, origin, 0, dimension);
            nearest = distance < smallest ? j : nearest;
            smallest = Math.min(smallest, distance);
            largest = Math.max(largest, distance);
        }
        rounding = 4 * Vectors.chainError(dimension + 4) * largest;
        corral = new int[] {nearest};
        weights = new double[] {1};
        measure(new AffineProjection(points, dimension, corral, origin));
    }

    /**
     * The search among points of moderate size.
     *
     * @param points h x d, row by row; at least one point
     * @param origin the point that the nearest one is searched of, d coordinates
     */
    static MinimumNormPoint of(double[] points, double[] origin) {
        MinimumNormPoint search = new MinimumNormPoint(points, origin);
        boolean searching = true;
        for (int round = 0; searching && round < ROUNDS + 10 * search.dimension; round++) {
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

    /** The way to the nearest point, d coordinates. */
    double[] offset() {
        return offset;
    }

    /** The distance of the nearest point. */
    double norm() {
        return norm;
    }

    /** A lower bound of the distance of the hull, up to the rounding of an inner product. */
    double lowerBound() {
        return norm == 0 ? 0 : Math.max(0, norm + height(lowest()));
    }

    private void measure(AffineProjection projection) {
        offset = projection.offset();
        norm = Vectors.norm(offset, 0, dimension);
    }

    private boolean improve() {
        if (norm <= rounding) {
            return false;
        }
        int next = lowest();
        if (height(next) >= -rounding || Arrays.stream(corral).anyMatch(j -> j == next)) {
            return false;
        }
        int[] oldCorral = corral;
        double[] oldWeights = weights;
        double[] oldOffset = offset;
        double oldNorm = norm;
        corral = Arrays.copyOf(corral, corral.length + 1);
        corral[corral.length - 1] = next;
        weights = Arrays.copyOf(weights, corral.length);
        settle();
        stalls = norm < oldNorm ? 0 : stalls + 1;
        if (norm <= oldNorm + rounding && stalls <= MOST_STALLS) {
            return true;
        }
        corral = oldCorral;
        weights = oldWeights;
        offset = oldOffset;
        norm = oldNorm;
        return false;
    }

    /** The point that is lowest along the way to the nearest one. */
    private int lowest() {
        int lowest = 0;
        double smallest = Double.POSITIVE_INFINITY;
        for (int j = 0; j < points.length / dimension; j++) {
            double height = height(j);
            if (height < smallest) {
                smallest = height;
                lowest = j;
            }
        }
        return lowest;
    }

    /** How much farther than the corral a point is, along the way to it. */
    private double height(int j) {
        double sum = 0;
        int from = corral[0] * dimension;
        for (int k = 0; k < dimension; k++) {
            sum = Math.fma(offset[k] / norm, points[j * dimension + k] - points[from + k], sum);
        }
        return sum;
    }

    /** Moves the weights to the nearest point of the affine hull of the corral, dropping points where it leaves their hull. */
    private void settle() {
        AffineProjection target = new AffineProjection(points, dimension, corral, origin);
        while (Arrays.stream(target.weights()).anyMatch(weight -> weight <= 0)) {
            drop(target.weights());
            target = new AffineProjection(points, dimension, corral, origin);
        }
        weights = target.weights();
        measure(target);
    }

    /** Moves the weights towards others until the first is 0, and drops all that are. */
    private void drop(double[] target) {
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
        int kept = 0;
        for (int m = 0; m < corral.length; m++) {
            double moved = weights[m] + step * (target[m] - weights[m]);
            if (m != leaving && moved > 0) {
                corral[kept] = corral[m];
                weights[kept++] = moved;
            }
        }
        corral = Arrays.copyOf(corral, kept);
        weights = Arrays.copyOf(weights, kept);
    }
}
