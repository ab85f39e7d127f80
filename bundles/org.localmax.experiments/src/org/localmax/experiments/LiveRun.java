package org.localmax.experiments;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.localmax.analysis.inspection.Parameter;
import org.localmax.dynamics.State;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.Tokens;
import org.localmax.solver.Stepper;

/**
 * A run that is made step by step while somebody looks on and turns its parameters. Every state is kept, so that one can go back; what is
 * turned becomes a schedule, and the plan that has it gives the same states, to the last bit. Used by one thread.
 */
public final class LiveRun implements AutoCloseable {

    private static final int MOST_IN_TRAIL = 400;

    private final RunOptions options;
    private final long mostBytes;
    private final List<State> states = new ArrayList<>();
    private final List<Double> residuals = new ArrayList<>();
    private RunPlan plan;
    private Stepper stepper;
    private int at;

    /**
     * What is to be seen at a moment. Immutable.
     *
     * @param plan the run as it was turned so far
     * @param states all that were made, by t
     * @param at which of them is looked at
     * @param residuals the greatest move of each step that was made
     */
    public record Moment(RunPlan plan, List<State> states, int at, double[] residuals) {

        public Moment {
            states = List.copyOf(states);
        }

        /** The state that is looked at. */
        public State state() {
            return states.get(at);
        }

        /** t of the last state that was made. */
        public long last() {
            return states.size() - 1L;
        }

        /** States on the way to it, evenly chosen, itself the last; at the start the states to come, from the last one back. */
        public List<Tokens> trail() {
            List<Tokens> trail = new ArrayList<>();
            int end = at == 0 ? states.size() - 1 : at;
            int stride = Math.max(1, end / MOST_IN_TRAIL);
            for (int t = 0; t < end; t += stride) {
                trail.add(states.get(t).tokens());
            }
            trail.add(states.get(end).tokens());
            return at == 0 ? trail.reversed() : trail;
        }

        /** The run as it was turned so far, over no fewer steps than were made: what is kept of it. */
        public RunPlan kept() {
            return last() <= plan.steps() ? plan : plan.lasting(Math.toIntExact(last()));
        }
    }

    /**
     * A run at its first state. A plan over the fractions is run in doubles.
     *
     * @param mostBytes how much memory the states may take
     */
    public LiveRun(RunPlan plan, RunOptions options, long mostBytes) {
        this.options = options;
        this.mostBytes = mostBytes;
        this.plan = plan.with(plan.rule(), plan.tokens(), plan.watched(), Optional.empty());
        stepper = options.stepper(this.plan);
        states.add(State.initial(plan.tokens()));
    }

    /** What is to be seen now. */
    public Moment now() {
        return new Moment(
                plan,
                states,
                at,
                residuals.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** Whether a step forth is a new one. */
    public boolean isAtLast() {
        return at == states.size() - 1;
    }

    /**
     * Goes one step forth; makes it if it is not there yet.
     *
     * @throws InvalidInputException if it cannot be made, or the memory for the way back is used up
     */
    public void forth(RunListener listener) throws InvalidInputException {
        if (isAtLast()) {
            requireMemory();
            Step step = Runner.step(stepper, states.get(at), plan, listener);
            states.add(step.after());
            residuals.add(step.residual());
        }
        at++;
    }

    private void requireMemory() throws InvalidInputException {
        long bytes = 8L * states.size() * plan.tokens().count() * plan.tokens().dimension();
        if (bytes > mostBytes) {
            throw new InvalidInputException(plan.name() + ": the memory for the way back is used up after "
                    + (states.size() - 1) + " steps; keep the experiment and run it to go on");
        }
    }

    /** Goes to a step that was made; to the nearest if it was not. */
    public void go(long t) {
        at = (int) Math.clamp(t, 0, states.size() - 1);
    }

    /**
     * Gives the parameter of the rule another value from the present step on; steps made beyond it are forgotten.
     *
     * @throws IllegalArgumentException if it cannot have that value; then all stays as it is
     */
    public void turn(Parameter parameter, double value) {
        change(Variant.of(plan, parameter, at, value));
    }

    /** The same with alpha, gamma or the time step. */
    public void turnStepSize(double value) {
        change(Variant.ofStepSize(plan, at, value));
    }

    /**
     * Puts a token elsewhere at the start, and makes as many steps again as there were; then it is at the start.
     *
     * @param to its coordinates
     * @throws InvalidInputException if a step cannot be made
     */
    public void move(int token, double[] to, RunListener listener) throws InvalidInputException {
        int d = plan.tokens().dimension();
        double[] rows = plan.tokens().rows().clone();
        System.arraycopy(to, 0, rows, token * d, d);
        Tokens moved = Tokens.ofRows(plan.tokens().count(), d, rows);
        int made = states.size() - 1;
        at = 0;
        states.clear();
        residuals.clear();
        states.add(State.initial(moved));
        plan = plan.with(plan.rule(), moved, plan.dynamics(), Optional.empty());
        for (int step = 0; step < made; step++) {
            forth(listener);
        }
        at = 0;
    }

    private void change(RunPlan turned) {
        turned.dynamics().attention(states.get(at)); // refuses what is no parameter
        Stepper other = options.stepper(turned);
        stepper.close();
        stepper = other;
        plan = turned;
        states.subList(at + 1, states.size()).clear();
        residuals.subList(at, residuals.size()).clear();
    }

    @Override
    public void close() {
        stepper.close();
    }
}
