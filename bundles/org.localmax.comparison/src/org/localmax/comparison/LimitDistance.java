package org.localmax.comparison;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.localmax.analysis.limits.Limits;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.Vectors;
import org.localmax.geometry.AlignedPoint;
import org.localmax.geometry.HausdorffDistance;
import org.localmax.geometry.InteractionNorm;
import org.localmax.geometry.MaximalAlignment;

/**
 * How far the limits of two runs are apart, as their last states show them. Hausdorff distances, in units of the coordinates.
 *
 * @param hulls that of the sets K, the hulls of the limits
 * @param points that of the limits themselves
 * @param alignmentSets that of the sets S(K); empty unless A is symmetric and positive definite
 */
public record LimitDistance(double hulls, double points, OptionalDouble alignmentSets) {

    /** The distance of the limits of two runs in one space. */
    public static LimitDistance of(Limits x, Limits y, CancellationCheck wanted) {
        int d = x.means().dimension();
        return new LimitDistance(
                HausdorffDistance.of(x.hull(), y.hull(), InteractionNorm.euclidean(d), wanted),
                ofPoints(points(x.means()), points(y.means())),
                ofAlignmentSets(x.maximalAlignment(wanted), y.maximalAlignment(wanted)));
    }

    private static OptionalDouble ofAlignmentSets(Optional<MaximalAlignment> x, Optional<MaximalAlignment> y) {
        return x.isEmpty() || y.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(ofPoints(points(x.get()), points(y.get())));
    }

    private static List<double[]> points(Tokens tokens) {
        return IntStream.range(0, tokens.count()).mapToObj(tokens::token).toList();
    }

    private static List<double[]> points(MaximalAlignment set) {
        return set.points().stream().map(AlignedPoint::coordinates).toList();
    }

    private static double ofPoints(List<double[]> x, List<double[]> y) {
        return Math.max(excess(x, y), excess(y, x));
    }

    /** The greatest distance of a point of the one set from the other. */
    private static double excess(List<double[]> x, List<double[]> y) {
        double greatest = 0;
        for (double[] point : x) {
            double nearest = Double.POSITIVE_INFINITY;
            for (double[] other : y) {
                nearest = Math.min(nearest, Vectors.distance(point, 0, other, 0, point.length));
            }
            greatest = Math.max(greatest, nearest);
        }
        return greatest;
    }
}
