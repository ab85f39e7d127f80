package org.localmax.analysis.monitors;

import java.util.Arrays;
import java.util.OptionalLong;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.Vectors;
import org.localmax.dynamics.WeightedMean;

/**
 * How the tokens of a quiescent set N move while it and whom they attend to stays the same: each goes the same fraction of the way to
 * their mean. O(|N| d) a step.
 */
final class Contraction {

    /** Distances above so many times what rounding adds tell the rate to about six digits. */
    private static final double CLEAR = 1e6;

    private final int[] members;
    private final long since;
    private final Excess factor = new Excess(Statement.QUIESCENT_SETS);
    private final Excess arrival = new Excess(Statement.NO_ARRIVAL);
    private double gamma = Double.NaN;
    private double rounding;
    private double drift = Double.NaN;
    private double spreadAtEntry;
    private double spread;
    private double shrinkage = 1;
    private double clearSpread;
    private double clearShrinkage;
    private long clearSteps;
    private OptionalLong joined = OptionalLong.empty();

    /**
     * @param members N
     * @param since the first t at which the set is N
     */
    Contraction(int[] members, long since) {
        this.members = members;
        this.since = since;
    }

    /** The first t at which the set is N. */
    long since() {
        return since;
    }

    /**
     * Looks at the next step.
     *
     * @param before x(t) in coordinates in which the norm is Euclidean
     * @param place v in these
     * @param isRepeated whether the step is the one before once more
     * @param rounding what rounding adds to a distance in that norm
     */
    void see(Step step, double gamma, Tokens before, double[] place, boolean isRepeated, double rounding) {
        long t = step.before().t();
        this.rounding = rounding;
        if (!isRepeated || gamma != this.gamma) {
            Tokens x = step.before().tokens();
            double[] mean = WeightedMean.of(x, members);
            measure(before, before == x ? mean : WeightedMean.of(before, members), place);
            move(step, mean, gamma);
            if (joined.isEmpty() && isOnePoint(x)) {
                joined = OptionalLong.of(t);
            }
        }
        shrink(t, gamma);
    }

    private void measure(Tokens before, double[] middle, double[] place) {
        spread = 0;
        for (int i : members) {
            spread = Math.max(spread, Vectors.distance(before.rows(), i * middle.length, middle, 0, middle.length));
        }
        if (Double.isNaN(drift)) {
            drift = Vectors.distance(middle, 0, place, 0, place.length);
            spreadAtEntry = spread;
        }
    }

    private void shrink(long t, double gamma) {
        this.gamma = gamma;
        if (spread > CLEAR * rounding) {
            clearSpread = spread;
            clearSteps = t - since;
            clearShrinkage = shrinkage;
        }
        shrinkage *= 1 - gamma;
    }

    private void move(Step step, double[] mean, double gamma) {
        long t = step.before().t();
        Tokens x = step.before().tokens();
        Tokens next = step.after().tokens();
        int d = x.dimension();
        double allowed = VertexWatch.ROUNDING * x.largestNorm();
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
        factor.add(t, most, allowed, whom);
    }

    private boolean isOnePoint(Tokens x) {
        return Arrays.stream(members).allMatch(i -> x.coincide(i, members[0]));
    }

    /** How far the mean was from v at the first step; NaN before. */
    double drift() {
        return drift;
    }

    /** How far a token of N is from their mean at most, at the step seen last. */
    double spread() {
        return spread;
    }

    /** By which factor a step the spread fell on average, while rounding did not matter; NaN if too little was seen. */
    double rate() {
        return clearSteps == 0 ? Double.NaN : root(clearSpread / spreadAtEntry, clearSteps);
    }

    /** What the step sizes make of these steps; NaN as the rate. */
    double expectedRate() {
        return clearSteps == 0 ? Double.NaN : root(clearShrinkage, clearSteps);
    }

    private static double root(double value, long degree) {
        return StrictMath.exp(StrictMath.log(value) / degree);
    }

    /** The first t at which all of N is one point. */
    OptionalLong joined() {
        return joined;
    }

    /** Whether each token kept to the factor. */
    Finding factor() {
        return factor.finding("every token of the set kept to the factor", "a token of the set left the factor");
    }

    /** Whether a token came to the mean at once. */
    Finding arrival() {
        return arrival.finding(
                "no token of a quiescent set arrived, but where rounding took it",
                "a token of a quiescent set arrived");
    }
}
