package org.localmax.analysis.monitors;

import org.localmax.analysis.Frame;
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
 * E1: a step in a rotated and renumbered frame is the rotated and renumbered step. It is looked at at t = 0, 1, 2, 4, 8, and so on:
 * each look is a step more, by the fastest algorithm on one thread.
 */
final class FrameMonitor implements Monitor {

    /** More tokens make a step dear where all pairs are compared. */
    static final int MOST_TOKENS = 2_000;

    private static final double ROUNDING = 256 * Vectors.UNIT_ROUNDOFF;

    private final Excess excess = new Excess(Statement.FRAME);
    private final Dynamics dynamics;
    private int left;

    FrameMonitor(Dynamics dynamics) {
        this.dynamics = dynamics;
    }

    @Override
    public Statement statement() {
        return Statement.FRAME;
    }

    @Override
    public void see(Step step) {
        long t = step.before().t();
        Tokens before = step.before().tokens();
        if ((t & t - 1) != 0) {
            return;
        }
        if (step.ambiguousDecisions() > 0) {
            left++;
            return;
        }
        Frame frame = Frame.random(t, before.count(), before.dimension());
        Dynamics turned = new Dynamics(
                dynamics.rule(),
                frame.of(dynamics.interaction()),
                dynamics.stepSize(),
                dynamics.ties(),
                dynamics.movement());
        Tokens there =
                after(turned, new State(t, frame.of(before), step.before().error()));
        Tokens back = frame.back(there);
        double[] after = step.after().tokens().rows();
        int d = before.dimension();
        double radius = before.largestNorm();
        double allowed = ROUNDING
                * d
                * radius
                * (1 + steepness(t) * dynamics.interaction().normBound() * radius * radius);
        excess.addGreatest(t, before.count(), i -> Vectors.distance(back.rows(), i * d, after, i * d, d), allowed);
    }

    private static Tokens after(Dynamics turned, State state) {
        try (Stepper stepper = Steppers.create(turned, SolverOptions.of(1))) {
            return stepper.step(state, StepListener.NONE).after().tokens();
        }
    }

    /** By how much weights grow with scores: |beta|. */
    private double steepness(long t) {
        return dynamics.rule() instanceof AttentionRule.Softmax softmax ? Math.abs(softmax.beta(t)) : 0;
    }

    @Override
    public Finding finding() {
        String left = this.left == 0 ? "" : "; " + this.left + " steps with ambiguous decisions were left out";
        return excess.finding(
                "every step looked at is the same in another frame" + left, "a step differs in another frame" + left);
    }
}
