package org.localmax.analysis.monitors;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.localmax.analysis.limits.Limits;
import org.localmax.analysis.limits.QuiescentSet;
import org.localmax.dynamics.Fingerprint;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.StepSize;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.Vectors;
import org.localmax.dynamics.WeightedMean;

/**
 * What happens near one vertex v of K when a run is looked at again: who is in the ball B(v, eps), since when that and whom they attend
 * to stays the same, and from then on how each step moves them. O(n d) a step.
 */
final class VertexWatch {

    static final double ROUNDING = 64 * Vectors.UNIT_ROUNDOFF;

    /** Distances above so many times what rounding adds tell the rate to about six digits. */
    private static final double CLEAR = 1e6;

    private final Limits limits;
    private final int cluster;
    private final double[] vertex;
    private final double radius;
    private final StepSize stepSize;
    /** By how much the A-norm exceeds the Euclidean one at most. */
    private final double stretch;
    /** v, in coordinates in which the norm is Euclidean. */
    private final double[] place;

    private int[] members = {};
    private long sets;
    private long since;
    private boolean isQuiescent;
    private Excess contraction = new Excess(Statement.QUIESCENT_SETS);
    private Excess arrival = new Excess(Statement.NO_ARRIVAL);
    private double drift = Double.NaN;
    private double closestEscape = Double.POSITIVE_INFINITY;
    private double spreadAtEntry;
    private double spread;
    private double clearSpread;
    private long clearSteps;
    private double shrinkage;
    private double clearShrinkage;
    private OptionalLong joined = OptionalLong.empty();

    private long exits;
    private OptionalLong firstExit = OptionalLong.empty();
    private OptionalInt firstLeaver = OptionalInt.empty();
    private boolean stayed = true;

    /**
     * @param cluster the cluster, or one of the clusters, at v
     * @param vertex v
     * @param place v in coordinates in which the norm is Euclidean
     * @param stretch by how much the norm exceeds the Euclidean one at most
     */
    VertexWatch(
            Limits limits,
            int cluster,
            double[] vertex,
            double[] place,
            double radius,
            StepSize stepSize,
            double stretch) {
        this.limits = limits;
        this.cluster = cluster;
        this.vertex = vertex;
        this.place = place;
        this.radius = radius;
        this.stepSize = stepSize;
        this.stretch = stretch;
    }

    /**
     * Looks at the next step.
     *
     * @param before x(t) in coordinates in which the norm is Euclidean
     * @param after x(t+1) in these
     */
    void see(Step step, Tokens before, Tokens after) {
        long t = step.before().t();
        enter(step, before);
        countExits(t, after);
        double rounding = ROUNDING * stretch * step.before().tokens().largestNorm();
        for (int i = 0; i < before.count(); i++) {
            double there = distance(before, i);
            if (distance(after, i) > there + rounding) {
                closestEscape = Math.min(closestEscape, there);
            }
        }
        if (isQuiescent) {
            contract(step, before, rounding);
        }
    }

    /** Finds N, and begins anew if it is another one or attends to others than before. */
    private void enter(Step step, Tokens before) {
        int[] now = within(before);
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
        if (sets == whom && Arrays.equals(members, now)) {
            return;
        }
        members = now;
        sets = whom;
        since = step.before().t();
        contraction = new Excess(Statement.QUIESCENT_SETS);
        arrival = new Excess(Statement.NO_ARRIVAL);
        closestEscape = Double.POSITIVE_INFINITY;
        joined = OptionalLong.empty();
        clearSteps = 0;
        shrinkage = 1;
        drift = Double.NaN;
    }

    private void countExits(long t, Tokens after) {
        stayed = true;
        for (int i : members) {
            if (distance(after, i) > radius) {
                stayed = false;
                exits++;
                if (firstExit.isEmpty()) {
                    firstExit = OptionalLong.of(t);
                    firstLeaver = OptionalInt.of(i);
                }
            }
        }
    }

    /** How the tokens of N move: each goes the same fraction of the way to their mean. */
    private void contract(Step step, Tokens before, double rounding) {
        long t = step.before().t();
        Tokens x = step.before().tokens();
        Tokens next = step.after().tokens();
        int d = x.dimension();
        double[] mean = WeightedMean.of(x, members);
        double[] middle = WeightedMean.of(before, members);
        double gamma = stepSize.gamma(t);
        if (Double.isNaN(drift)) {
            drift = Vectors.distance(middle, 0, place, 0, d);
            spreadAtEntry = spread(before, middle);
        }
        spread = spread(before, middle);
        if (spread > CLEAR * rounding) {
            clearSpread = spread;
            clearSteps = t - since;
            clearShrinkage = shrinkage;
        }
        shrinkage *= 1 - gamma;
        if (joined.isEmpty() && isOnePoint(x)) {
            joined = OptionalLong.of(t);
        }
        double allowed = ROUNDING * x.largestNorm();
        double[] aim = new double[d];
        double most = 0;
        int whom = members[0];
        for (int i : members) {
            for (int k = 0; k < d; k++) {
                aim[k] = mean[k] + (1 - gamma) * (x.get(i, k) - mean[k]);
            }
            double off = Vectors.distance(next.rows(), i * d, aim, 0, d);
            whom = off > most ? i : whom;
            most = Math.max(most, off);
            boolean arrives = gamma < 1 && Vectors.distance(next.rows(), i * d, mean, 0, d) == 0;
            arrival.add(
                    t,
                    arrives ? Vectors.distance(x.rows(), i * d, mean, 0, d) : 0,
                    allowed / Math.max(1 - gamma, 0x1p-52),
                    i);
        }
        contraction.add(t, most, allowed, whom);
    }

    private double spread(Tokens before, double[] middle) {
        double most = 0;
        for (int i : members) {
            most = Math.max(most, Vectors.distance(before.rows(), i * middle.length, middle, 0, middle.length));
        }
        return most;
    }

    private boolean isOnePoint(Tokens x) {
        return Arrays.stream(members).allMatch(i -> x.coincide(i, members[0]));
    }

    private int[] within(Tokens tokens) {
        int[] found = new int[tokens.count()];
        int count = 0;
        for (int i = 0; i < found.length; i++) {
            if (distance(tokens, i) <= radius) {
                found[count++] = i;
            }
        }
        return Arrays.copyOf(found, count);
    }

    private double distance(Tokens tokens, int i) {
        return Vectors.distance(tokens.rows(), i * place.length, place, 0, place.length);
    }

    /**
     * What was seen.
     *
     * @param last the tokens at the end, and the limits, in coordinates in which the norm is Euclidean
     * @param width delta at the last step
     */
    QuiescentSet set(Tokens last, Tokens means, double width) {
        boolean hasEntered = isQuiescent && stayed && Arrays.equals(within(last), members);
        boolean[] isHere = new boolean[means.count()]; // N may consist of several clusters that are not one yet
        for (int i : within(last)) {
            isHere[limits.clusters().label(i)] = true;
        }
        double separation = Double.POSITIVE_INFINITY;
        for (int c = 0; c < isHere.length; c++) {
            separation = isHere[c] ? separation : Math.min(separation, distance(means, c));
        }
        double rate = clearSteps == 0 ? Double.NaN : root(clearSpread / spreadAtEntry, clearSteps);
        return new QuiescentSet(
                cluster,
                vertex,
                radius,
                within(last),
                hasEntered ? OptionalLong.of(since) : OptionalLong.empty(),
                exits,
                firstExit,
                firstLeaver,
                drift,
                rate,
                clearSteps == 0 ? Double.NaN : root(clearShrinkage, clearSteps),
                separation,
                width,
                closestEscape / radius,
                joined);
    }

    private static double root(double value, long degree) {
        return StrictMath.exp(StrictMath.log(value) / degree);
    }

    /** How far a token of N is from their mean at most, at the last step seen. */
    double spread() {
        return spread;
    }

    /** How the steps from the entry on moved the tokens. */
    Finding contraction() {
        return contraction.finding("every token of the set kept to the factor", "a token of the set left the factor");
    }

    /** Whether a token came to the mean at once. */
    Finding arrival() {
        return arrival.finding(
                "no token of a quiescent set arrived, but where rounding took it",
                "a token of a quiescent set arrived");
    }
}
