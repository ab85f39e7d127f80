package org.localmax.analysis.monitors;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.localmax.dynamics.Attention;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.Vectors;
import org.localmax.geometry.HullDistance;

/**
 * Looks for the farthest token without a hull, which is dear in more than three dimensions. Where the definition takes a token, to a
 * mean, is in the hull of the tokens before; so the token is no farther from that hull than from there. Those that are farther from
 * there than the tolerance of the hull are looked at themselves, the farthest first, until no other can be farther from the hull:
 * O(n^2 d) for the definition.
 */
final class LeavingRows implements HullLeaver.Search {

    private final Dynamics dynamics;
    private final CancellationCheck wanted;

    /** @param dynamics one under which tokens move to means */
    LeavingRows(Dynamics dynamics, CancellationCheck wanted) {
        this.dynamics = dynamics;
        this.wanted = wanted;
    }

    @Override
    public HullLeaver of(Step step) {
        Tokens after = step.after().tokens();
        HullDistance hull = new HullDistance(step.before().tokens());
        double[] bounds = bounds(step);
        int[] doubtful = IntStream.range(0, bounds.length)
                .filter(i -> bounds[i] > hull.tolerance())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -bounds[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        HullLeaver farthest = HullLeaver.NONE;
        for (int m = 0; m < doubtful.length && bounds[doubtful[m]] > farthest.distance(); m++) {
            wanted.check();
            int token = doubtful[m];
            double away = hull.of(after.token(token));
            if (away > Math.max(hull.tolerance(), farthest.distance())) {
                farthest = new HullLeaver(token, away);
            }
        }
        return farthest;
    }

    /** How far each token is from where the definition takes it; 0 for those that stay. */
    private double[] bounds(Step step) {
        Tokens before = step.before().tokens();
        double[] after = step.after().tokens().rows();
        int d = before.dimension();
        Attention attention = dynamics.attention(step.before());
        double gamma = attention.gamma();
        double[] bounds = new double[before.count()];
        double[] aim = new double[d];
        for (int i = 0; i < bounds.length; i++) {
            wanted.check();
            if (Vectors.distance(before.rows(), i * d, after, i * d, d) > 0) {
                double[] mean = attention.row(i).mean();
                for (int k = 0; k < d; k++) {
                    aim[k] = before.get(i, k) + gamma * (mean[k] - before.get(i, k));
                }
                bounds[i] = Vectors.distance(after, i * d, aim, 0, d);
            }
        }
        return bounds;
    }
}
