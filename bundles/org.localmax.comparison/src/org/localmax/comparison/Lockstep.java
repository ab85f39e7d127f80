package org.localmax.comparison;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.State;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.Tokens;
import org.localmax.solver.StepListener;
import org.localmax.solver.Stepper;

/**
 * Several dynamics that are stepped together from the same tokens. Each makes the very steps that it makes alone. Closing frees the
 * steppers.
 */
public final class Lockstep implements AutoCloseable {

    private final List<Contender> contenders;
    private final List<Stepper> steppers = new ArrayList<>();
    private final List<State> states = new ArrayList<>();

    /**
     * @param start X(0) of all
     * @param contenders at least one, each with a name of its own
     * @param steppers makes the stepper of a dynamics
     * @throws IllegalArgumentException if a name is used twice
     */
    public Lockstep(Tokens start, List<Contender> contenders, Function<Dynamics, Stepper> steppers) {
        this.contenders = List.copyOf(contenders);
        Set<String> names = new HashSet<>();
        for (Contender contender : contenders) {
            if (!names.add(contender.name())) {
                throw new IllegalArgumentException(
                        "the name '" + contender.name() + "' is used twice; expected a name of its own for each rule");
            }
        }
        for (Contender contender : contenders) {
            this.steppers.add(steppers.apply(contender.dynamics()));
            states.add(State.initial(start));
        }
    }

    /** Who is stepped. */
    public List<Contender> contenders() {
        return contenders;
    }

    /** The step from which {@link #advance} goes on. */
    public long t() {
        return states.getFirst().t();
    }

    /**
     * The next step of each, in the order of the contenders.
     *
     * @throws java.util.concurrent.CancellationException if the listener cancels
     */
    public List<Step> advance(StepListener listener) {
        List<Step> steps = new ArrayList<>();
        for (int k = 0; k < states.size(); k++) {
            steps.add(steppers.get(k).step(states.get(k), listener));
        }
        for (int k = 0; k < states.size(); k++) {
            states.set(k, steps.get(k).after());
        }
        return steps;
    }

    @Override
    public void close() {
        steppers.forEach(Stepper::close);
    }
}
