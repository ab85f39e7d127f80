package org.localmax.analysis.monitors;

import java.util.Arrays;
import java.util.OptionalLong;
import org.localmax.analysis.limits.Limits;
import org.localmax.analysis.limits.OutsideLimit;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Row;
import org.localmax.dynamics.State;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.StepSize;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.Vectors;
import org.localmax.dynamics.WeightedMean;

/**
 * L2, in hindsight, of one limit outside S(K): as soon as the tokens of the cluster attend to whom they attend to at the end, with the
 * share w to themselves and else to others of mean b, a step takes their mean m to b + (1 + alpha w)/(1 + alpha) (m - b). O(|C| d) a step.
 */
final class OutsideLimitWatch {

    private static final double ROUNDING = 64 * Vectors.UNIT_ROUNDOFF;

    /** Displacements above so many times what rounding adds tell the factor to about four digits. */
    private static final double CLEAR = 1e4;

    private final Limits limits;
    private final int cluster;
    private final StepSize stepSize;
    private final int[] members;
    private final int[] others;
    private final double selfWeight;
    /** The fingerprint of whom all members attend to at the end. */
    private final long whom;

    private boolean isSame;
    private long since;
    private double factor = Double.NaN;
    private double moved = Double.NaN;
    private double measured = Double.NaN;
    private Excess excess = new Excess(Statement.LIMITS_OUTSIDE);

    /** @param last the state at the end */
    OutsideLimitWatch(Dynamics dynamics, Limits limits, int cluster, State last) {
        this.limits = limits;
        this.cluster = cluster;
        stepSize = dynamics.stepSize();
        members = limits.clusters().members(cluster);
        Row row = dynamics.attention(last).row(members[0]);
        whom = row.fingerprint();
        others = Arrays.stream(row.neighbours())
                .filter(j -> limits.clusters().label(j) != cluster)
                .toArray();
        selfWeight = 1 - (double) others.length / row.neighbours().length;
    }

    void see(Step step) {
        long t = step.before().t();
        boolean wasSame = isSame;
        isSame = others.length > 0 && Arrays.stream(members).allMatch(i -> step.fingerprints()[i] == whom);
        if (!isSame) {
            return;
        }
        if (!wasSame) {
            since = t;
            excess = new Excess(Statement.LIMITS_OUTSIDE);
            moved = Double.NaN;
            measured = Double.NaN;
        }
        Tokens x = step.before().tokens();
        double[] before = WeightedMean.of(x, members);
        double[] after = WeightedMean.of(step.after().tokens(), members);
        double[] rest = WeightedMean.of(x, others);
        double gamma = stepSize.gamma(t);
        factor = 1 - gamma + gamma * selfWeight;
        double[] aim = new double[before.length];
        for (int k = 0; k < aim.length; k++) {
            aim[k] = rest[k] + factor * (before[k] - rest[k]);
        }
        double allowed = ROUNDING * x.largestNorm();
        excess.add(t, Vectors.distance(after, 0, aim, 0, aim.length), allowed, members);
        double moves = Vectors.distance(after, 0, before, 0, aim.length);
        if (moves > CLEAR * allowed) {
            measured = moves / moved;
        }
        moved = moves;
    }

    OutsideLimit limit() {
        return new OutsideLimit(
                cluster,
                limits.means().token(cluster),
                limits.gap(cluster),
                selfWeight,
                isSame ? OptionalLong.of(since) : OptionalLong.empty(),
                factor,
                measured);
    }

    Finding finding() {
        if (!isSame) {
            return Finding.of(
                    Statement.LIMITS_OUTSIDE,
                    Verdict.UNDECIDED,
                    "the tokens of a cluster outside S(K) differ in whom they attend to, or changed it in the last step");
        }
        return excess.finding("the factor was kept to", "the mean of a cluster left the factor");
    }
}
