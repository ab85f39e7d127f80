package org.localmax.analysis.monitors;

import java.util.Optional;
import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.State;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.Vectors;
import org.localmax.solver.SolverOptions;
import org.localmax.solver.StepListener;
import org.localmax.solver.Stepper;
import org.localmax.solver.Steppers;

/**
 * A step seen in other coordinates is a step there. Each look at one is a step more: by the definition, at every step, of up to
 * {@value #FEW_TOKENS} tokens in up to {@value #FEW_DIMENSIONS} dimensions; at t = 0, 1, 2, 4, 8, and so on, by the fastest
 * algorithm on one thread, of more.
 */
abstract class EquivarianceMonitor implements Monitor {

    /** More tokens make a step dear where all pairs are compared. */
    static final int MOST_TOKENS = 2_000;

    /** All pairs of so few are compared in microseconds. */
    private static final int FEW_TOKENS = 64;

    /** A in another frame takes d^4 operations. */
    private static final int FEW_DIMENSIONS = 16;

    private static final double ROUNDING = 256 * Vectors.UNIT_ROUNDOFF;

    private final Excess excess;
    private final Dynamics dynamics;
    private final boolean isExact;
    private int left;
    private int looks;

    /** Other coordinates. */
    interface View {

        /** Tokens in these coordinates. */
        Tokens of(Tokens tokens);

        /** The dynamics there. */
        Dynamics of(Dynamics dynamics);

        /** How long unit vectors are at most. */
        double stretch();

        /** Whether results are the same to the last bit: powers of two alone are multiplied by. */
        default boolean isExact() {
            return false;
        }

        /** The number here of a token there. */
        default int original(int i) {
            return i;
        }
    }

    /** @param isExact whether the steps are rounded ones of a run over the fractions */
    EquivarianceMonitor(Statement statement, Dynamics dynamics, boolean isExact) {
        excess = new Excess(statement);
        this.dynamics = dynamics;
        this.isExact = isExact;
    }

    /** How a step is looked at; empty if it is left out. */
    abstract Optional<View> view(Step step);

    @Override
    public void see(Step step) {
        long t = step.before().t();
        boolean isCheap = isCheap(step.before().tokens());
        if (!isCheap && (t & t - 1) != 0) {
            return;
        }
        Optional<View> found = view(step);
        if (found.isEmpty()) {
            left++;
            return;
        }
        View view = found.get();
        boolean mustAgree = view.isExact() && !isExact && dynamics.rule() instanceof AttentionRule.Selective;
        if (!mustAgree && step.ambiguousDecisions() > 0) {
            left++;
            return;
        }
        Dynamics there = view.of(dynamics);
        Tokens before = view.of(step.before().tokens());
        int d = before.dimension();
        double radius = before.largestNorm();
        double error = step.before().error() * view.stretch();
        if (isExact || !view.isExact()) {
            error += d
                    * Vectors.UNIT_ROUNDOFF
                    * view.stretch()
                    * step.before().tokens().largestNorm();
        }
        State state = new State(t, before, error);
        Step seen = isCheap ? there.step(state) : step(there, state);
        if (!mustAgree && seen.ambiguousDecisions() > 0) {
            left++;
            return;
        }
        double[] expected = view.of(step.after().tokens()).rows();
        double[] after = seen.after().tokens().rows();
        double score = there.interaction().normBound() * radius * radius;
        double allowed =
                mustAgree ? 0 : (ROUNDING * d * (1 + Steepness.of(there.rule(), t) * score) + errorOfRule()) * radius;
        double most = 0;
        int token = 0;
        for (int i = 0; i < before.count(); i++) {
            double away = Vectors.distance(expected, i * d, after, i * d, d);
            token = away > most ? view.original(i) : token;
            most = Math.max(most, away);
        }
        excess.add(t, most, allowed, token);
        looks++;
    }

    private static boolean isCheap(Tokens tokens) {
        return tokens.count() <= FEW_TOKENS && tokens.dimension() <= FEW_DIMENSIONS;
    }

    private static Step step(Dynamics dynamics, State state) {
        try (Stepper stepper = Steppers.create(dynamics, SolverOptions.of(1))) {
            return stepper.step(state, StepListener.NONE);
        }
    }

    private double errorOfRule() {
        return dynamics.rule() instanceof AttentionRule.Softmax softmax ? softmax.error() : 0;
    }

    @Override
    public Statement statement() {
        return excess.statement();
    }

    @Override
    public Finding finding() {
        if (looks == 0 && this.left > 0) {
            return Finding.of(
                    statement(), Verdict.UNDECIDED, left + " steps " + whyLeft() + " alone were there to look at");
        }
        String left = this.left == 0 ? "" : "; " + this.left + " steps " + whyLeft() + " were left out";
        return excess.finding("every step looked at is the same " + where() + left, "a step differs " + where() + left);
    }

    /** As "in another frame". */
    abstract String where();

    /** As "with ambiguous decisions". */
    String whyLeft() {
        return "with ambiguous decisions";
    }
}
