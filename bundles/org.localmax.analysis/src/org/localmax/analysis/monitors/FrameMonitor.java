package org.localmax.analysis.monitors;

import java.util.Optional;
import org.localmax.analysis.Frame;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.Tokens;

/** E1: a step in a rotated and renumbered frame is the rotated and renumbered step. */
final class FrameMonitor extends EquivarianceMonitor {

    FrameMonitor(Dynamics dynamics, boolean isExact) {
        super(Statement.FRAME, dynamics, isExact);
    }

    @Override
    Optional<View> view(Step step) {
        Tokens before = step.before().tokens();
<<<<<<< HEAD
        return Optional.of(new Turned(Frame.random(step.before().t(), before.count(), before.dimension())));
=======
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
>>>>>>> obs
    }

    @Override
    String where() {
        return "in another frame";
    }

    /** Coordinates in a frame. */
    private record Turned(Frame frame) implements View {

        @Override
        public Tokens of(Tokens tokens) {
            return frame.of(tokens);
        }

        @Override
        public Dynamics of(Dynamics dynamics) {
            return new Dynamics(
                    dynamics.rule(),
                    frame.of(dynamics.interaction()),
                    dynamics.stepSize(),
                    dynamics.ties(),
                    dynamics.movement());
        }

        @Override
        public double stretch() {
            return 1;
        }

        @Override
        public int original(int i) {
            return frame.original(i);
        }
    }
}
