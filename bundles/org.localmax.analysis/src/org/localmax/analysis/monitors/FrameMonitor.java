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
        return Optional.of(new Turned(Frame.random(step.before().t(), before.count(), before.dimension())));
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
            return dynamics.with(frame.of(dynamics.interaction()));
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
