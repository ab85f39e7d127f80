package org.localmax.analysis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.localmax.dynamics.State;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.Tokens;

/**
 * The steps of a run, to be looked at again when it is over. They are kept up to a budget; of a longer run only some states are, and
 * the steps are made again from these: a step is a function of the state it starts from, bit for bit.
 *
 * @param <E> what may go wrong when a step is made
 */
public final class StepMemory<E extends Exception> {

    /** Bytes a token takes beside its coordinates: counts, fingerprints and decisions. */
    private static final long TOKEN = 20;

    /** Bytes of a step without its tokens. */
    private static final long STEP = 200;

    private final Source<E> source;
    private final State start;
    private final long count;
    private final boolean areKept;
    /** If the steps are not kept, a state is at each of so many. */
    private final long stride;

    private final List<Step> steps = new ArrayList<>();
    private final List<State> states = new ArrayList<>();

    /** What makes the step from a state. */
    public interface Source<E extends Exception> {

        /** The step, the same for the same state. */
        Step step(State state) throws E;
    }

    /** What looks at a step. */
    public interface Visitor {

        /** Looks at the next step. */
        void see(Step step);
    }

    /**
     * A memory without steps.
     *
     * @param start where the first step starts
     * @param count how many steps there will be
     * @param budget bytes that they may take
     * @param backwards whether they may be looked at from the last one back
     */
    public StepMemory(Source<E> source, State start, long count, long budget, boolean backwards) {
        this.source = source;
        this.start = start;
        this.count = count;
        areKept = bytes(start.tokens()) <= budget / Math.max(1, count);
        stride = backwards ? (long) Math.ceil(Math.sqrt(count)) : Long.MAX_VALUE;
    }

    private static long bytes(Tokens tokens) {
        return STEP + tokens.count() * (Double.BYTES * (long) tokens.dimension() + TOKEN);
    }

    /** Adds the next step. */
    public void add(Step step) {
        long number = step.before().t() - start.t();
        if (areKept) {
            steps.add(step);
        } else if (number % stride == 0) {
            states.add(step.before());
        }
    }

    /** Shows all steps, from the first on. */
    public void forEach(Visitor visitor) throws E {
        if (areKept) {
            steps.forEach(visitor::see);
            return;
        }
        State state = start;
        for (long done = 0; done < count; done++) {
            Step step = source.step(state);
            visitor.see(step);
            state = step.after();
        }
    }

    /** Shows all steps, from the last one back. */
    public void forEachBackwards(Visitor visitor) throws E {
        if (areKept) {
            steps.reversed().forEach(visitor::see);
            return;
        }
        long end = start.t() + count;
        for (State from : states.reversed()) {
            Deque<Step> stretch = new ArrayDeque<>();
            State state = from;
            while (state.t() < end) {
                Step step = source.step(state);
                stretch.push(step);
                state = step.after();
            }
            stretch.forEach(visitor::see);
            end = from.t();
        }
    }
}
