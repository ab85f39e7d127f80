package org.localmax.experiments;

import java.util.stream.LongStream;
import org.localmax.analysis.NeighbourEdges;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.Tokens;

/** Who attends to whom in those steps of a plan for which that is asked. */
final class RecordedNeighbours {

    private final RunPlan plan;
    private final RecordedSteps recorded;
    private final NeighbourEdges edges;

    /**
     * @param first the first step
     * @throws InvalidInputException if there are too many tokens, or certainly too many edges
     */
    RecordedNeighbours(RunPlan plan, Recording recording, long first, CancellationCheck wanted)
            throws InvalidInputException {
        this.plan = plan;
        Tokens tokens = plan.tokens();
        recorded = recording.steps(plan.steps(), tokens.count(), tokens.dimension());
        long count = LongStream.rangeClosed(first, plan.steps())
                .filter(recorded::contains)
                .count();
        try {
            edges = new NeighbourEdges(plan.watched(), tokens.count(), count, wanted);
        } catch (IllegalArgumentException e) {
            throw refused(e);
        }
    }

    /**
     * Adds the edges of a step, if it is one of those.
     *
     * @throws InvalidInputException if there are too many now
     */
    void add(Step step) throws InvalidInputException {
        if (recorded.contains(step.before().t())) {
            try {
                edges.add(step);
            } catch (IllegalArgumentException e) {
                throw refused(e);
            }
        }
    }

    private InvalidInputException refused(IllegalArgumentException e) {
        return new InvalidInputException(plan.name() + ": " + e.getMessage());
    }

    NeighbourEdges edges() {
        return edges;
    }
}
