package org.localmax.analysis.monitors;

import java.util.ArrayList;
import java.util.List;
import org.localmax.analysis.HullMeasures;
import org.localmax.analysis.limits.LyapunovCandidate;
import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.AttentionRule.HegselmannKrause;
import org.localmax.dynamics.AttentionRule.Selective;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.Vectors;
import org.localmax.geometry.InteractionNorm;

/**
 * Functions of a configuration that might never increase, written down at each step of a run that is seen backwards (arXiv
 * 2509.15958, Section 6). That of all pairs cut off at delta never increases under the rule of Hegselmann and Krause. O(n^2 d) a step.
 */
final class LyapunovFunctions {

    private static final int ADJOINT = 0;
    private static final int TRUNCATED = 1;
    private static final int ALL_PAIRS = 2;
    private static final int NEIGHBOURS = 3;
    private static final int ENERGY = 4;
    private static final int EXTENT = 5;
    private static final int PERIMETER = 6;
    private static final int DIAMETER = 7;
    private static final int NORM = 8;

    private final Dynamics dynamics;
    private final CancellationCheck wanted;
    private final InteractionNorm norm;
    private final List<double[]> values = new ArrayList<>();
    private double laterDelta = Double.NaN;
    private boolean deltaGrows;
    private int count;

    LyapunovFunctions(Dynamics dynamics, CancellationCheck wanted) {
        this.dynamics = dynamics;
        this.wanted = wanted;
        norm = InteractionNorm.exists(dynamics.interaction())
                ? InteractionNorm.of(dynamics.interaction())
                : InteractionNorm.euclidean(dynamics.interaction().dimension());
    }

    /**
     * Writes down the values at x(t), t one less than last time.
     *
     * @param adjoint V(t)
     * @param near the sum of |x_i - x_j|^2 over the neighbours j of all i
     */
    void add(long t, Tokens x, double adjoint, double near) {
        count = x.count();
        double delta = delta(t);
        deltaGrows |= laterDelta > delta;
        laterDelta = delta;
        double all = 0;
        double truncated = Double.isNaN(delta) ? Double.NaN : 0;
        for (int i = 0; i < x.count(); i++) {
            wanted.check();
            for (int j = 0; j < i; j++) {
                double square = square(x, i, x, j);
                all += 2 * square;
                truncated += 2 * Math.min(square, delta * delta);
            }
        }
        double[] now = new double[NORM + 1];
        now[ADJOINT] = adjoint;
        now[TRUNCATED] = truncated;
        now[ALL_PAIRS] = all;
        now[NEIGHBOURS] = dynamics.rule() instanceof Selective ? near : Double.NaN;
        now[ENERGY] = -energy(x);
        HullMeasures hull = new HullMeasures(x, wanted);
        now[EXTENT] = hull.extent();
        now[PERIMETER] = x.dimension() == 2 ? hull.boundary() : Double.NaN;
        now[DIAMETER] = hull.diameter();
        now[NORM] = x.largestNorm();
        values.add(now);
    }

    /** |a_i - b_j|^2. */
    static double square(Tokens a, int i, Tokens b, int j) {
        int d = a.dimension();
        double sum = 0;
        for (int k = 0; k < d; k++) {
            double difference = a.rows()[i * d + k] - b.rows()[j * d + k];
            sum = Math.fma(difference, difference, sum);
        }
        return sum;
    }

    /** The width of the strip, or the radius of confidence; NaN for rules without one. */
    private double delta(long t) {
        return switch (dynamics.rule()) {
            case AttentionRule.Localmax localmax -> localmax.delta(t);
            case HegselmannKrause ball -> ball.delta(t);
            default -> Double.NaN;
        };
    }

    private double energy(Tokens x) {
        Tokens mapped = norm.toEuclidean(x);
        int d = x.dimension();
        double sum = 0;
        for (int at = 0; at < mapped.rows().length; at += d) {
            sum += Vectors.dot(mapped.rows(), at, mapped.rows(), at, d);
        }
        return sum;
    }

    /**
     * The functions with their increases; those that the rule does not have are left out.
     *
     * @param first t of the first step
     */
    List<LyapunovCandidate> candidates(long first) {
        if (values.isEmpty()) {
            return List.of();
        }
        boolean isHardmax = Hypotheses.hardmax(dynamics).isEmpty();
        boolean isConfidence = dynamics.rule() instanceof HegselmannKrause && !deltaGrows;
        boolean isPlane = !Double.isNaN(values.getFirst()[PERIMETER]);
        List<LyapunovCandidate> found = new ArrayList<>();
        add(found, first, ADJOINT, "adjoint V", "adjoint", true);
        add(found, first, TRUNCATED, "sum min(|x_i - x_j|^2, delta^2)", "truncated", isConfidence);
        add(found, first, ALL_PAIRS, "sum |x_i - x_j|^2", "all_pairs", false);
        add(found, first, NEIGHBOURS, "sum over neighbours |x_i - x_j|^2", "neighbours", false);
        add(found, first, ENERGY, "-sum |x_i|_A^2", "negative_energy", isHardmax);
        add(found, first, EXTENT, isPlane ? "area of the hull" : "width of the hull", isPlane ? "area" : "width", true);
        add(found, first, PERIMETER, "perimeter of the hull", "perimeter", true);
        add(found, first, DIAMETER, "diameter", "diameter", true);
        add(found, first, NORM, "max |x_i|", "largest_norm", true);
        return List.copyOf(found);
    }

    private void add(
            List<LyapunovCandidate> found, long first, int index, String name, String column, boolean isMonotone) {
        double[] series =
                values.reversed().stream().mapToDouble(value -> value[index]).toArray();
        if (!Double.isNaN(series[0])) {
            found.add(LyapunovCandidate.of(name, column, isMonotone, series, first, rounding()));
        }
    }

    /** Sums of n^2 terms that are not negative, of tokens that a step rounds by up to 32 u R; and what ties may move. */
    private double rounding() {
        return ((double) count * count + 128) * Vectors.UNIT_ROUNDOFF
                + 4 * dynamics.ties().tolerance();
    }
}
