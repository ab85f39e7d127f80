package org.localmax.experiments;

import org.localmax.analysis.StepMemory;
import org.localmax.analysis.monitors.RuleMonitor;
import org.localmax.data.DataException;
import org.localmax.data.Trajectory;
import org.localmax.dynamics.State;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.Tokens;

/**
 * The steps of a trajectory made elsewhere: from the tokens of one record to those of the next, with what the rule decides at the
 * first; from those of the last record the rule's own step. Where the rule would have taken them is told a {@link RuleMonitor}, once
 * a step.
 */
final class GivenSteps implements StepMemory.Source<InvalidInputException> {

    private final Trajectory trajectory;
    private final StepMemory.Source<InvalidInputException> rule;
    private final RuleMonitor monitor;
    private int seen;

    /** @param rule what makes the step of the rule from a state */
    GivenSteps(Trajectory trajectory, StepMemory.Source<InvalidInputException> rule, RuleMonitor monitor) {
        this.trajectory = trajectory;
        this.rule = rule;
        this.monitor = monitor;
    }

    @Override
    public Step step(State state) throws InvalidInputException {
        Step step = rule.step(state);
        int record = Math.toIntExact(state.t() - trajectory.step(0)) + 1;
        if (record == trajectory.records()) {
            return step;
        }
        Tokens given = tokens(trajectory, record);
        if (record > seen) {
            monitor.see(step, given);
            seen = record;
        }
        return new Step(
                state,
                new State(state.t() + 1, given, 0),
                given.farthest(state.tokens()),
                step.smallestMargin(),
                step.counts(),
                step.fingerprints(),
                step.ambiguous(),
                step.consequential());
    }

    /** The tokens of a record. */
    static Tokens tokens(Trajectory trajectory, int record) throws InvalidInputException {
        try {
            return trajectory.tokens(record);
        } catch (DataException e) {
            throw new InvalidInputException(e.getMessage());
        }
    }
}
