package org.localmax.analysis.monitors;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.localmax.analysis.Digits;
import org.localmax.analysis.limits.LyapunovCandidate;
import org.localmax.dynamics.Attention;
import org.localmax.dynamics.AttentionRule.Selective;
import org.localmax.dynamics.AttentionRule.Softmax;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Row;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.TiePolicy;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.Vectors;

/**
 * L5: the adjoint function V(t) = sum_i pi_i |x_i - sum_j pi_j x_j|^2, where pi(t)^T = pi(t+1)^T W(t), W = (1 - gamma) I + gamma P and P
 * holds the weights (arXiv 2509.15958, Section 6). pi is uniform at the end, so that the steps are seen <em>backwards</em>, from the last
 * one on. A step takes from V exactly sum_k pi_k(t+1) sum_i W_ki |x_i(t) - x_k(t+1)|^2, which is
 * 1/2 sum_ij (W^T diag(pi(t+1)) W)_ij |x_i - x_j|^2 as x_k(t+1) is the mean of the x_i with weights W_ki. Besides, the candidates
 * that need no future are written down. Each step takes the rows of the definition, O(n^2 d), which is far dearer than the step itself
 * where tokens are many; there V is watched only if it is asked for.
 */
public final class LyapunovMonitor {

    /** More tokens make the rows dear. */
    private static final int MOST_TOKENS = 2_000;

    /** About a minute. */
    private static final double MOST_PAIRS = 4e9;

    /** With so few tokens the rows of a step take some milliseconds. */
    private static final int FEW_TOKENS = 200;

    /** Some seconds. */
    private static final double FEW_PAIRS = 1e8;

    private final Dynamics dynamics;
    private final CancellationCheck wanted;
    private final double[] weights;
    private double later = Double.NaN;
    private long first;
    private final List<Change> changes = new ArrayList<>();
    private final LyapunovFunctions functions;

    /** What a step, from t, does to V: by how much the identity fails, by how much V grows, what rounding may do, and whether its rows are in doubt. */
    private record Change(long t, double mismatch, double growth, double allowed, boolean isInDoubt) {}

    /**
     * The adjoint function of a run.
     *
     * @param count n
     */
    public LyapunovMonitor(Dynamics dynamics, int count, CancellationCheck wanted) {
        this.dynamics = dynamics;
        this.wanted = wanted;
        functions = new LyapunovFunctions(dynamics, wanted);
        weights = new double[count];
        Arrays.fill(weights, 1.0 / count);
    }

    /**
     * Why it is not watched, if it is not.
     *
     * @param isAsked whether it is wanted also where it is dear
     */
    public static Optional<String> whyNot(Dynamics dynamics, int count, long steps, boolean isAsked) {
        Optional<String> impossible = whyNever(dynamics, count, steps);
        return impossible.isPresent() || isAsked
                ? impossible
                : tooDear(count, steps).map(because -> because + ": it takes long, and --lyapunov asks for it");
    }

    private static Optional<String> tooDear(int count, long steps) {
        if (count > FEW_TOKENS) {
            return Optional.of("there are more than " + FEW_TOKENS + " tokens");
        }
        return (double) count * count * steps <= FEW_PAIRS
                ? Optional.empty()
                : Optional.of("n^2 T is more than " + Digits.of(FEW_PAIRS, 1));
    }

    private static Optional<String> whyNever(Dynamics dynamics, int count, long steps) {
        return Hypotheses.means(dynamics)
                .or(() -> count <= MOST_TOKENS
                        ? Optional.empty()
                        : Optional.of("there are more than " + MOST_TOKENS + " tokens"))
                .or(() -> (double) count * count * steps <= MOST_PAIRS
                        ? Optional.empty()
                        : Optional.of("n^2 T is more than " + Digits.of(MOST_PAIRS, 1)));
    }

    /** A finding where it cannot be watched. */
    public static Finding notApplicable(String because) {
        return Finding.notApplicable(Statement.ADJOINT, because);
    }

    /** Looks at the step before the one seen last; the last step of the run comes first. */
    public void seeBackwards(Step step) {
        Tokens x = step.before().tokens();
        Tokens next = step.after().tokens();
        int n = x.count();
        int d = x.dimension();
        first = step.before().t();
        if (Double.isNaN(later)) {
            later = spread(next);
        }
        Attention attention = dynamics.attention(step.before());
        double gamma = attention.gamma();
        double[] earlier = new double[n];
        double taken = 0;
        double near = 0;
        boolean isDecided = dynamics.rule() instanceof Selective;
        boolean isInDoubt = false;
        for (int k = 0; k < n; k++) {
            wanted.check();
            Row row = attention.row(k);
            if (isDecided && row.fingerprint() != step.fingerprints()[k]) {
                row = untied(step).row(k);
                isInDoubt |= row.fingerprint() != step.fingerprints()[k];
            }
            isInDoubt |= row.consequential() > 0; // a trajectory made elsewhere may decide otherwise
            double share = weights[k] * (1 - gamma);
            earlier[k] += share;
            double here = share * LyapunovFunctions.square(x, k, next, k);
            for (int m = 0; m < row.neighbours().length; m++) {
                int i = row.neighbours()[m];
                double part = weights[k] * gamma * row.weights()[m];
                earlier[i] += part;
                here += part * LyapunovFunctions.square(x, i, next, k);
                near += LyapunovFunctions.square(x, i, x, k);
            }
            taken += here;
        }
        System.arraycopy(earlier, 0, weights, 0, n);
        double now = spread(x);
        double radius = x.largestNorm();
        double error = dynamics.rule() instanceof Softmax softmax ? softmax.error() : 0;
        double scores = Steepness.of(dynamics.rule(), step.before().t())
                * dynamics.interaction().normBound()
                * radius
                * radius;
        double allowed =
                ((16.0 * (n + d) + 1024 + 512 * d * scores) * Vectors.UNIT_ROUNDOFF + 16 * error) * radius * radius;
        changes.add(new Change(first, Math.abs(now - later - taken), later - now, allowed, isInDoubt));
        later = now;
        functions.add(first, x, now, near);
    }

    /** The rows without a tie tolerance: those of exact steps, late in a run, when tokens are within the tolerance of others. */
    private Attention untied(Step step) {
        return dynamics.with(new TiePolicy(0)).attention(step.before());
    }

    /** sum_i pi_i |x_i - sum_j pi_j x_j|^2. */
    private double spread(Tokens x) {
        int d = x.dimension();
        double[] mean = new double[d];
        for (int i = 0; i < weights.length; i++) {
            for (int k = 0; k < d; k++) {
                mean[k] = Math.fma(weights[i], x.get(i, k), mean[k]);
            }
        }
        Tokens middle = Tokens.ofRows(1, d, mean);
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum = Math.fma(weights[i], LyapunovFunctions.square(x, i, middle, 0), sum);
        }
        return sum;
    }

    /** What is to be said of V. */
    public Finding finding() {
        Excess excess = new Excess(Statement.ADJOINT);
        for (Change change : changes.reversed()) {
            double off = Math.max(change.mismatch(), change.growth());
            if (change.isInDoubt()) {
                excess.addInDoubt(change.t(), off, change.allowed());
            } else {
                excess.add(change.t(), off, change.allowed());
            }
        }
        return excess.finding(
                "V never increased, and every step took from it what it should",
                "V did not change by what the step should take from it");
    }

    /** V and the candidates that need no future, with their increases; those that the rule does not have are left out. */
    public List<LyapunovCandidate> candidates() {
        return functions.candidates(first);
    }
}
