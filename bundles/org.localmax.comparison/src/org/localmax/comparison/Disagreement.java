package org.localmax.comparison;

import java.util.Optional;
import java.util.stream.IntStream;
import org.localmax.analysis.Clusters;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.Vectors;
import org.localmax.geometry.HausdorffDistance;
import org.localmax.geometry.InteractionNorm;
import org.localmax.geometry.Polytope;

/**
 * How far two rules are apart at a step.
 *
 * @param t the step
 * @param meanDistance the mean over the tokens of |x_i - y_i|, in units of the coordinates
 * @param greatestDistance the greatest
 * @param farthest whose it is
 * @param otherSets how many tokens have other neighbours; empty unless both rules decide who is one
 * @param hullDistance the Hausdorff distance of the convex hulls
 * @param agreement the adjusted Rand index of the clusters
 */
public record Disagreement(
        long t,
        double meanDistance,
        double greatestDistance,
        int farthest,
        Optional<Integer> otherSets,
        double hullDistance,
        double agreement) {

    /**
     * That of two steps from the same t.
     *
     * @param x the state of the one rule, with its hull and clusters
     * @param y that of the other
     */
    static Disagreement of(Look x, Look y, CancellationCheck wanted) {
        Tokens a = x.step().before().tokens();
        Tokens b = y.step().before().tokens();
        int d = a.dimension();
        double sum = 0;
        double greatest = 0;
        int farthest = 0;
        for (int i = 0; i < a.count(); i++) {
            double distance = Vectors.distance(a.rows(), i * d, b.rows(), i * d, d);
            sum += distance;
            if (distance > greatest) {
                greatest = distance;
                farthest = i;
            }
        }
        return new Disagreement(
                x.step().before().t(),
                sum / a.count(),
                greatest,
                farthest,
                x.decides() && y.decides() ? Optional.of(others(x.step(), y.step()).length) : Optional.empty(),
                HausdorffDistance.of(x.hull(), y.hull(), InteractionNorm.euclidean(d), wanted),
                AdjustedRandIndex.of(x.clusters(), y.clusters()));
    }

    /** The tokens whose neighbours differ, by the fingerprints of the sets. */
    static int[] others(Step x, Step y) {
        return IntStream.range(0, x.counts().length)
                .filter(i -> x.fingerprints()[i] != y.fingerprints()[i])
                .toArray();
    }

    /** What is seen of a rule at a step. */
    record Look(Step step, boolean decides, Polytope hull, Clusters clusters) {

        static Look at(Step step, double linkage, CancellationCheck wanted) {
            Tokens tokens = step.before().tokens();
            return new Look(
                    step,
                    !Double.isNaN(step.smallestMargin()),
                    Polytope.of(tokens, wanted),
                    Clusters.of(tokens, linkage, wanted));
        }
    }
}
