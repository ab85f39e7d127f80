package org.localmax.flow;

import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.State;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.flow.HardmaxFlow;
import org.localmax.solver.StepListener;

/** The flow of hardmax, exact but for rounding and for the tie tolerance at which targets change. */
final class HardFlow implements Flow {

    private final HardmaxFlow flow;

    /** @param aims hardmax or frank-wolfe in discrete time, on straight lines */
    HardFlow(Dynamics aims) {
        flow = new HardmaxFlow(aims);
    }

    @Override
    public Tokens after(State start, double time, StepListener listener) {
        CancellationCheck wanted = CancellationCheck.of(listener::isCancelled);
        return flow.flow(start.tokens(), time, wanted).tokens();
    }
}
