package org.localmax.analysis.limits;

import java.util.Optional;
import org.localmax.analysis.Settling;
import org.localmax.analysis.StepMemory;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.State;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.Tokens;
import org.localmax.geometry.Polytope;

/**
 * K of hardmax after some steps, which that of localmax is compared with. Steps are made only until every token attends to one leader:
 * from there on it goes straight to it, and the rest is known.
 */
public final class HardmaxHull {

    private HardmaxHull() {}

    /**
     * K.
     *
     * @param source the steps of hardmax
     * @param hardmax its dynamics
     * @param start the state it starts from
     * @param end t at the end
     * @param linkage the distance at which tokens are linked to a cluster
     * @throws E if a step cannot be made
     */
    public static <E extends Exception> Polytope of(
            StepMemory.Source<E> source,
            Dynamics hardmax,
            State start,
            long end,
            double linkage,
            CancellationCheck wanted)
            throws E {
        Tokens last = last(source, hardmax, start, end, wanted);
        return Limits.of(last, linkage, new Settling(0), hardmax.interaction(), wanted)
                .hull();
    }

    private static <E extends Exception> Tokens last(
            StepMemory.Source<E> source, Dynamics hardmax, State start, long end, CancellationCheck wanted) throws E {
        State state = start;
        while (state.t() < end) {
            wanted.check();
            Step step = source.step(state);
            Optional<Tokens> known = LeaderRays.at(step, hardmax, end);
            if (known.isPresent()) {
                return known.get();
            }
            state = step.after();
        }
        return state.tokens();
    }
}
