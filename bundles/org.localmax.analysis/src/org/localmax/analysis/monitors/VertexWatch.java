package org.localmax.analysis.monitors;

import java.util.Arrays;
import java.util.OptionalLong;
import org.localmax.analysis.limits.Limits;
import org.localmax.analysis.limits.QuiescentSet;
import org.localmax.dynamics.Fingerprint;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.StepSize;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.Vectors;

/**
 * What happens near one vertex v of K when a run is looked at again: who is in the ball B(v, eps), since when that and whom they attend
 * to stays the same, and from then on how each step moves them. O(n d) a step.
 */
final class VertexWatch {

    static final double ROUNDING = 64 * Vectors.UNIT_ROUNDOFF;

    private final Limits limits;
    private final int cluster;
    private final double[] vertex;
    private final VertexBall ball;
    private final StepSize stepSize;
    /** By how much the A-norm exceeds the Euclidean one at most. */
    private final double stretch;

    private final BallExits exits;
    private int[] members = {};
    private long sets;
    private boolean isQuiescent;
    private Contraction contraction = new Contraction(members, 0);
    private double closestEscape = Double.POSITIVE_INFINITY;

    /**
     * @param cluster the cluster, or one of the clusters, at v
     * @param vertex v
     * @param ball that about v, in coordinates in which the norm is Euclidean
     * @param stretch by how much the norm exceeds the Euclidean one at most
     */
    VertexWatch(Limits limits, int cluster, double[] vertex, VertexBall ball, StepSize stepSize, double stretch) {
        this.limits = limits;
        this.cluster = cluster;
        this.vertex = vertex;
        this.ball = ball;
        this.stepSize = stepSize;
        this.stretch = stretch;
        exits = new BallExits(ball.radius());
    }

    /**
     * Looks at the next step.
     *
     * @param before x(t) in coordinates in which the norm is Euclidean
     * @param after x(t+1) in these
     * @param isRepeated whether the step is the one before once more
     */
    void see(Step step, Tokens before, Tokens after, boolean isRepeated) {
        double rounding = ROUNDING * stretch * step.before().tokens().largestNorm();
        if (!isRepeated) {
            enter(step, before);
        }
        double[] there = ball.distances(before);
        double[] next = ball.distances(after);
        exits.see(step.before().t(), members, next);
        for (int i = 0; !isRepeated && i < there.length; i++) {
            if (there[i] < closestEscape && next[i] > there[i] + rounding) {
                closestEscape = there[i];
            }
        }
        if (isQuiescent) {
            double gamma = stepSize.gamma(step.before().t());
            contraction.see(step, gamma, before, ball.place(), isRepeated, rounding);
        }
    }

    /** Finds N, and begins anew if it is another one or attends to others than before. */
    private void enter(Step step, Tokens before) {
        int[] now = ball.within(before);
        long print = 0;
        for (int i : now) {
            print += Fingerprint.of(i);
        }
        boolean attendsToItself = now.length > 0;
        long whom = 0;
        for (int i : now) {
            attendsToItself &= step.fingerprints()[i] == print;
            whom += Fingerprint.of(step.fingerprints()[i] ^ Fingerprint.of(i));
        }
        isQuiescent = attendsToItself;
        if (sets != whom || !Arrays.equals(members, now)) {
            members = now;
            sets = whom;
            contraction = new Contraction(now, step.before().t());
            closestEscape = Double.POSITIVE_INFINITY;
        }
    }

    /**
     * What was seen.
     *
     * @param last the tokens at the end, and the limits, in coordinates in which the norm is Euclidean
     * @param width delta at the last step
     */
    QuiescentSet set(Tokens last, Tokens means, double width) {
        int[] here = ball.within(last);
        boolean hasEntered = isQuiescent && exits.allStayed() && Arrays.equals(here, members);
        return new QuiescentSet(
                cluster,
                vertex,
                ball.radius(),
                here,
                hasEntered ? OptionalLong.of(contraction.since()) : OptionalLong.empty(),
                exits.count(),
                exits.first(),
                exits.leaver(),
                contraction.drift(),
                contraction.rate(),
                contraction.expectedRate(),
                separation(here, means),
                width,
                closestEscape / ball.radius(),
                contraction.joined());
    }

    /** The distance of v to the nearest limit of tokens that are not in N, which may be several clusters that are not one yet. */
    private double separation(int[] here, Tokens means) {
        boolean[] isHere = new boolean[means.count()];
        for (int i : here) {
            isHere[limits.clusters().label(i)] = true;
        }
        double[] place = ball.place();
        double separation = Double.POSITIVE_INFINITY;
        for (int c = 0; c < isHere.length; c++) {
            double away = Vectors.distance(means.rows(), c * place.length, place, 0, place.length);
            separation = isHere[c] ? separation : Math.min(separation, away);
        }
        return separation;
    }

    /** How the steps from the entry on move the tokens of N. */
    Contraction contraction() {
        return contraction;
    }
}
