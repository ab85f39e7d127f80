package org.localmax.analysis.monitors;

import java.util.EnumSet;
import java.util.Set;
import org.localmax.dynamics.AttentionRule.Softmax;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.Vectors;

/**
 * Whether a trajectory made elsewhere obeys a rule: each x(t+1) is compared with what the rule makes of x(t). Who made it may have added
 * up n terms one by one, and computed weights by other functions.
 */
public final class RuleMonitor {

    /** Statements whose quantity is a score or a square. */
    private static final Set<Statement> OF_SCORES = EnumSet.of(
            Statement.NORMS, Statement.DECAY, Statement.ALIGNED_LIMITS, Statement.VANISHING_STRIP, Statement.ADJOINT);

    /** Statements on A and the tokens at the end, however they came there. */
    private static final Set<Statement> OF_ANY_TOKENS = EnumSet.of(Statement.ALIGNMENT_SET);

    /** Statements that suppose where the tokens end. */
    private static final Set<Statement> OF_THE_END = EnumSet.copyOf(HindsightMonitors.STATEMENTS);

    static {
        OF_THE_END.add(Statement.ADJOINT);
    }

    private final Excess excess = new Excess(Statement.OBEYS);
    private final Dynamics dynamics;
    private final double tolerance;
    private double radius;
    /** How far a token may have been off in a step. */
    private double explained;

    /** @param tolerance how far a token may be off, in units of the largest norm; 0 for what rounding explains */
    public RuleMonitor(Dynamics dynamics, double tolerance) {
        this.dynamics = dynamics;
        this.tolerance = tolerance;
    }

    /**
     * Looks at the next step.
     *
     * @param step what the rule makes of x(t)
     * @param given x(t+1)
     */
    public void see(Step step, Tokens given) {
        long t = step.before().t();
        int d = given.dimension();
        double[] right = step.after().tokens().rows();
        double allowed = allowed(step);
        explained = Math.max(explained, allowed);
        radius = Math.max(radius, step.before().tokens().largestNorm());
        double[] off = new double[given.count()];
        int clear = -1;
        int doubtful = -1;
        for (int i = 0; i < off.length; i++) {
            off[i] = Vectors.distance(given.rows(), i * d, right, i * d, d);
            if (step.ambiguous()[i] == 0) {
                clear = clear < 0 || off[i] > off[clear] ? i : clear;
            } else {
                doubtful = doubtful < 0 || off[i] > off[doubtful] ? i : doubtful;
            }
        }
        if (clear >= 0) {
            excess.add(t, off[clear], allowed, clear);
        }
        if (doubtful >= 0) { // rounding may have decided otherwise there
            excess.addInDoubt(t, off[doubtful], allowed, doubtful);
        }
    }

    private double allowed(Step step) {
        double norm = step.before().tokens().largestNorm();
        if (tolerance > 0) {
            return tolerance * norm;
        }
        int n = step.counts().length;
        int d = step.before().tokens().dimension();
        double error = dynamics.rule() instanceof Softmax softmax ? softmax.error() : 0;
        double scores = Steepness.of(dynamics.rule(), step.before().t())
                * dynamics.interaction().normBound()
                * norm
                * norm;
        return ((4.0 * n + 256 * d * (1 + scores)) * Vectors.UNIT_ROUNDOFF + error) * norm;
    }

    /**
     * What a monitor that has looked at the same steps may say. What is explained by how far a token may be off is in doubt; a token
     * that is off by that changes squares and scores by up to 4 |A| R times as much. All statements but H2 suppose that the trajectory
     * obeys the rule: from where it does not they say nothing, and those that suppose its limits nothing at all.
     *
     * @param finding what it says
     * @param obeys what is said of the rule
     */
    public Finding judge(Finding finding, Finding obeys) {
        Finding allowed = allow(finding);
        if (allowed.verdict() == Verdict.NOT_APPLICABLE || OF_ANY_TOKENS.contains(allowed.statement())) {
            return allowed;
        }
        boolean isViolated = allowed.verdict() == Verdict.VIOLATED;
        boolean isBefore = isViolated
                && !OF_THE_END.contains(allowed.statement())
                && obeys.step().isPresent()
                && allowed.step().getAsLong() < obeys.step().getAsLong();
        if (obeys.verdict() == Verdict.VIOLATED && !isBefore) {
            return Finding.notApplicable(
                    allowed.statement(),
                    "the trajectory does not obey the rule at t = "
                            + obeys.step().getAsLong());
        }
        if (obeys.verdict() == Verdict.UNDECIDED && isViolated && !isBefore) {
            return allowed.with(
                    Verdict.UNDECIDED,
                    allowed.because() + ", and whether the trajectory obeys the rule is undecided at t = "
                            + obeys.step().getAsLong());
        }
        return allowed;
    }

    private Finding allow(Finding finding) {
        double slope = OF_SCORES.contains(finding.statement())
                ? 4 * Math.max(1, dynamics.interaction().normBound()) * radius
                : 8;
        boolean isExplained = finding.verdict() == Verdict.VIOLATED && finding.size() <= slope * explained;
        return isExplained ? finding.with(Verdict.UNDECIDED, finding.because() + ", within the tolerance") : finding;
    }

    /** What is to be said after the steps seen. */
    public Finding finding() {
        return excess.finding(
                "every step is what the rule makes of the one before", "a token is not where the rule takes it");
    }
}
